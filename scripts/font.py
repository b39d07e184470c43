"""Cut the font that handouts and pictures are printed with out of the whole of it.

`make font` runs it where fontTools and the package with the whole font are. It keeps
each sign of the content, and the 3,755 characters that a writer is likely to need next:
the first level of GB 2312.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from itertools import product
from pathlib import Path

from fontTools import subset

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
UPRIGHT = ("vhea", "vmtx", "VORG", "VVAR", "DSIG")
"""Tables for text that runs down the page, which nothing here does."""


def signs() -> set[str]:
    """Return every sign that the font keeps."""
    texts = (path.read_text("utf-8") for each in WRITTEN for path in ROOT.glob(each))
    ranges = (LATIN, MARKS, CJK_MARKS, WIDE)
    usual = {chr(code) for each in ranges for code in each}
    return {*"".join(texts), *usual, *_common()}


def _common() -> Iterator[str]:
    for pair in product(range(0xB0, 0xD8), range(0xA1, 0xFF)):
        yield bytes(pair).decode("gb2312", "ignore")


def main() -> None:
    """Write the font."""
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


if __name__ == "__main__":
    main()
