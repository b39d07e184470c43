"""The typed, checked view of content/, and its numbered rules."""
