"""QR codes: one drawing for slides, boards, phones and paper."""

from xml.etree import ElementTree

from after_overdue.sharing.qr import PIXELS_PER_MODULE, QUIET_MODULES, qr_svg

SVG = "{http://www.w3.org/2000/svg}"


def test_a_code_that_is_saved_is_a_picture_for_any_program() -> None:
    assert ElementTree.fromstring(qr_svg("https://guide.example/")).tag == f"{SVG}svg"


def test_a_code_is_black_on_white_with_four_quiet_modules_around_it() -> None:
    paper, code = ElementTree.fromstring(qr_svg("https://guide.example/")).iter(
        f"{SVG}path"
    )
    assert (paper.get("fill"), code.get("stroke")) == ("#fff", "#000")
    assert code.get("d", "").startswith(f"M{QUIET_MODULES} {QUIET_MODULES}.5")
    assert PIXELS_PER_MODULE > 1
