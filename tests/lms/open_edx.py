"""Serve one unit of an Open edX course, as the course platform's own workbench does.

Runs in an environment of its own: ``python open_edx.py FOLDER PORT < unit.html``.
"""

import json
import os
import sys
from pathlib import Path

HOST = "127.0.0.1"


def serve(folder: Path, port: str, html: str) -> None:
    """Serve a unit that holds this HTML; its database lies in `folder`."""
    os.chdir(folder)
    Path("var").mkdir(exist_ok=True)
    store = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(folder / "var/db")}
    os.environ["WORKBENCH_DATABASES"] = json.dumps({"default": store})
    os.environ["DJANGO_SETTINGS_MODULE"] = "workbench.settings"
    os.environ["EXCLUDE_SAMPLE_XBLOCKS"] = "no"
    import django
    from django.core.management import call_command
    from workbench import settings

    # Its file store, which no figure needs, is behind the Django that it asks for.
    unused = ("djpyfs",)
    kept = [each for each in settings.INSTALLED_APPS if each not in unused]
    settings.INSTALLED_APPS = kept
    django.setup()
    call_command("migrate", run_syncdb=True, verbosity=0)
    from workbench import scenarios

    scenarios.get_scenarios.initialized = True
    unit = f"<vertical_demo><html_demo><![CDATA[{html}]]></html_demo></vertical_demo>"
    scenarios.add_xml_scenario("unit", "A unit with a figure", unit)
    call_command("runserver", f"{HOST}:{port}", use_reloader=False, verbosity=0)


if __name__ == "__main__":
    serve(Path(sys.argv[1]), sys.argv[2], sys.stdin.read())
