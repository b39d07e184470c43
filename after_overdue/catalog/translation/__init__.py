"""Translation: every text of the content out to a translator's file, and back in."""
