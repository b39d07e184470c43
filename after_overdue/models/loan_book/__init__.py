"""loan_book."""
