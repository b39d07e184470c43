"""Translation: all texts out as XLIFF, a whole language in, and what is refused."""

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
import yaml
from translate.storage.xliff import xlifffile

from after_overdue.catalog.files import CONTENT
from after_overdue.catalog.questions import questions
from after_overdue.catalog.quizzes import quizzes
from after_overdue.catalog.translation.content import imported, units
from after_overdue.catalog.translation.units import Pair
from after_overdue.catalog.translation.xliff import NAMESPACE, xliff
from after_overdue.cli import main
from after_overdue.errors import TranslationError

GOOD = Path(__file__).parents[2] / "broken" / "good"
UNIT = f"{{{NAMESPACE}}}trans-unit"
SOURCE, TARGET = f"{{{NAMESPACE}}}source", f"{{{NAMESPACE}}}target"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOOD, tmp_path / "content"))


def exported(pair: Pair) -> bytes:
    return xliff(units(pair), source=pair.source, language=pair.language)


def file_of(content: Path, language: str = "de") -> Element:
    return fromstring(exported(Pair(content, "en", language)))


def unit_of(root: Element, name: str) -> Element:
    return next(each for each in root.iter(UNIT) if each.get("id") == name)


def part_of(root: Element, name: str, tag: str) -> Element:
    found = unit_of(root, name).find(tag)
    assert found is not None
    return found


def translate(root: Element) -> None:
    """Say each text as its source does, in capitals; codes stay as they are."""
    for unit in root.iter(UNIT):
        source = unit.find(SOURCE)
        assert source is not None
        target = fromstring(tostring(source))
        target.tag, target.tail = TARGET, None
        target.text = (target.text or "").upper()
        for code in target:
            code.tail = (code.tail or "").upper()
        unit.append(target)


def write(content: Path, made: Mapping[Path, str]) -> None:
    for path, text in made.items():
        path.write_text(text, "utf-8")


def test_a_program_of_another_maker_reads_every_text_with_its_codes(content) -> None:
    pair = Pair(content, "zh", "zh-Hant")
    read = xlifffile.parsestring(exported(pair))
    known = units(pair)
    assert [each.getid().rpartition("\x04")[2] for each in read.units] == [
        each.id for each in known
    ]
    assert [each.source for each in read.units] == [each.source for each in known]
    assert read.gettargetlanguage() == "zh-Hant"
    assert not any(each.target for each in read.units)
    told = [each.getnotes() for each in read.units if each.source == "你好，{name}"]
    assert told == ["Hello, {name}"]


def test_what_is_filled_in_and_footnotes_are_codes(content) -> None:
    root = file_of(content)
    found = part_of(root, "questions/late-mark#text.1", SOURCE)
    codes = [each.text for each in found]
    assert codes == ["{credit_record.retention_years}", "[^fixed-term]"]


def test_a_translated_file_gives_the_language_whole(content) -> None:
    root = file_of(content)
    translate(root)
    write(content, imported(tostring(root), content))
    here, there = (questions(each, content)["late-mark"] for each in ("de", "en"))
    assert here.title == there.title.upper()
    assert here.claims == there.claims
    assert "[^fixed-term]" in here.text
    assert quizzes("de", content).keys() == quizzes("en", content).keys()
    said = yaml.safe_load((content / "interface.de.yaml").read_text("utf-8"))
    assert said["units"]["locale"] == "de"
    assert said["units"]["years"].keys() == {"one", "other"}
    facts = yaml.safe_load((content / "facts.yaml").read_text("utf-8"))
    assert facts["F1"]["text"]["de"] == facts["F1"]["text"]["en"].upper()


def test_a_language_gets_as_many_plurals_as_it_has(content) -> None:
    root = file_of(content, "pl")
    translate(root)
    write(content, imported(tostring(root), content))
    said = yaml.safe_load((content / "interface.pl.yaml").read_text("utf-8"))
    assert list(said["units"]["years"]) == ["few", "many", "one", "other"]


def test_a_second_export_has_what_was_translated_and_changes_nothing(content) -> None:
    root = file_of(content)
    translate(root)
    write(content, imported(tostring(root), content))
    again = exported(Pair(content, "en", "de"))
    assert all(each.target for each in units(Pair(content, "en", "de")))
    assert imported(again, content) == {}


def without_zh(found: Any) -> Any:
    """Return what a file holds, with no Chinese beside the English."""
    if isinstance(found, dict):
        bilingual = {"en", "zh"} <= found.keys()
        return {
            key: without_zh(value)
            for key, value in found.items()
            if not (bilingual and key == "zh")
        }
    return [without_zh(each) for each in found] if isinstance(found, list) else found


