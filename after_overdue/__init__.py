"""After Overdue: what happens to a person's credit after a loan goes overdue."""

__version__ = "1.0.0"
