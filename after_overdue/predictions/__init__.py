"""Predictions: what a reader guesses before a model is drawn."""
