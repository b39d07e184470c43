"""Teaching: a class session, its learners, their answers, and where they are kept."""
