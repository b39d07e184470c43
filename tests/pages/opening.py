"""A page opened as a browser opens it, and what it says."""

from collections.abc import Sequence
from pathlib import Path

from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).parents[2]
APP = str(ROOT / "after_overdue/ui/main.py")


def page_of(noun: str) -> str:
    """Return the script of an Explore page."""
    return str(ROOT / f"pages/explore/{noun}.py")


def opened(noun: str, **address: str | list[str]) -> AppTest:
    return _opened(noun, address)


def unfolded(noun: str, **address: str | list[str]) -> AppTest:
    """Open a page whose reader has opened its folds, too."""
    return _opened(noun, address, folds=("working", "grounds", "away"))


def _opened(
    noun: str, address: dict[str, str | list[str]], folds: Sequence[str] = ()
) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=30)
    app.query_params.update({"lang": "en"} | address)
    for name in folds:
        app.session_state[name] = True
    app.switch_page(page_of(noun))
    app.run()
    assert not app.exception
    return app


def text(app: AppTest) -> str:
    assert not app.exception
    return "\n".join(each.value for each in [*app.markdown, *app.caption])


def warnings(app: AppTest) -> list[str]:
    return [each.value.replace("\\", "") for each in app.warning]
