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
        "::什么::是？{T}".encode("gb18030").decode("utf-8", "replace").encode(),
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


def moodle(kind: str, inside: str, asked: str = "Q?", form: str = "html") -> str:
    """Return a bank of one question; `asked` is escaped XML."""
    return f"""<quiz><question type="{kind}"><name><text>n</text></name>
      <questiontext format="{form}"><text>{asked}</text></questiontext>{inside}
      </question></quiz>"""


def marked(*marks: object, single: str = "") -> str:
    """Return a bank of one question whose answers have these marks."""
    answers = "".join(
        f'<answer fraction="{mark}"><text>{place}</text></answer>'
        for place, mark in enumerate(marks, 1)
    )
    said = f"<single>{single}</single>" if single else ""
    return moodle("multichoice", said + answers)


@pytest.mark.parametrize(
    ("bank", "kind", "right"),
    [
        (marked(100, 50, 0, single="true"), "single", ["1"]),
        (marked(50, 33.3, 100, -50, single="1"), "single", ["3"]),
        (marked(50, 25, 0, single="true"), "single", ["1"]),
        (marked(50, 100, 0), "single", ["2"]),
        (marked("nan", 100, "inf", 0), "single", ["2"]),
        (marked(50, 50, -100), "multiple", ["1", "2"]),
        (marked(70, 30, 0, single="false"), "multiple", ["1", "2"]),
        (marked(0, 0, single="true"), "poll", []),
        ("Q {=best ~%50%half ~bad}", "single", ["1"]),
        ("Q {~%50%half ~bad =best}", "single", ["3"]),
        ("Q {~%99.9%half =%100%best}", "single", ["2"]),
        ("Q {~%60%a ~%40%b ~c}", "multiple", ["1", "2"]),
        ("Q {~%.%a =b}", "single", ["2"]),
    ],
)
def test_only_the_best_answer_is_right_where_one_is_chosen(
    bank: str, kind: str, right: list[str]
) -> None:
    found = imported_lesson(bank.encode(), "en")
    (step,) = found.lesson.steps
    assert (step.kind, OwnAsked(step, "en").right_ids) == (kind, right)
    has_part = any(each in bank for each in ('"50"', '"25"', "%50%", "%99.9%"))
    assert bool(found.whole_only) == (kind == "single" and has_part)


@pytest.mark.parametrize(
    "bank",
    [
        marked(100, 100, 0, single="true"),
        "Q {=a =b ~c}",
        "Q {#=2 =-2}",
        moodle(
            "numerical",
            '<answer fraction="100"><text>2</text></answer>'
            '<answer fraction="100"><text>-2</text></answer>',
        ),
        "Q {=a ~b}\nSecond {T}",
        "Q [html]<img src\\='a.png'> {T}",
        moodle("description", "", '&lt;img src="data:image/png;base64,x"&gt;'),
    ],
)
def test_what_would_not_be_the_same_question_is_left_out(bank: str) -> None:
    found = imported_lesson(bank.encode(), "en")
    assert (found.lesson.steps, len(found.left_out)) == ((), 1)


def test_the_number_with_the_whole_mark_is_right_as_it_was_written() -> None:
    near = '<answer fraction="50"><text>4</text><tolerance>1</tolerance></answer>'
    right = '<answer fraction="100"><text>3.3</text><tolerance>.1</tolerance></answer>'
    for bank in (moodle("numerical", near + right), "Q {#=%50%4:1 =3.3:0.1}"):
        found = imported_lesson(bank.encode(), "en")
        (step,) = found.lesson.steps
        assert (step.right, step.within) == (3.3, 0.1)
        assert len(found.whole_only) == 1
    (step,) = imported_lesson(b"Q {#0.1..0.4}", "en").lesson.steps
    assert (step.right, step.within) == (0.25, 0.15)


def test_each_part_of_a_gift_question_is_read_by_its_own_format() -> None:
    bank = """[html]<p>Capital?</p>{
      =[plain]<b>Paris</b>#[html]<p>o&amp;k</p>
      ~Ro<i>me</i>#[plain]a < b
      ####[plain]<so>}

    What is <b>bold</b>?&nbsp;A & B if a<b and b>c, &copy 2{=[html]<i>a</i> ~x<y}

    [plain]&nbsp;<b> {F#[html]<p>wrong</p>#[html]<p>right</p>}"""
    plain, auto, two = imported_lesson(bank.encode(), "en").lesson.steps
    assert [(each.say, each.because) for each in plain.options] == [
        ("<b>Paris</b>", "o&k"),
        ("Rome", "a < b"),
    ]
    assert (plain.ask, plain.because) == ("Capital?", "<so>")
    assert auto.ask == "What is bold? A & B if a<b and b>c, &copy 2"
    assert [each.say for each in auto.options] == ["a", "x<y"]
    assert two.ask == "&nbsp;<b>"
    assert [(each.right, each.because) for each in two.options] == [
        (False, "wrong"),
        (True, "right"),
    ]


@pytest.mark.parametrize(
    ("form", "seen"),
    [
        ("html", "x & y"),
        ("moodle_auto_format", "x & y"),
        ("markdown", "x & y"),
        ("plain_text", "<b>x</b> &amp; y"),
    ],
)
def test_a_text_of_a_moodle_bank_is_read_by_its_format(form: str, seen: str) -> None:
    bank = moodle("description", "", "&lt;b&gt;x&lt;/b&gt; &amp;amp; y", form)
    assert imported_lesson(bank.encode(), "en").lesson.steps[0].heading == seen
    bank = moodle("description", "", "a&lt;b and b&gt;c?", form)
    if form != "html":
        heading = imported_lesson(bank.encode(), "en").lesson.steps[0].heading
        assert heading == "a<b and b>c?"


@pytest.mark.parametrize("kind", ["single", "multiple", "order"])
@pytest.mark.parametrize("text", ["%50%", "[html]x", "[plain]", "a = b", "<b>", "&lt;"])
def test_own_answers_survive_a_gift_file(kind: str, text: str) -> None:
    options = tuple(
        Option(f"{text}{place}", kind != "order" and place < 1 + (kind == "multiple"))
        for place in range(3)
    )
    step = ChoiceStep(kind, text, options)
    bank = gift([own_question(step, "own-1", "en")])
    assert imported_lesson(bank, "en").lesson.steps == (step,)


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "latin-1", "none", "UTF-8"])
def test_a_moodle_bank_is_read_whatever_encoding_it_names(encoding: str) -> None:
    named = f'<?xml version="1.0" encoding="{encoding}"?>'
    bank = named + moodle("description", "", "中é")
    assert imported_lesson(bank.encode(), "zh").lesson.steps[0].heading == "中é"


def test_a_number_keeps_its_unit_and_tells_a_reply_once() -> None:
    answer = """<generalfeedback><text>so</text></generalfeedback>
      <answer fraction="100"><text>5</text><feedback><text>so</text></feedback></answer>
      <units><unit><multiplier>100</multiplier><unit_name>分</unit_name></unit>
      <unit><multiplier>1</multiplier><unit_name>元</unit_name></unit></units>"""
    (step,) = imported_lesson(moodle("numerical", answer).encode(), "zh").lesson.steps
    assert (step.right, step.unit, step.because) == (5, "元", "so")
