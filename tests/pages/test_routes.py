"""Routes: each leads from home to its last page, and counts its steps rightly."""

from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from after_overdue.catalog.files import LANGUAGES, PAGES
from after_overdue.catalog.interface import words
from after_overdue.catalog.routes import routes

APP = str(Path(__file__).parents[2] / "after_overdue/ui/main.py")
SCRIPTS = {each.stem: str(each) for each in PAGES.rglob("*.py")}


def opened(page: str, **address: str) -> AppTest:
    app = AppTest.from_file(APP, default_timeout=60)
    app.query_params.update(address)
    app.switch_page(SCRIPTS[page])
    app.run()
    assert not app.exception
    assert not app.error
    return app


def way(app: AppTest, sign: str) -> tuple[str, str, dict[str, str]]:
    """Return label, page and address of the one link whose label has `sign`."""
    (link,) = (e.proto for e in app.get("page_link") if sign in e.proto.label)
    return link.label, link.page, dict(parse_qsl(link.query_string))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", routes())
def test_a_route_leads_from_home_to_its_last_page_and_counts(name, language) -> None:
    route = routes()[name]
    app = opened("home", lang=language, plain="1")
    _, page, address = way(app, route.title[language])
    for at, step in enumerate(route.steps, 1):
        assert (page, address["route"], address["lang"]) == (step.page, name, language)
        app = opened(page, **address)
        assert not app.warning
        if at < len(route.steps):
            sign = words("route", language)["next"].partition(":")[0]
            sign = sign.partition("：")[0]
            label, page, address = way(
                app, sign.format(step=at + 1, count=len(route.steps))
            )
            assert "**" in label
    assert words("route", language)["end"] in [each.value for each in app.markdown]
    assert bool(app.get("link_button")) == bool(route.closing)


def test_a_route_that_nobody_knows_is_told() -> None:
    (lines,) = opened("claims", lang="en", route="shortcut").warning
    assert "“shortcut”" in lines.value
    assert all(name in lines.value for name in routes())


def test_a_page_off_the_route_leads_back_to_it() -> None:
    app = opened("offer_check", lang="en", route="late")
    app.switch_page(SCRIPTS["glossary"]).run()
    _, page, address = way(app, "Back to your way")
    assert (page, address["route"]) == ("offer_check", "late")
