"""The numbered migrations of the tables, applied when a server starts."""
