"""The outbox of grades that course platforms are to take."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "lti_grade",
        sa.Column("learner_id", ID, nullable=False, autoincrement=False),
        sa.Column("changed", sa.Integer, nullable=False),
        sa.Column("due_ms", sa.BigInteger),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("trouble", sa.String(32)),
        sa.Column("sent_ms", sa.BigInteger),
        sa.Column("given", sa.Integer),
        sa.Column("most", sa.Integer),
        sa.ForeignKeyConstraint(
            ["learner_id"],
            ["learner.id"],
            name="fk_lti_grade_learner_id",
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("learner_id", name="pk_lti_grade"),
    )
    op.create_index("ix_lti_grade_due_ms", "lti_grade", ["due_ms"])


def downgrade() -> None:
    """Drop it."""
    op.drop_table("lti_grade")
