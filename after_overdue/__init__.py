"""After Overdue: what happens to a person's credit after a loan goes overdue."""
