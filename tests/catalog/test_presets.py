"""The presets: each opens its page as it says."""

import pytest

from after_overdue import clock
from after_overdue.catalog.presets import presets_of_pages
from after_overdue.models.registry import PAGE_MODELS


@pytest.mark.parametrize("noun", PAGE_MODELS)
def test_every_preset_opens_its_page_without_a_refusal(noun: str) -> None:
    found = presets_of_pages()[noun].presets
    for preset in found:
        texts = {name: [text] for name, text in preset.settings.items()}
        _, refusals = PAGE_MODELS[noun].read(texts, clock.today())
        assert refusals == [], preset.label.en
    assert 2 <= len({str(each.settings) for each in found}) == len(found)


def test_every_page_with_presets_is_a_page() -> None:
    assert set(presets_of_pages()) <= set(PAGE_MODELS)
