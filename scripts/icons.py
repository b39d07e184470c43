"""Draw the icons of the installed app from the mark.

``python -m scripts.icons`` writes them beside the assets of the reading pages. The mark
of an icon that a system may cut (*maskable*) stays inside its safe circle.
"""

from __future__ import annotations

import re
from io import BytesIO

from PIL import Image
from playwright.sync_api import sync_playwright

from after_overdue.figures.theme import PALETTES
from after_overdue.reading.app_manifest import ICONS
from after_overdue.reading.files import ASSETS
from after_overdue.reading.markup import PRINTED_MARK
from scripts.browser import browser

WIDTH_OF_ALL = {"any": 0.72, "maskable": 0.56}
"""How much of an icon the mark takes, by what the icon is for."""
COLOURS = 64


def main() -> None:
    """Write every icon."""
    with sync_playwright() as playwright:
        shown = playwright.chromium.launch(
            executable_path=str(browser()), args=["--no-sandbox"]
        )
        page = shown.new_page()
        for name, (pixels, purpose) in ICONS.items():
            page.set_viewport_size({"width": pixels, "height": pixels})
            width = round(pixels * WIDTH_OF_ALL[purpose])
            page.set_content(_html(width))
            drawn = Image.open(BytesIO(page.screenshot()))
            drawn.quantize(COLOURS).save(ASSETS / name, optimize=True)
        shown.close()


def _html(width: int) -> str:
    paper = PALETTES["light"]["paper"]
    mark = re.sub(r' class="brand-mark"', f' width="{width}"', PRINTED_MARK)
    place = "margin:0;height:100vh;display:grid;place-items:center"
    return f'<body style="{place};background:{paper}">{mark}'


if __name__ == "__main__":
    main()
