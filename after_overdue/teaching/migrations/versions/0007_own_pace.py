"""Classes in which every learner goes at their own speed, and where each of them is."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add a column for each of them."""
    with op.batch_alter_table("class_session") as table:
        table.add_column(
            sa.Column("own_pace", sa.Boolean, nullable=False, server_default=sa.false())
        )
    with op.batch_alter_table("learner") as table:
        table.add_column(
            sa.Column("position", sa.Integer, nullable=False, server_default="0")
        )


def downgrade() -> None:
    """Drop them."""
    with op.batch_alter_table("learner") as table:
        table.drop_column("position")
    with op.batch_alter_table("class_session") as table:
        table.drop_column("own_pace")
