"""score_recovery."""
