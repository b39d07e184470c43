"""A learner's answer and the next step need nothing but the form.

Each browser below lacks something that a script may lean on, or has it broken.
"""

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.test_learner_page import Trainer, guess, served, trainer

__all__ = ["served", "trainer"]  # fixtures

GONE = (
    "Object.defineProperty({of}, '{name}', {{ value: undefined, configurable: true }})"
)
STORAGE = """Object.defineProperty(window, 'localStorage', {{
  configurable: true, get() {{ {get} }} }})"""
THROWS = "throw new DOMException('no', '{name}')"
METHOD = "Storage.prototype.{name} = () => {{ {does} }}"


def without(name: str, of: str = "window") -> str:
    """A browser that has never heard of something."""
    return GONE.format(of=of, name=name)


CLOSED_STREAM = "window.EventSource = class { constructor() { throw new Error(); } }"
NICE_TO_HAVE = {
    "window": (
        *("URLSearchParams", "FormData", "performance", "crypto"),
        *("ResizeObserver", "MutationObserver", "sessionStorage", "Intl"),
    ),
    "Navigator.prototype": ("sendBeacon", "onLine"),
    "Element.prototype": ("replaceChildren", "closest"),
    "Document.prototype": ("hidden",),
}
LACKS = {
    "all that is nice to have": ";".join(
        without(name, of) for of, names in NICE_TO_HAVE.items() for name in names
    ),
    "time-outs of requests": without("timeout", "AbortSignal"),
    "any way to abort": without("AbortController") + ";" + without("AbortSignal"),
    "fetch": without("fetch"),
    "any way to ask": without("fetch") + ";" + without("XMLHttpRequest"),
    "event streams": without("EventSource"),
    "event streams that open": CLOSED_STREAM,
    "storage": without("localStorage"),
    "storage that is something": STORAGE.format(get="return null;"),
    "storage that may be used": STORAGE.format(get=THROWS.format(name="SecurityError")),
    "room in storage": METHOD.format(
        name="setItem", does=THROWS.format(name="QuotaExceededError")
    ),
    "storage that can be read": METHOD.format(
        name="getItem", does=THROWS.format(name="SecurityError")
    ),
    "storage of its own making": METHOD.format(name="getItem", does="return '{broken'"),
    "storage of the right shape": METHOD.format(
        name="getItem", does="return JSON.stringify({ step: '0', fields: 3 })"
    ),
}


def plays(page: Page, trainer: Trainer) -> None:
    """Play a step: it opens, is answered, is revealed, and the next one comes."""
    trainer.press("open")
    expect(page.locator("#month")).to_be_visible()
    guess(page, 40)
    expect(page.locator(".mine")).to_have_text("Kept: month 40")
    assert trainer.room() == [{"month": 40}]
    trainer.press("reveal")
    expect(page.locator(".mark")).to_have_text("Right")
    trainer.press("next", "open")
    expect(page.locator("[name=options]").first).to_be_visible()


@pytest.mark.parametrize("lacked", LACKS)
def test_a_step_is_played_by_a_browser_without(page, trainer, lacked: str) -> None:
    page.add_init_script(LACKS[lacked])
    trainer.admit(page)
    plays(page, trainer)


def test_a_step_is_played_where_the_script_of_the_page_does_not_run(
    page, trainer
) -> None:
    """An older browser does not read it, or something on the way keeps it back."""
    broken = {"body": "this is no script", "content_type": "text/javascript"}
    page.route("**/learner.js*", lambda route: route.fulfill(**broken))
    trainer.admit(page)
    plays(page, trainer)


KEPT_BACK: dict[str, Callable[[Route], None]] = {
    "refused on the way": lambda route: route.abort(),
    "that never comes": lambda route: None,
}
"""What becomes of a page's script."""


@pytest.mark.parametrize("fate", KEPT_BACK)
def test_a_form_that_somebody_has_begun_is_not_taken_away(page, trainer, fate) -> None:
    trainer.press("open")
    trainer.admit(page)
    page.route("**/learner.js*", KEPT_BACK[fate])
    page.reload(wait_until="commit")
    page.locator("#month").fill("40")
    expect(page.locator("#refresh a")).to_be_visible()
    expect(page.locator("#month")).to_have_value("40")


def test_an_answer_that_was_kept_wrongly_keeps_no_other_from_being_sent(
    page, trainer
) -> None:
    name = f"after-overdue/class/{trainer.opened.class_id}/outbox"
    text = json.dumps({"step": "0", "seq": 1})
    page.add_init_script(f"localStorage.setItem({name!r}, {text!r})")
    trainer.admit(page)
    plays(page, trainer)
