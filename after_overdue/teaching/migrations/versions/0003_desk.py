"""What a trainer does at the desk: lock joining, take a learner out, move a page."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add a column for each of them."""
    no = sa.false()
    with op.batch_alter_table("class_session") as table:
        table.add_column(
            sa.Column("locked", sa.Boolean, nullable=False, server_default=no)
        )
        table.add_column(sa.Column("shown", sa.JSON))
    with op.batch_alter_table("learner") as table:
        table.add_column(sa.Column("removed_ms", sa.BigInteger))


def downgrade() -> None:
    """Drop them."""
    with op.batch_alter_table("learner") as table:
        table.drop_column("removed_ms")
    with op.batch_alter_table("class_session") as table:
        table.drop_column("shown")
        table.drop_column("locked")
