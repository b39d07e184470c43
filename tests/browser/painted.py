"""What a drawing paints outside its frame, seen in the pixels of a page."""

import io

import numpy as np
from PIL import Image
from playwright.sync_api import Page

DRAWINGS = 'svg[role="img"][viewBox]'
SEEN = 24
"""Difference of a pixel, of 255, from which an eye sees it."""
EDGE = 1
"""Pixels of a line that may lie on the edge of its frame."""
FRAMES = """(drawings) => [...document.querySelectorAll(drawings)]
  .filter((each) => each.checkVisibility())
  .map((each) => {
    const at = each.getBoundingClientRect();
    const placed = each.getScreenCTM();
    const [left, top, by] = [placed.e + scrollX, placed.f + scrollY, placed.a];
    const fields = [...each.querySelectorAll('svg')].map((field) => {
      const sides = ['x', 'y', 'width', 'height'];
      const [x, y, width, height] = sides.map((side) => field[side].baseVal.value * by);
      return [left + x, top + y, left + x + width, top + y + height];
    });
    const own = [at.left + scrollX, at.top + scrollY];
    return [[...own, own[0] + at.width, own[1] + at.height], fields];
  })"""
CUT = """([drawings, most]) =>
  [...document.querySelectorAll(drawings)].flatMap((each) => {
    const frame = each.getBoundingClientRect();
    const slack = most * each.getScreenCTM().a;
    const isCut = (at) =>
      at.left < frame.left - slack || at.right > frame.right + slack ||
      at.top < frame.top - slack || at.bottom > frame.bottom + slack;
    return [...each.querySelectorAll('text')]
      .filter((word) => word.textContent.trim())
      .filter((word) => isCut(word.getBoundingClientRect()))
      .map((word) => word.textContent);
  })"""
SLACK = 4
"""Pixels of the drawing that the box of a word is wider than its letters."""
AROUND = 64
"""Pixels around the drawings that are looked at; what leaves a frame crosses them."""
BESIDE = 2
"""Pixels by which two pictures of one thing may be shifted against each other."""
HIDE = "{of} {{ visibility: hidden !important; }}"


def painted_outside(page: Page) -> list[str]:
    """Return what is painted outside the frame of a drawing, or of a field in one."""
    frames = page.evaluate(FRAMES, DRAWINGS)
    if not frames:
        return []
    own = [frame for frame, _ in frames]
    fields = [each for _, value in frames for each in value]
    start, stop = min(frame[1] for frame in own), max(frame[3] for frame in own)
    above = max(int(start) - AROUND, 0)
    whole = _seen(page, above, stop)
    found = []
    for what, hidden, within in (
        ("a drawing", f"{DRAWINGS}, {DRAWINGS} *", own),
        ("the field of a drawing", f"{DRAWINGS} svg, {DRAWINGS} svg *", fields),
    ):
        if not within:
            continue
        style = page.add_style_tag(content=HIDE.format(of=hidden))
        changed = np.abs(whole - _seen(page, above, stop)).max(axis=2) > SEEN
        style.evaluate("(each) => each.remove()")
        for left, top, right, bottom in within:
            rows = slice(
                max(int(top) - above - EDGE, 0), int(bottom) - above + 1 + EDGE
            )
            changed[rows, max(int(left) - EDGE, 0) : int(right) + 1 + EDGE] = False
        if changed.any():
            rows, columns = np.nonzero(changed)
            place = f"x {columns.min()}–{columns.max()}, y {rows.min()}–{rows.max()}"
            found.append(f"{what} paints {changed.sum()} pixels outside it: {place}")
    return found


def words_cut(page: Page) -> list[str]:
    """Return the words of drawings that lie outside the frame and are not seen."""
    found = page.evaluate(CUT, [DRAWINGS, SLACK])
    return [f"“{each}” is cut" for each in found]


def unlike(one: bytes, other: bytes) -> float:
    """Return the share of a picture that has nothing like it near there in another."""
    here, there = _pixels(one), _pixels(other)
    assert here.shape == there.shape
    height, width, _ = here.shape
    around = np.pad(there, ((BESIDE, BESIDE), (BESIDE, BESIDE), (0, 0)), mode="edge")
    nearest = np.full((height, width), 255)
    for down, across in np.ndindex(2 * BESIDE + 1, 2 * BESIDE + 1):
        shifted = around[down : down + height, across : across + width]
        nearest = np.minimum(nearest, np.abs(here - shifted).max(axis=2))
    return float((nearest > 2 * SEEN).mean())


def sideways(page: Page) -> int:
    """Return by how many pixels a page can be scrolled to the side."""
    measured: int = page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return measured


def _seen(page: Page, above: int, stop: float) -> np.ndarray:
    """Return the pixels of the whole width, around the drawings."""
    wide, high = page.evaluate(
        "[document.documentElement.clientWidth, document.documentElement.scrollHeight]"
    )
    below = min(int(stop) + AROUND, high)
    part = {"x": 0, "y": above, "width": wide, "height": below - above}
    return _pixels(page.screenshot(full_page=True, animations="disabled", clip=part))


def _pixels(shot: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(shot)).convert("RGB")).astype(np.int16)
