"""The people's side: pages, accounts, settings, migrations, the `latih112` command.

`create_app` is imported from `web.application` only when it is called, so that the
command can run the engines without loading Flask or a database.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Flask

    from web.config import Settings


def create_app(settings: "Settings | None" = None) -> "Flask":
    """Make the application; settings come from the environment unless given.

    Raises:
        SettingsRefused: A setting cannot be right; show it and stop.
    """
    from web.application import make_app

    return make_app(settings)
