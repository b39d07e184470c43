"""Exports: what a trainer or a reader takes home, as files that others can read."""
