"""The figure's script by itself: it places, paints and marks; it never calculates."""

import json
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from after_overdue.figures.theme import ASSETS, MODULES

FOLDER = "/_stcore/bidi-components/after-overdue.live_figure"

FETCHED_TWICE = """async (script, { address }) => {
  await script.fetchPaths(address);
  await script.fetchPaths(address);
}"""


@pytest.fixture
def run(page: Page, site: str):
    """Run an expression that sees the script's exports as `script`."""
    page.goto(f"{site}/join")

    def ran(expression: str, **values: Any) -> Any:
        return page.evaluate(
            f"""async (values) => {{
              const all = await Promise.all({list(MODULES)}.map(
                (name) => import(`{FOLDER}/${{name}}`)));
              return ({expression})(Object.assign({{}}, ...all), values);
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
    placed = {"x": [12, 12], "y": [3, 7], "visible": True}
    assert marked["data"][3] == {"uid": "chosen", **placed}
    assert marked["layout"]["shapes"][1]["x0"] == 12
    assert "x0" not in marked["layout"]["shapes"][0]


def test_an_answer_leaves_what_python_sent_as_it_was(run) -> None:
    sent = {"data": [{"marker": {"size": 4}}], "headlines": [["Owed", "5 yuan"]]}
    paths = {"data.0.marker.size": [9], "headlines.0.1": ["6 yuan"]}
    placed, after = run(
        """(script, { sent, paths }) => {
          const shown = script.atPosition({ ...sent }, paths, 0);
          return [shown, sent];
        }""",
        sent=sent,
        paths=paths,
    )
    assert placed["data"][0]["marker"]["size"] == 9
    assert placed["headlines"] == [["Owed", "6 yuan"]]
    assert after == sent


def test_lists_are_searched_for_once_a_kind_of_line(run) -> None:
    lines = [
        {"type": "scatter", "visible": True, "_input": {"x": [1], "y": [2]}},
        {"type": "scatter", "visible": True, "_input": {"x": [3], "y": [4]}},
        {"type": "scatter", "visible": True, "_input": {"x": [5], "y": 6}},
        {"type": "bar", "visible": True, "_input": {"x": [7], "y": [8]}},
    ]
    searched = run(
        """(script, { lines }) => {
          const asked = [];
          const search = script.remembered((line) => asked.push(line._input.x[0]));
          lines.forEach(search);
          return asked;
        }""",
        lines=lines,
    )
    assert searched == [1, 5, 7]


def test_a_saved_picture_says_what_it_shows_and_where_it_comes_from(run) -> None:
    framed = run(
        """(script) => script.framed(
          { height: 500, margin: { l: 4 }, annotations: [] },
          { name: "A line", words: { origin: "After Overdue" } },
          "#ffffff",
        )"""
    )
    assert framed["title"]["text"] == "A line"
    assert [each["text"] for each in framed["annotations"]] == ["After Overdue"]
    assert framed["height"] == 600
    assert framed["margin"]["l"] == 4


def test_without_a_case_no_paths_are_asked_for(run) -> None:
    assert run("(script) => script.fetchPaths('')") is False


@pytest.mark.parametrize("failing", ["abort", "404", "cut short"])
def test_paths_that_cannot_be_had_leave_no_error_and_are_asked_for_again(
    page: Page, run, failing: str
) -> None:
    asked: list[str] = []

    def fail(route: Route) -> None:
        asked.append(route.request.url)
        if failing == "abort":
            route.abort()
        else:
            route.fulfill(status=404 if failing == "404" else 200, body="{")

    page.route("**/paths/case-2", fail)
    run(FETCHED_TWICE, address="/paths/case-2")
    assert len(asked) == 2


def test_the_paths_of_a_few_cases_are_kept_and_no_more(page: Page, run) -> None:
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url.rpartition("/")[2])
        route.fulfill(body=json.dumps({"places": {}}), content_type="application/json")

    page.route("**/paths/case-*", answer)
    run(
        """async (script) => {
          for (let at = 0; at < 9; at += 1) script.keepPaths(`/paths/case-${at}`, {});
          for (const at of [0, 8]) await script.fetchPaths(`/paths/case-${at}`);
        }"""
    )
    assert asked == ["case-0"]


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
    run(FETCHED_TWICE, address="/paths/case-1")
    assert len(asked) == 1


LAID_OUT = {
    "height": 400,
    "meta": {"alt": ""},
    "font": {"size": 13},
    "margin": {"l": 40},
    "annotations": [{"text": "a", "yshift": -19}, {"font": {"size": 10}}],
}


def fitted(run, width: int, **more: Any) -> dict[str, Any]:
    layout = {**LAID_OUT, **more}
    expression = "(script, { layout, width }) => script.fitted(layout, width)"
    found: dict[str, Any] = run(expression, layout=layout, width=width)
    return found


def test_what_a_room_looks_at_grows_with_the_screen(run) -> None:
    wide = fitted(run, 1200)
    assert wide["font"]["size"] == 20
    assert wide["margin"]["l"] == 60
    assert [each.get("yshift") for each in wide["annotations"]] == [-28, None]
    assert wide["annotations"][1]["font"]["size"] == 15


def test_its_text_is_no_smaller_on_a_phone_and_bounded_on_a_wall(run) -> None:
    assert fitted(run, 300)["font"]["size"] == 13
    assert fitted(run, 9000)["font"]["size"] == 22


def test_a_chart_grows_less_in_height_than_rows_of_text(run) -> None:
    assert fitted(run, 1600)["height"] == 560
    assert fitted(run, 1600, meta={"grows": True})["height"] == 680


def test_what_something_else_chose_is_taken_though_an_answer_was_missed(run) -> None:
    """Python answers 60, is told 61 and 62, and answers 61; then a field says 40."""
    html = (ASSETS / "live_figure.html").read_text("utf-8")
    shown = run(
        """(script, { html }) => {
          document.body.innerHTML = html;
          const figure = document.querySelector("live-figure");
          const shows = (value, mine) => figure.confirmed("x", value, false, mine);
          const all = [shows(60)];
          for (const value of [61, 62]) {
            figure.awaited.x = value;
            figure.untold.set("x", value);
            figure.report = () => {};
            figure.handOver();
          }
          let mine = 62;
          for (const value of [60, 61, 40, 60]) all.push((mine = shows(value, mine)));
          return all;
        }""",
        html=html,
    )
    assert shown == [60, 62, 62, 40, 60]


def test_who_goes_back_gets_what_python_says_though_another_was_awaited(run) -> None:
    html = (ASSETS / "live_figure.html").read_text("utf-8")
    before, after = run(
        """(script, { html }) => {
          document.body.innerHTML = html;
          const figure = document.querySelector("live-figure");
          figure.awaited = { points_lost: 61 };
          const before = figure.confirmed("points_lost", 60, false, 61);
          dispatchEvent(new PopStateEvent("popstate"));
          return [before, figure.confirmed("points_lost", 60, false, 61)];
        }""",
        html=html,
    )
    assert (before, after) == (61, 60)
