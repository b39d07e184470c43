"""For results that are handed in: whose time it is, and whether names are asked."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add a column for each of them."""
    with op.batch_alter_table("class_session") as table:
        table.add_column(
            sa.Column("zone", sa.String(64), nullable=False, server_default="UTC")
        )
        table.add_column(
            sa.Column(
                "asks_name", sa.Boolean, nullable=False, server_default=sa.false()
            )
        )


def downgrade() -> None:
    """Drop them."""
    with op.batch_alter_table("class_session") as table:
        table.drop_column("asks_name")
        table.drop_column("zone")
