"""Course platforms (LTI 1.3): who they are, logins, links and who came."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

ID = sa.BigInteger().with_variant(sa.Integer, "sqlite")
NAME = sa.String(255)


def of(table: str, name: str, *, at: str) -> sa.Column[int]:
    """Return a column that refers to a row of another table, and goes with it."""
    to = sa.ForeignKey(f"{table}.id", ondelete="CASCADE", name=f"fk_{at}_{name}")
    return sa.Column(name, ID, to, nullable=False, autoincrement=False)


def upgrade() -> None:
    """Make the three tables, and a column for the platform's id of a learner."""
    op.create_table(
        "lti_platform",
        sa.Column("id", ID, nullable=False),
        *(
            sa.Column(name, NAME, nullable=False)
            for name in ("issuer", "client_id", "login_url", "token_url", "keys_url")
        ),
        sa.Column("deployments", sa.JSON, nullable=False),
        sa.Column("audience", NAME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_lti_platform"),
        sa.UniqueConstraint("issuer", "client_id", name="uq_lti_platform_issuer"),
    )
    op.create_table(
        "lti_login",
        sa.Column("state_hash", sa.String(64), nullable=False),
        sa.Column("nonce_hash", sa.String(64), nullable=False),
        of("lti_platform", "platform_id", at="lti_login"),
        sa.Column("expires_ms", sa.BigInteger, nullable=False),
        sa.Column("form", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("state_hash", name="pk_lti_login"),
    )
    op.create_table(
        "lti_link",
        sa.Column("id", ID, nullable=False),
        of("lti_platform", "platform_id", at="lti_link"),
        of("class_session", "session_id", at="lti_link"),
        sa.Column("link", NAME, nullable=False),
        sa.Column("services", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_lti_link"),
        sa.UniqueConstraint("session_id", name="uq_lti_link_session_id"),
    )
    with op.batch_alter_table("learner") as table:
        table.add_column(sa.Column("platform_user", NAME))


def downgrade() -> None:
    """Drop them."""
    with op.batch_alter_table("learner") as table:
        table.drop_column("platform_user")
    for name in ("lti_link", "lti_login", "lti_platform"):
        op.drop_table(name)
