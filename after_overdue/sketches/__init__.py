"""Sketches: figures inside an answer that has no page to try its case on."""
