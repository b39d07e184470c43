"""Question banks of other tools: what we export comes back, others become own steps."""

import random
import re

import pytest

from after_overdue.catalog.quizzes import quizzes
from after_overdue.errors import ClassError
from after_overdue.teaching.exports.bank_files import bank_file
from after_overdue.teaching.exports.gift import gift
from after_overdue.teaching.exports.moodle_xml import moodle_xml
from after_overdue.teaching.exports.own_bank import own_question
from after_overdue.teaching.lesson import QuizStep
from after_overdue.teaching.lesson_import import imported_lesson
from after_overdue.teaching.own_asked import OwnAsked
from after_overdue.teaching.own_step import ChoiceStep, NumberStep, Option, OwnStep
from tests.teaching.classes import NOW

FORMS = ("gift", "moodle")
IDS = re.compile(r"\[id:[^\]]+\]|<idnumber>[^<]*</idnumber>")
GIFT = r"""// a comment
$CATEGORY: top/x

::Who::Who wrote \{this\}?{ =Ann#yes ~Bob#no ~%0%Eve ####Because }

Which are even? { ~%50%2 ~%50%4 ~%-100%3 }

Two plus two is four.{TRUE#wrong#right}

Grams in a kilo? {#1000:5}

Between? {#1..5}

Capital of France? {=Paris =paris}

Cats ___ { =purr ~bark } at night.

Say something. {}

Match. {=one -> a =two -> b}

Order. {=last -> 2. =first -> 1.}

Just read this.

Broken { =a
"""


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_the_guide_exports_comes_back_as_itself(form: str, language: str) -> None:
    content = bank_file(
        form, language, topic="", base="https://a.example", today=NOW.date()
    )
    found = imported_lesson(content, language)
    assert found.left_out == ()
    assert {each.question for each in found.lesson.steps} == {*quizzes(language)}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_same_without_ids_becomes_own_steps_with_the_same_answers(
    form: str, language: str
) -> None:
    content = bank_file(
        form, language, topic="", base="https://a.example", today=NOW.date()
    )
    found = imported_lesson(IDS.sub("", content.decode()).encode(), language)
    asked = [OwnAsked(each, language) for each in found.lesson.steps]
    items = quizzes(language).values()
    assert len(asked) + len(found.left_out) == len(items)
    assert len(asked) > 0.9 * len(items)
    by_says = {frozenset(each.says.values()): each for each in asked}
    for item in items:
        match = by_says.get(frozenset(each.say for each in item.options))
        if match and item.kind in ("single", "multiple"):
            places = {each.id: str(at) for at, each in enumerate(item.options, 1)}
            assert match.step.kind == item.kind
            assert match.right_ids == [places[each] for each in item.right]


def test_every_kind_of_gift_is_read_and_what_cannot_be_asked_is_named() -> None:
    found = imported_lesson(GIFT.encode(), "en")
    kinds = [each.kind for each in found.lesson.steps]
    assert kinds == [
        *("single", "multiple", "single", "number", "number", "text", "single"),
        *("text", "order", "pause"),
    ]
    who, even, true, kilo, between, *_ = found.lesson.steps
    assert who.ask == "Who wrote {this}?" and who.because == "Because"
    assert [each.right for each in who.options] == [True, False, False]
    assert who.options[0].because == "yes"
    assert OwnAsked(even, "en").right_ids == ["1", "2"]
    assert [each.right for each in true.options] == [True, False]
    assert (kilo.right, kilo.within) == (1000, 5)
    assert (between.right, between.within) == (3, 2)
    assert found.lesson.steps[5].notes.point == "Paris · paris"
    assert found.lesson.steps[6].ask == "Cats ___ _____ at night."
    assert [each.say for each in found.lesson.steps[8].options] == ["first", "last"]
    assert found.left_out == ("Match.", "Broken")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"hello",
        b"<quiz>",
        b"<a/>",
        b'<!DOCTYPE quiz [<!ENTITY a "b">]><quiz>&a;</quiz>',
        b"\xff",
    ],
)
def test_a_file_that_holds_no_questions_is_refused(content: bytes) -> None:
    with pytest.raises(ClassError):
        imported_lesson(content, "en")


def test_markup_of_a_bank_becomes_words() -> None:
    bank = """<quiz><question type="truefalse"><name><text>n</text></name>
      <questiontext format="html"><text><![CDATA[<p>Is <b>it</b><script>x</script>
      &lt;so&gt;?</p>]]></text></questiontext>
      <answer fraction="100"><text>true</text></answer>
      <answer fraction="0"><text>false</text></answer></question></quiz>"""
    (step,) = imported_lesson(bank.encode(), "zh").lesson.steps
    assert not isinstance(step, QuizStep)
    assert step.ask == "Is it <so>?"
    assert [each.say for each in step.options] == ["对", "错"]


WRITERS = {"gift": gift, "moodle": moodle_xml}
SIGNS = "%%5=~#{}:\\\\/<>&\"'[]*->$罚😀a b"


def come_back(form: str, step: OwnStep) -> object:
    asked = own_question(step, "own-1", "zh")
    assert asked is not None
    found = imported_lesson(WRITERS[form]([asked]), "zh")
    assert found.left_out == ()
    (back,) = found.lesson.steps
    return back


def typed(dice: random.Random) -> str:
    text = "".join(dice.choice(SIGNS) for _ in range(dice.randrange(1, 9)))
    return " ".join(f"{text}x".split())


@pytest.mark.parametrize("form", FORMS)
def test_an_own_number_comes_back_with_its_unit_and_its_reason_once(form: str) -> None:
    dice = random.Random(5)
    for unit in ("", "元", "<b>%", "…", *(typed(dice) for _ in range(20))):
        for because in ("", "B", "因" * 1200, typed(dice)):
            step = NumberStep(typed(dice), 12.5, 0.5, unit, because)
            assert come_back(form, step) == step


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("kind", ["single", "multiple", "order"])
def test_an_own_choice_comes_back_whatever_signs_it_begins_with(
    form: str, kind: str
) -> None:
    dice = random.Random(6)
    for start in ("%50%", "%-50%", "%", "=", "~", "", "->"):
        rights = {"single": (0,), "multiple": (0, 2)}.get(kind, ())
        options = tuple(
            Option(f"{start}{at} {typed(dice)}", at in rights) for at in range(3)
        )
        step = ChoiceStep(kind, typed(dice), options, typed(dice))  # type: ignore[arg-type]
        assert come_back(form, step) == step


def test_a_reply_that_says_what_is_told_anyway_is_told_once() -> None:
    (step,) = imported_lesson(b"How many? {#=3:0#Three. ####Three.}", "en").lesson.steps
    assert isinstance(step, NumberStep) and step.because == "Three."
