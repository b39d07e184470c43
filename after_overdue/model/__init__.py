"""Arithmetic: numbers in, frozen results out."""
