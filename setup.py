"""Let a wheel carry what stands beside the package: app, pages, content, settings.

All else about the package is in pyproject.toml.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

BESIDE = ("app.py", "pages", "content", ".streamlit", "requirements.txt")
CARRIED = "after_overdue/carried"


class BuildWithGuide(build_py):
    """Build the package, with the guide's files where `after_overdue.project` looks."""

    def run(self) -> None:
        """Build, and copy; an editable package finds them in its checkout."""
        super().run()
        if self.editable_mode:
            return
        for source in map(Path, BESIDE):
            for path in (source, *source.rglob("*")):
                if path.is_file() and path.suffix != ".pyc":
                    copy = Path(self.build_lib, CARRIED, path)
                    copy.parent.mkdir(parents=True, exist_ok=True)
                    shutil.copyfile(path, copy)


setup(cmdclass={"build_py": BuildWithGuide})
