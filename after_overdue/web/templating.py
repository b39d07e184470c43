"""Templates of our own HTML pages."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined

from after_overdue.web.static_files import asset_url

_environment = Environment(
    loader=PackageLoader("after_overdue.web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
_environment.globals["asset"] = asset_url


def rendered(name: str, **values: object) -> str:
    """Return a template of ours, filled in; what is filled in is escaped."""
    return _environment.get_template(name).render(**values)
