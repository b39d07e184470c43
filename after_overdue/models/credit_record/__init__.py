"""credit_record."""
