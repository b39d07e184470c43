"""Cut our fonts out of the whole of each.

`make font` runs it where fontTools and the packages with the whole fonts are. Handouts
and pictures are printed with one that keeps each sign of the content, and the 3,755
characters that a writer is likely to need next: the first level of GB 2312. A first
view is shown in the Latin part of the platform's own, which a phone has sooner.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from itertools import product
from pathlib import Path

from fontTools import subset
from fontTools.varLib import instancer

ROOT = Path(__file__).parents[1]
WHOLE, SIMPLIFIED = "NotoSansCJK-VF.otf.ttc", 2
"""The file of all five regions in the package, and the place of ours in it."""
TO = ROOT / "after_overdue/teaching/exports/fonts/NotoSansCJKsc-part.otf"
WRITTEN = ("content/**/*.yaml", "content/**/*.md", "after_overdue/**/*.typ")
LATIN, MARKS, CJK_MARKS, WIDE = (
    range(0x20, 0x17F),
    range(0x2010, 0x2040),
    range(0x3000, 0x3020),
    range(0xFF01, 0xFF5F),
)
PLATFORM = ".venv/lib/*/site-packages/streamlit/static/static/media"
WHOLE_LATIN = f"{PLATFORM}/SourceSansVF-Upright.*.woff2"
"""The platform's font, where it is installed."""
FIRST = ROOT / "after_overdue/web/assets/after-overdue-sans.woff2"
FAMILY, WEIGHTS = "After Overdue Sans", (400, 700)
"""A part may not have the name of the whole, which its licence reserves."""
DRAWN = ("content/**/*.yaml", "after_overdue/**/*.py")
"""What a first view says and marks; characters that the whole has not are left out."""
FAMILY_NAMES, LICENCE_NAMES = (1, 4, 6, 16), (0, 13, 14)
"""Places of a font's table of names."""
UPRIGHT = ("vhea", "vmtx", "VORG", "VVAR", "DSIG")
"""Tables for text that runs down the page, which nothing here does."""


def signs() -> set[str]:
    """Return every sign that the font keeps."""
    ranges = (LATIN, MARKS, CJK_MARKS, WIDE)
    usual = {chr(code) for each in ranges for code in each}
    return {*"".join(_texts(WRITTEN)), *usual, *_common()}


def _texts(patterns: Iterable[str]) -> Iterator[str]:
    for each in patterns:
        for path in ROOT.glob(each):
            yield path.read_text("utf-8")


def _common() -> Iterator[str]:
    for pair in product(range(0xB0, 0xD8), range(0xA1, 0xFF)):
        yield bytes(pair).decode("gb2312", "ignore")


def _print() -> None:
    package = find_spec("manimgx_fonts_cjk")
    assert package is not None and package.origin is not None
    options = subset.Options(
        font_number=SIMPLIFIED, name_IDs=["*"], name_languages=["*"]
    )
    options.drop_tables += UPRIGHT
    font = subset.load_font(Path(package.origin).with_name(WHOLE), options)
    cutter = subset.Subsetter(options)
    cutter.populate(text="".join(signs()))
    cutter.subset(font)
    subset.save_font(font, TO, options)
    print(f"{TO.name}: {TO.stat().st_size / 1e6:.1f} MB")


def _first_view() -> None:
    options = subset.Options(
        flavor="woff2",
        name_IDs=[*FAMILY_NAMES, *LICENCE_NAMES],
        layout_features=["kern", "mark", "mkmk", "ccmp", "locl", "liga"],
    )
    font = subset.load_font(next(ROOT.glob(WHOLE_LATIN)), options)
    cutter = subset.Subsetter(options)
    usual = (chr(code) for each in (LATIN, MARKS) for code in each)
    cutter.populate(text="".join([*usual, *_texts(DRAWN)]))
    cutter.subset(font)
    font = instancer.instantiateVariableFont(font, {"wght": WEIGHTS})
    for record in font["name"].names:
        if record.nameID in FAMILY_NAMES:
            record.string = FAMILY
    subset.save_font(font, FIRST, options)
    print(f"{FIRST.name}: {FIRST.stat().st_size / 1e3:.0f} kB")


def main() -> None:
    """Write the fonts."""
    _print()
    _first_view()


if __name__ == "__main__":
    main()
