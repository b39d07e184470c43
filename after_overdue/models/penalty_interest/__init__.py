"""penalty_interest."""
