"""The library: what a program and a notebook of somebody else's are given."""

import ast
import json
import subprocess
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
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
