"""Which of the short texts that learners wrote are kept off the wall."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column."""
    with op.batch_alter_table("answer") as table:
        table.add_column(
            sa.Column("hidden", sa.Boolean, nullable=False, server_default=sa.false())
        )


def downgrade() -> None:
    """Drop it."""
    with op.batch_alter_table("answer") as table:
        table.drop_column("hidden")
