"""Plotly figures as plain dicts: results and words in, figure out."""
