"""When the clock was last looked at, so that one that jumps removes nothing."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the table, with a clock that has not been looked at."""
    op.create_table(
        "clock",
        sa.Column("id", sa.Integer, nullable=False, autoincrement=False),
        sa.Column("seen_ms", sa.BigInteger, nullable=False),
        sa.Column("doubted_ms", sa.BigInteger, nullable=False),
        sa.Column("sure_ms", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_clock"),
    )


def downgrade() -> None:
    """Take it back."""
    op.drop_table("clock")
