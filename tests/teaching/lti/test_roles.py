"""Who is the trainer and who learns, by the roles that a platform sends."""

import itertools

import pytest

from after_overdue.teaching.lti.roles import VOCABULARY, learns, runs

COURSE = f"{VOCABULARY}membership"
LEARNER = f"{COURSE}#Learner"
TRAINERS = [
    f"{COURSE}#Instructor",
    f"{COURSE}#Administrator",
    f"{COURSE}/Instructor#TeachingAssistant",
    f"{COURSE}/Administrator#Support",
    "Instructor",
    "Administrator",
]
LEARNERS = [
    LEARNER,
    "Learner",
    f"{COURSE}/Learner#Instructor",
    f"{COURSE}/Learner#NonCreditLearner",
]
OTHERS = [
    f"{COURSE}#Mentor",
    f"{COURSE}/Mentor#Instructor",
    f"{COURSE}#ContentDeveloper",
    f"{COURSE}/Member#Administrator",
    f"{COURSE}#Instructors",
    f"{COURSE}/Instructor",
    "Mentor",
    f"https{COURSE.removeprefix('http')}#Instructor",
    f"https://lms.example/{COURSE}#Instructor",
    "https://lms.example/roles#Instructor",
    f"{VOCABULARY}institution/person#Staff",
    f"{VOCABULARY}institution/person#Faculty",
    f"{VOCABULARY}institution/person#Instructor",
    f"{VOCABULARY}institution/person#Administrator",
    f"{VOCABULARY}institution/person#Learner",
    f"{VOCABULARY}system/person#User",
    "",
    None,
    7,
]
OF_PLATFORM = [f"{VOCABULARY}system/person#{each}" for each in ("Administrator",)]


@pytest.mark.parametrize("trainer", TRAINERS)
def test_a_role_that_runs_a_course_counts_beside_any_other(trainer) -> None:
    for other in (*LEARNERS, *OTHERS, *OF_PLATFORM):
        for roles in itertools.permutations([trainer, other]):
            assert runs(roles) and not learns(roles), roles


def test_no_sub_role_of_a_learner_runs_a_course() -> None:
    for roles in itertools.permutations(LEARNERS, 2):
        assert learns(roles) and not runs(roles), roles
    for learner, other in itertools.product(LEARNERS, (*OTHERS, *OF_PLATFORM)):
        assert not runs([learner, other]), other
        assert learns([other, learner]), other


def test_who_runs_the_platform_is_trainer_where_no_role_in_the_course_says_else() -> (
    None
):
    assert not any(runs([other]) or learns([other]) for other in OTHERS)
    assert not runs(()) and not learns(())
    for one in OF_PLATFORM:
        assert runs([one]) and not learns([one])
        assert runs([f"{VOCABULARY}institution/person#Staff", one])
        assert not runs([f"{COURSE}#Mentor", one])
