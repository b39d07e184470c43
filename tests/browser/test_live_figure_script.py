"""The figure's script by itself: it places, paints and marks; it never calculates."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page

SCRIPT = "/_stcore/bidi-components/after-overdue.live_figure/live_figure.js"


@pytest.fixture
def run(page: Page, site: str):
    """Run an expression that sees the script's exports as `script`."""
    page.goto(f"{site}/healthz")

    def ran(expression: str, **values: Any) -> Any:
        return page.evaluate(
            f"""async (values) => {{
              const script = await import("{SCRIPT}");
              return ({expression})(script, values);
            }}""",
            values,
        )

    return ran


def test_an_answer_is_placed_where_its_path_leads(run) -> None:
    shown = {"data": [{"y": [1]}, {"y": [2]}], "layout": {"meta": {"alt": "old"}}}
    paths = {"data.1.y": [[5], [6], [7]], "layout.meta.alt": ["a", "b", "c"]}
    placed = run(
        "(script, { shown, paths }) => script.atPosition(shown, paths, 2)",
        shown=shown,
        paths=paths,
    )
    assert placed["data"] == [{"y": [1]}, {"y": [7]}]
    assert placed["layout"]["meta"]["alt"] == "c"


def test_without_paths_a_figure_stays_as_it_is(run) -> None:
    shown = {"data": [{"y": [1]}]}
    assert run("(s, { shown }) => s.atPosition(shown, null, 9)", shown=shown) == shown


def test_colours_are_painted_by_their_meaning_at_any_depth(run) -> None:
    node = {"line": {"color": "@late"}, "x": [1, None, "@late", "late"]}
    painted = run(
        "(script, { node }) => script.painted(node, { late: 'red' })", node=node
    )
    assert painted == {"line": {"color": "red"}, "x": [1, None, "red", "late"]}


def test_markers_stand_on_the_visible_lines_only(run) -> None:
    figure = {
        "data": [
            {"uid": "a", "y": [1, 2, 3]},
            {"uid": "b", "y": [4, 5, 6], "visible": False},
            {"uid": "region", "y": [7, 7, 9, 9], "fill": "toself"},
            {"uid": "chosen"},
        ],
        "layout": {"shapes": [{"name": "late"}, {"name": "chosen"}]},
    }
    marked = run(
        """(script, { figure }) => {
          script.mark(figure, 12, 2, ["a", "b", "region"]);
          return figure;
        }""",
        figure=figure,
    )
    assert marked["data"][3] == {"uid": "chosen", "x": [12, 12], "y": [3, 7]}
    assert marked["layout"]["shapes"][1]["x0"] == 12
    assert "x0" not in marked["layout"]["shapes"][0]


def test_paths_that_cannot_be_had_leave_no_error(run) -> None:
    assert run("(script) => script.fetchPaths('')") is None


def test_paths_are_fetched_once(page: Page, run) -> None:
    asked: list[str] = []
    page.route(
        "**/paths/case-1",
        lambda route: (
            asked.append(route.request.url),
            route.fulfill(
                body=json.dumps({"places": {}}), content_type="application/json"
            ),
        ),
    )
    run("async (s) => { await s.fetchPaths('case-1'); await s.fetchPaths('case-1'); }")
    assert len(asked) == 1
