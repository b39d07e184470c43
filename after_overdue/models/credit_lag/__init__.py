"""credit_lag."""
