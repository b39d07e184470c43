"""After Overdue: what happens to a person's credit after a loan goes overdue.

Its library is three functions, which are read only once they are wanted:

    import after_overdue as ao

    ao.calculate("apr", amount=12000, months=12).figure
    ao.sweep("apr", over={"months": range(6, 37)})
    ao.inputs("apr")
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from after_overdue.calculation import Calculation, calculate, inputs, sweep

__version__ = "1.0.0"
__all__ = ["Calculation", "__version__", "calculate", "inputs", "sweep"]


def __getattr__(name: str) -> Any:  # noqa: ANN401  # whichever is asked for
    """Return a name of the library; ``import after_overdue`` alone loads nothing."""
    if name in __all__:
        return getattr(import_module("after_overdue.calculation"), name)
    raise AttributeError(f"after_overdue has no '{name}'; it has {', '.join(__all__)}.")


def __dir__() -> list[str]:
    """Return what there is to try, for completion."""
    return sorted(__all__)
