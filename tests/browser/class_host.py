"""The trainer's tab, as a browser sees it."""

import csv
import re
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page, expect

from after_overdue.catalog.interface import words

STEPS = (
    "predict/score_recovery/month?points_lost=60",
    "quiz/what-is-late",
    "explore/apr",
    "quiz/order-of-payment",
)
KEYS = {
    "class": "open_class",
    "open": "open",
    "reveal": "reveal",
    "next": "next",
    "show": "open_page",
    "end": "finish",
}
WORDS = {
    language: {
        name: words("class_session", language)[key] for name, key in KEYS.items()
    }
    for language in ("en", "zh")
}
"""What the buttons say."""


@dataclass
class Host:
    """The trainer's tab."""

    page: Page

    def opens(self, address: str, *, language: str = "en") -> None:
        """Open a class of the steps above."""
        query = "".join(f"&step={each}" for each in STEPS).replace("?", "%3F")
        self.page.goto(f"{address}/class_session?lang={language}{query}")
        self.page.get_by_role("textbox").last.fill("Late payments")
        self.page.keyboard.press("Enter")
        self.page.get_by_role("button", name=WORDS[language]["class"]).click()
        self.page.wait_for_url("**host=*")

    def presses(self, name: str) -> None:
        """Press a button and wait until the board has moved on."""
        button = self.page.get_by_role("button", name=re.compile(rf"^{name} Shortcut"))
        place = self.page.locator("[class*=st-key-class-]").filter(has=button).last
        view = re.search(r"st-key-class-\w+-\d+", place.get_attribute("class") or "")
        assert view is not None
        button.click()
        expect(self.page.locator(f".{view[0]}")).to_have_count(0)

    def counts(self, **expected: str) -> None:
        """Wait until the board counts so many."""
        for label, value in expected.items():
            metric = self.page.get_by_test_id("stMetric").filter(
                has=self.page.get_by_text(label, exact=True)
            )
            expect(metric.get_by_test_id("stMetricValue")).to_have_text(value)

    @property
    def invitation(self) -> str:
        """The link that the board shows."""
        return self.page.get_by_text(re.compile(r"/join/[\w-]+$")).first.inner_text()

    @property
    def code(self) -> str:
        """The code that the board shows."""
        return self.page.get_by_text(re.compile(r"^\w{4}-\w{4}$")).first.inner_text()

    def results(self) -> list[dict[str, str]]:
        """Download the table and read it."""
        with self.page.expect_download() as download:
            self.page.get_by_role("button", name="Table (CSV)").click()
        text = Path(download.value.path()).read_text("utf-8-sig")
        return list(csv.DictReader(text.splitlines()))
