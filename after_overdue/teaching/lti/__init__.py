"""LTI 1.3: a course platform sends its people here, and gets their grades back."""
