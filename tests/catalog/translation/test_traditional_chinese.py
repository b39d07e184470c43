"""A third language by the translators' path: Traditional Chinese, checked and served.

OpenCC stands for the translator. The language lives in a copy of the content.
"""

import json
import shutil
import subprocess
import sys
from typing import Any

import pytest

from after_overdue.catalog.files import CONTENT
from after_overdue.cli import main
from scripts.traditional import main as fill

LANGUAGE = "zh-Hant"
LINKED = ("after_overdue", "pages", ".streamlit", "app.py")
SERVE = f"""
import json
from pathlib import Path
from starlette.applications import Starlette
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest
from after_overdue.cli import main
from after_overdue.web.routes import routes

HERE = Path.cwd()
checked = main(["check"])
addresses = {{
    "answer": "/read/{LANGUAGE}/questions/free-reports",
    "shell": "/apr?lang=zh-TW",
    "join": "/join?lang={LANGUAGE}",
    "figure": "/charts/apr.svg?lang={LANGUAGE}",
    "gift": "/exports/gift.{LANGUAGE}.gift",
    "qti": "/exports/qti12.{LANGUAGE}.zip",
    "data": "/data/claims.csv",
    "api": "/api/v1/openapi.json",
    "search": "/api/v1/search?q=徵信&lang={LANGUAGE}",
}}
with TestClient(Starlette(routes=routes)) as client:
    found = {{name: client.get(each) for name, each in addresses.items()}}
app = AppTest.from_file(str(HERE / "after_overdue/ui/main.py"), default_timeout=60)
app.query_params["lang"] = "{LANGUAGE}"
app.switch_page(str(HERE / "pages/explore/apr.py")).run()
title, switch = app.title[0].value, app.button(key="switch_language")
label = switch.label
switch.click().run()
print(json.dumps({{
    "checked": checked,
    "codes": {{name: each.status_code for name, each in found.items()}},
    "texts": {{name: each.text for name, each in found.items() if name != "qti"}},
    "titles": [title, app.title[0].value],
    "switch": label,
    "exceptions": [each.value for each in app.exception],
}}))
"""


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the project says and serves once it has the language."""
    project = tmp_path_factory.mktemp("project")
    for part in LINKED:
        (project / part).symlink_to(CONTENT.parent / part)
    content, file = project / "content", project / "zh-Hant.xlf"
    shutil.copytree(CONTENT, content)
    place = ["--content", str(content), str(file)]
    out = ["export", "--source", "zh", "--language", LANGUAGE]
    assert main(["translation", *out, *place]) == 0
    fill(file)
    assert main(["translation", "import", *place]) == 0
    done = subprocess.run(
        [sys.executable, "-c", SERVE], cwd=project, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stdout + done.stderr
    *said, told = done.stdout.splitlines()
    return {"said": said, **json.loads(told)}


def test_the_project_checks_three_languages_and_finds_nothing(served) -> None:
    assert served["checked"] == 0, served["said"]
    assert "3 languages: no problems" in served["said"][-1]


def test_every_kind_of_page_and_file_is_served_in_the_third(served) -> None:
    assert set(served["codes"].values()) == {200}
    texts = served["texts"]
    for name in ("answer", "shell", "join"):
        assert f'<html lang="{LANGUAGE}"' in texts[name]
    assert "個人信用報告能免費查嗎？" in texts["answer"]
    assert 'hreflang="zh-Hant"' in texts["shell"]
    assert "label_zh-Hant" in texts["data"] or "text_zh-Hant" in texts["data"]
    assert "徵信" in texts["api"]
    assert json.loads(texts["search"])["found"]


def test_an_interactive_page_speaks_it_and_leads_to_the_next(served) -> None:
    assert served["exceptions"] == []
    assert served["switch"] == "English"
    here, there = served["titles"]
    assert (here, there.isascii()) == ("分期的手續費，其實多貴？", True)
