"""The page docs/performance.md, written from what one run has measured."""

from __future__ import annotations

import platform
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from after_overdue import clock
from bench.machine import processor
from bench.servers import BARE, DASH, ELEMENTS, ORDINARY, OURS, STATIC

PATH = Path(__file__).parents[1] / "docs/performance.md"
KEPT = "\n## Before and after"
"""Begins the part of the page that is written by hand."""
Samples = Mapping[str, Mapping[str, Sequence[float]]]
"""By measure and page."""


@dataclass(frozen=True)
class Row:
    """One line of the table; without a target it explains the line above it."""

    what: str
    measured: str
    target: str = "-"
    met: str = "-"

    def __str__(self) -> str:
        """Return the line."""
        return f"| {self.what} | {self.measured} | {self.target} | {self.met} |"


class Report:
    """What one run tells.

    Parameters
    ----------
    found : milliseconds; bytes for ``bytes``, counts for ``foreign``
    """

    def __init__(self, found: Samples) -> None:
        self.found = found

    def middle(self, measure: str, page: str = OURS.name) -> float:
        """Return the median of a measure."""
        return statistics.median(self.found[measure][page])

    def ratio(
        self, what: str, measure: str, other: str, most: float | None = None
    ) -> Row:
        """Return our median over another page's, against the most it may be."""
        ours, theirs = self.middle(measure), self.middle(measure, other)
        share = ours / theirs
        message = f"{in_ms(ours)} / {in_ms(theirs)} = {share:.2f}"
        if most is None:
            return Row(what, message, f"beside: {other}")
        return Row(what, message, f"≤ {most:.2f} × {other}", met(share <= most))

    def time(self, what: str, measure: str, most: float) -> Row:
        """Return the median of a measure of ours, against the most milliseconds."""
        ours = self.middle(measure)
        return Row(what, in_ms(ours), f"≤ {most:g} ms", met(ours <= most))

    def size(self, what: str, page: str, most: float) -> Row:
        """Return the median bytes of a page, against the most megabytes."""
        megabytes = self.middle("bytes", page) / 1e6
        return Row(
            what, f"{megabytes:.2f} MB", f"≤ {most:.1f} MB", met(megabytes <= most)
        )

    def rows(self) -> list[Row]:
        """Return the table."""
        longest = max(self.found["long frames"][OURS.name])
        foreign = sum(self.found["foreign"][OURS.name])
        key, other = "Key on the main slider → painted", "Key on another control"
        return [
            self.ratio(key, "main", DASH.name, 0.65),
            self.ratio(key, "main", ORDINARY.name, 0.25),
            self.ratio(key, "main", STATIC.name, 0.6),
            self.ratio(f"{other} → painted", "other", DASH.name, 0.85),
            self.ratio("… without a model, words or a figure", "other", ELEMENTS.name),
            self.ratio("Cold start → chart visible", "cold", DASH.name, 0.75),
            self.ratio("Cold start → chart follows the hand", "live", DASH.name, 0.75),
            self.ratio("Cold start → chart follows the hand", "live", STATIC.name, 0.6),
            self.ratio("Cold start → whole page in place", "whole", BARE.name),
            self.ratio("Drag: movement → painted", "drag", STATIC.name, 1.3),
            Row(
                "Drag: longest task", f"{longest:.0f} ms", "≤ 50 ms", met(longest <= 50)
            ),
            self.ratio("Server time per committed change", "cpu", BARE.name, 1.5),
            self.ratio("… without a model, words or a figure", "cpu", ELEMENTS.name),
            self.time("Server time of a change, one a second", "played cpu", 4),
            self.ratio(
                "Server at rest, a page open, per second", "idle cpu", BARE.name
            ),
            self.ratio("Server time per page opened", "opened cpu", ORDINARY.name),
            self.size("Score recovery, cold, over the wire", OURS.name, 2.0),
            self.size("Home page, cold, over the wire", "home page", 1.1),
            Row("Requests to another origin", f"{foreign:.0f}", "0", met(not foreign)),
        ]

    def __str__(self) -> str:
        """Return the page."""
        table = "\n".join(map(str, self.rows()))
        samples = "\n".join(
            f"| {measure} | {page} | {statistics.median(each):.1f} | {min(each):.1f} "
            f"| {max(each):.1f} | {len(each)} |"
            for measure, by_page in self.found.items()
            for page, each in by_page.items()
        )
        return f"""# Performance

Measured by `make bench` on {clock.today().isoformat()}: {processor()}, {platform.system()}
{platform.machine()}, Python {platform.python_version()}, Chromium without a graphics card. The
candidates were interleaved in one run; medians.

| What | Measured (ours / theirs) | Target | Met |
|---|---|---|---|
{table}

{self.notes()}

## Every measure

Milliseconds; bytes for `bytes`; counts for `foreign`.

| Measure | Page | Median | Least | Most | Samples |
|---|---|---|---|---|---|
{samples}
"""

    def notes(self) -> str:
        """Return what the measures mean, and where the time goes."""
        cold, live, whole = (self.middle(each) for each in ("cold", "live", "whole"))
        bare = self.middle("whole", BARE.name)
        alone, alone_cpu = (
            self.middle(each, ELEMENTS.name) for each in ("other", "cpu")
        )
        bare_cpu = self.middle("cpu", BARE.name)
        dash = self.middle("other", DASH.name)
        return f"""**Cold start.** *Chart visible*: the first chart with the numbers of the address has been
painted. Ours is a drawing inside the page's first bytes ({cold:.0f} ms). *Follows the hand*: its slider
moves it, as every position of the drawing has come ({live:.0f} ms). plotly.js takes its place later. *Whole page in place*: the platform has started,
connected and run, and the figure has moved into its page as it is ({whole:.0f} ms); a bare Streamlit page
(one slider, one line of text) shows its slider after {bare:.0f} ms. On the other pages the three are one.

**Another control.** Its change is answered by the server. "The platform alone" is a Streamlit page
with as many elements as ours, a component that is sent as many bytes, and nothing behind them:
{alone:.0f} ms pass there before a line of two points is painted anew, of the {dash:.0f} ms that Dash takes in
all. What is ours is the other {self.middle("other") - alone:.0f} ms: the model, the words and the figure. Lines glide to
their new place; painted means that they have set out.

**Server time.** The bare and the ordinary Streamlit page run as Streamlit installs itself, without uvloop, which our
site adds; the page of as many elements has it too. A committed change draws again what the main slider changes: the figure, seven answers, a
month's working, its field, a table to open, the address. The platform alone takes
{alone_cpu:.1f} ms for as many elements without content, {alone_cpu / bare_cpu:.2f} times the bare page; ours adds
{self.middle("cpu") - alone_cpu:.1f} ms. Each press commits a value that was not there before, so that nothing is answered
from a cache. The browser has every position of the slider: as long as no fold is open and the hand stays at the figure, Python is
asked only once the slider rests or the hand leaves, so that a reader who moves it once a second costs the server
{self.middle("played cpu"):.1f} ms a change. What a server takes at rest with a page open is taken off from all three."""


def in_ms(milliseconds: float) -> str:
    """Return a time, with tenths where they count."""
    return f"{milliseconds:.{0 if milliseconds >= 20 else 1}f} ms"


def met(is_met: bool) -> str:
    """Return the word for it."""
    return "yes" if is_met else "no"


def write(report: Report) -> None:
    """Write the page anew; what was written by hand at its end stays."""
    _, heading, by_hand = PATH.read_text(encoding="utf-8").partition(KEPT)
    PATH.write_text(f"{report}{heading}{by_hand}", encoding="utf-8")
