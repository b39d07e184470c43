"""Run the command line: ``python -m after_overdue``."""

from after_overdue.cli import main

raise SystemExit(main())
