"""A class session, its learners and their answers."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the three tables."""
    _make_class_session()
    _make_learner()
    _make_answer()


def _make_class_session() -> None:
    op.create_table(
        "class_session",
        sa.Column("id", ID, nullable=False),
        sa.Column("class_id", sa.String(32), nullable=False),
        sa.Column("lesson", sa.JSON, nullable=False),
        sa.Column("join_code", sa.String(16), nullable=False),
        sa.Column("join_secret", sa.String(32), nullable=False),
        sa.Column("host_hash", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("phases", sa.JSON, nullable=False),
        sa.Column("rev", sa.Integer, nullable=False),
        sa.Column("opened_ms", sa.BigInteger, nullable=False),
        sa.Column("expires_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_class_session"),
        *(
            sa.UniqueConstraint(column, name=f"uq_class_session_{column}")
            for column in ("class_id", "join_code", "join_secret", "host_hash")
        ),
    )
    op.create_index("ix_class_session_expires_ms", "class_session", ["expires_ms"])


def _make_learner() -> None:
    op.create_table(
        "learner",
        sa.Column("id", ID, nullable=False),
        sa.Column("session_id", ID, nullable=False),
        sa.Column("token_hash", sa.String(64), nullable=False),
        sa.Column("nickname", sa.String(24)),
        sa.Column("joined_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_learner"),
        sa.UniqueConstraint("token_hash", name="uq_learner_token_hash"),
        _belongs_to("class_session", "learner", "session_id"),
    )
    op.create_index("ix_learner_session_id", "learner", ["session_id"])


def _make_answer() -> None:
    op.create_table(
        "answer",
        sa.Column("session_id", ID, nullable=False),
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("learner_id", ID, nullable=False),
        sa.Column("response", sa.JSON, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("answered_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("session_id", "step", "learner_id", name="pk_answer"),
        _belongs_to("class_session", "answer", "session_id"),
        _belongs_to("learner", "answer", "learner_id"),
    )
    op.create_index("ix_answer_learner_id", "answer", ["learner_id"])


def _belongs_to(parent: str, table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [column], [f"{parent}.id"], name=f"fk_{table}_{column}", ondelete="CASCADE"
    )


def downgrade() -> None:
    """Drop the three tables."""
    for table in ("answer", "learner", "class_session"):
        op.drop_table(table)
