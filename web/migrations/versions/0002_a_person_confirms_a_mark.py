"""A person confirms a whole mark.

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

NAME = "fk_scorecard_confirmed_by_user_account"


def upgrade() -> None:
    with op.batch_alter_table("scorecard") as table:
        table.add_column(sa.Column("confirmed_by", sa.String(36), nullable=True))
        table.add_column(sa.Column("confirmed_at", sa.DateTime(), nullable=True))
        table.create_foreign_key(op.f(NAME), "user_account", ["confirmed_by"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("scorecard") as table:
        table.drop_constraint(op.f(NAME), type_="foreignkey")
        table.drop_column("confirmed_at")
        table.drop_column("confirmed_by")
