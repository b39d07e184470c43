"""The library: what a program and a notebook of somebody else's are given."""

import ast
import json
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import after_overdue as ao
from after_overdue.cases.result import AnyResult
from after_overdue.catalog.files import LANGUAGES
from after_overdue.errors import InputError
from after_overdue.models.registry import MODELS, PAGE_MODELS
from tests.days import DAYS

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples").glob("*.ipynb"))
HEAVY = ("pandas", "plotly", "streamlit", "numpy", "pydantic")


@pytest.mark.parametrize("noun", MODELS)
def test_every_model_gives_numbers_table_figure_and_sources(noun) -> None:
    for language in LANGUAGES:
        found = ao.calculate(noun, language=language)
        assert found.summary
        assert not found.frame.empty
        assert found.figure.data
        assert found.sources == found.document()["sources"]
        shown = found._repr_html_()
        assert found.sentence in shown.replace("&#x27;", "'")
        assert "@" not in found.figure.to_json().replace("@media", "")


def test_the_library_answers_as_the_json_interface_does() -> None:
    found: AnyResult = MODELS["apr"].answer(
        MODELS["apr"].read({"months": ["24"]}, datetime.fromisoformat(DAYS[0]).date())[
            0
        ],
        datetime.fromisoformat(DAYS[0]).date(),
    )
    assert ao.calculate("apr", months=24).document() == found.document()


@pytest.mark.parametrize(
    "months", [24, "24", np.int64(24), 24.0], ids=lambda each: type(each).__name__
)
def test_a_number_may_come_from_anywhere(months) -> None:
    assert ao.calculate("apr", months=months).inputs["months"] == 24


DUE = [date(2026, 3, 1), date(2025, 2, 28), date(2024, 2, 29)]
COLUMN = pd.Series(pd.to_datetime(DUE), name="due_on")
DATED = {
    "dates": DUE,
    "texts": [str(each) for each in DUE],
    "times": [datetime(d.year, d.month, d.day, 23, 59) for d in DUE],
    "timestamps": list(COLUMN),
    "zoned": list(COLUMN.dt.tz_localize("Asia/Shanghai")),
    "column": COLUMN,
    "index": pd.DatetimeIndex(COLUMN),
    "objects": COLUMN.astype(object).to_numpy(),
    **{unit: COLUMN.to_numpy().astype(f"M8[{unit}]") for unit in ("ns", "s", "D")},
}
NOT_A_TIME = np.datetime64("NaT", "ns")


@pytest.mark.parametrize("kind", DATED)
def test_a_day_may_come_from_anywhere(kind) -> None:
    known = ao.sweep("three-clocks", over={"due_on": DUE})
    found = ao.sweep("three-clocks", over={"due_on": DATED[kind]})
    answers = known.columns.drop("due_on")
    pd.testing.assert_frame_equal(found[answers], known[answers])
    for given, day in zip(DATED[kind], DUE, strict=True):
        asked = ao.calculate("three-clocks", today=given, due_on=given)
        assert (asked.today, asked.inputs["due_on"]) == (day, day)
        assert type(asked.today) is date
        same = ao.inputs("apr", today=day)
        pd.testing.assert_frame_equal(ao.inputs("apr", today=given), same)


@pytest.mark.parametrize(
    "given", [pd.NaT, NOT_A_TIME, "soon", "2026-02-30", 20261123, float("nan"), DUE]
)
def test_what_is_no_day_is_told_in_a_sentence(given) -> None:
    with pytest.raises(InputError, match=r"^today is '.*', not a day;"):
        ao.calculate("apr", today=given)
    with pytest.raises(InputError, match=r"^due_on"):
        ao.calculate("three-clocks", due_on=given)


@pytest.mark.parametrize("given", [pd.NaT, NOT_A_TIME])
def test_a_missing_day_is_a_day_not_given(given) -> None:
    for model, asked in PAGE_MODELS.items():
        for name, each in asked.inputs_on(DUE[0]).items():
            if each.kind in ("date", "month"):
                assert said(model, name, given) == said(model, name, None)


def said(model: str, name: str, given: object) -> object:
    """What a model answers, or why it refuses."""
    try:
        return ao.calculate(model, **{name: given}).document()
    except InputError as refused:
        return str(refused)


def test_a_sweep_has_a_row_for_each_combination() -> None:
    over = {"months": np.arange(3, 7), "monthly_fee": (0.0, 0.01)}
    found = ao.sweep("apr", over=over)
    assert len(found) == 8
    assert (found.loc[found["monthly_fee"] == 0, "apr"].abs() < 1e-9).all()
    grouped = ao.sweep("card-plan", over={"pay_per_month": [1000, 2000]})
    assert grouped["fixed_months"].is_monotonic_decreasing


def test_what_cannot_be_used_is_told_in_a_sentence() -> None:
    with pytest.raises(InputError, match=r"^months是0，") as refused:
        ao.calculate("apr", language="zh", months=0)
    assert isinstance(refused.value, ValueError)
    with pytest.raises(InputError, match="did you mean credit_lag; there are three"):
        ao.inputs("credit-lak")
    with pytest.raises(InputError, match="'fr' is no language"):
        ao.calculate("apr", language="fr")
    with pytest.raises(AttributeError, match="it has Calculation"):
        _ = ao.calcualte


def test_no_input_has_a_name_that_the_library_has_for_itself() -> None:
    own = {"model", "today", "language", "over"}
    assert not any(own & {*model.inputs} for model in PAGE_MODELS.values())


def test_to_import_it_loads_nothing_yet() -> None:
    code = f"import sys, after_overdue; print({{*sys.modules}} & {{*{HEAVY}}})"
    command = [sys.executable, "-c", code]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert ended.stdout == "set()\n", ended.stderr


def ran(code: str, names: dict[str, Any]) -> Any:
    """Run a cell; return what it shows."""
    tree = ast.parse(code)
    last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, "cell", "exec"), names)
    if last is not None:
        return eval(compile(ast.Expression(last.value), "cell", "eval"), names)
    return None


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_cell_of_an_example_runs_and_is_kept_without_its_output(path) -> None:
    cells = json.loads(path.read_text("utf-8"))["cells"]
    names: dict[str, Any] = {}
    for cell in (each for each in cells if each["cell_type"] == "code"):
        shown = ran("".join(cell["source"]), names)
        assert getattr(shown, "_repr_html_", lambda: True)()
        assert not cell["outputs"]