def data(path: Path) -> list[Any]:
    """Return what a content file holds: its data, and the text below."""
    above, _, below = path.read_text("utf-8").removeprefix("---\n").partition("\n---\n")
    return [yaml.load(above, Loader=yaml.CSafeLoader), below.strip()]


def test_chinese_written_out_and_read_into_content_without_it_is_the_same(
    tmp_path: Path,
) -> None:
    bare = tmp_path / "content"
    paths = [*CONTENT.rglob("*.yaml"), *(CONTENT / "questions").iterdir()]
    expected = {each.relative_to(CONTENT): data(each) for each in paths}
    for name, (above, below) in expected.items():
        if ".zh." not in name.name:
            (bare / name).parent.mkdir(parents=True, exist_ok=True)
            text = yaml.dump(without_zh(above), Dumper=yaml.CSafeDumper)
            fenced = f"---\n{text}\n---\n{below}\n" if below else text
            (bare / name).write_text(fenced, "utf-8")
    write(bare, imported(exported(Pair(CONTENT, "en", "zh")), bare))
    words, _ = expected[Path("interface.zh.yaml")]
    words["units"]["locale"] = "zh"  # a new language has the one of its tag
    terms, _ = expected[Path("glossary.yaml")]
    terms["jiebei"]["aliases"]["zh"] = []  # English has none to translate
    for name, found in expected.items():
        assert data(bare / name) == found, name


FACT, GREETING, ANSWER = "facts#F1.text", "interface#greeting", "questions/late-mark"


def lose(root: Element) -> None:
    unit_of(root, FACT).set("id", "facts#F9.text")


def empty(root: Element) -> None:
    part_of(root, FACT, TARGET).text = " "


def leave_new(root: Element) -> None:
    part_of(root, FACT, TARGET).set("state", "new")


def age(root: Element) -> None:
    part_of(root, FACT, SOURCE).text = "Something else."


def misspell(root: Element) -> None:
    part_of(root, GREETING, TARGET)[0].text = "{nam}"


def drop_the_footnote(root: Element) -> None:
    target = part_of(root, f"{ANSWER}#text.1", TARGET)
    target.remove(target[1])


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lose, f"{FACT} is missing from the file; export anew."),
        (lose, "facts#F9.text is no text of the content; take it out, or export"),
        (empty, f"{FACT} is not translated; write its target."),
        (leave_new, f"{FACT} is not translated; write its target."),
        (age, f"{FACT} says something else since the export; export anew."),
        (misspell, f"{GREETING} fills in {{nam}}, its source {{name}}; use the same."),
        (drop_the_footnote, f"{ANSWER}#text.1 fills in {{credit_record"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_with_a_sentence(
    content: Path, change: Callable[[Element], None], sentence: str
) -> None:
    root = file_of(content)
    translate(root)
    change(root)
    with pytest.raises(TranslationError) as refused:
        imported(tostring(root), content)
    assert any(each.startswith(sentence) for each in refused.value.sentences)
    assert not (content / "interface.de.yaml").exists()


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--language", "tlh"), "The language is “tlh”, whose dates and plurals"),
        (("--language", "DE"), "The language is “DE”, whose dates and plurals"),
        (("--language", "de", "--source", "fr"), "has no file interface.fr.yaml"),
    ],
)
def test_a_language_that_cannot_be_is_refused(content, capsys, words, sentence) -> None:
    file = content.with_name("out.xlf")
    place = ("--content", str(content), str(file))
    assert main(["translation", "export", *words, *place]) == 2
    assert sentence in capsys.readouterr().err
    assert not file.exists()


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("<xliff", "The file is not readable XML"),
        ('<?xml version="1.0" encoding="gb18030"?><xliff/>', "is not readable XML"),
        ('<?xml version="1.0" encoding="none"?><xliff/>', "is not readable XML"),
        ("<xliff/>", "0 pairs of languages"),
    ],
)
def test_a_file_of_another_kind_is_refused(content, capsys, text, sentence) -> None:
    file = content.with_name("in.xlf")
    file.write_text(text, "utf-8")
    command = ["translation", "import", "--content", str(content), str(file)]
    assert main(command) == 2
    assert sentence in capsys.readouterr().err
    file.unlink()
    assert main(command) == 2
    assert "in.xlf" in capsys.readouterr().err


def test_the_commands_say_what_they_did(content, capsys) -> None:
    file = content.with_name("zh.xlf")
    place = ["--content", str(content), str(file)]
    assert main(["translation", "export", "--language", "zh", *place]) == 0
    said = capsys.readouterr().out
    count = said.partition(" ")[0]
    assert said == f"{count} texts written to {file}; {count} are translated.\n"
    assert main(["translation", "import", *place]) == 0
    said = capsys.readouterr().out
    assert said.endswith(f"written to {content}. Now run: after-overdue check\n")
