"""The presets: each opens its page as it says, and is shown held there alone."""

from typing import Any

import pytest

from after_overdue import clock
from after_overdue.cases.inputs import Input
from after_overdue.cases.locale import Locale
from after_overdue.catalog.presets import presets_of_pages
from after_overdue.models.registry import MODELS, PAGE_MODELS
from after_overdue.sharing.sent_figure import preset_cases, sent_page

TODAY = clock.today()


def held(noun: str, values: dict[str, Any]) -> list[str]:
    """Return the presets that a page shows as held, by their English labels."""
    started, _ = PAGE_MODELS[noun].read({}, TODAY)
    drawn = MODELS[noun].picture({**started, **values}, TODAY, Locale("en"))
    return [each["label"] for each in sent_page(drawn)["presets"] if each["is_held"]]


def another(input_: Input, value: Any) -> Any:
    """Return a further value of an input."""
    if isinstance(value, list):
        return value[:-1]
    days = [f"{each}:{input_.low}" for each in input_.options]
    texts = [*input_.options, *days, str(input_.low), str(input_.high), "yes", "no"]
    read = (input_.read(text) for text in texts)
    return next(
        each for each, refusal in read if not refusal and each not in (value, None)
    )


@pytest.mark.parametrize("noun", PAGE_MODELS)
def test_every_preset_opens_its_page_without_a_refusal(noun: str) -> None:
    found = presets_of_pages()[noun].presets
    for preset in found:
        texts = {name: [text] for name, text in preset.settings.items()}
        _, refusals = PAGE_MODELS[noun].read(texts, clock.today())
        assert refusals == [], preset.label.en
    assert 2 <= len({str(each.settings) for each in found}) == len(found)


@pytest.mark.parametrize("noun", PAGE_MODELS)
def test_a_preset_is_held_where_its_whole_case_is_the_readers(noun: str) -> None:
    inputs = MODELS[noun].inputs_on(TODAY)
    cases = preset_cases(noun, TODAY)
    for preset, case in zip(presets_of_pages()[noun].presets, cases, strict=True):
        assert held(noun, case) == [preset.label.en]
        for name, input_ in inputs.items():
            values = {**case, name: another(input_, case[name])}
            settled, contradictions = PAGE_MODELS[noun].settled(values, TODAY)
            if not contradictions:
                assert preset.label.en not in held(noun, settled), name


def test_every_page_with_presets_is_a_page() -> None:
    assert set(presets_of_pages()) <= set(PAGE_MODELS)
