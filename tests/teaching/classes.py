"""A lesson to play, and the moments at which it is played."""

from datetime import UTC, datetime, timedelta

from after_overdue.teaching.lesson import Lesson, PageStep, Prediction, QuizStep

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
PREDICTION = Prediction("score_recovery", {"points_lost": 60}, "month")
LESSON = Lesson(
    "Late payments",
    "en",
    (PREDICTION, QuizStep("what-is-late"), PageStep("penalty_interest")),
)


def later(**span: float) -> datetime:
    """A moment after the class was opened."""
    return NOW + timedelta(**span)
