"""When the countdown of a step ends."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the column."""
    with op.batch_alter_table("class_session") as table:
        table.add_column(sa.Column("ends_ms", sa.BigInteger))


def downgrade() -> None:
    """Drop it."""
    with op.batch_alter_table("class_session") as table:
        table.drop_column("ends_ms")
