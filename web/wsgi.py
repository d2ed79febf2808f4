"""The application as the server loads it, in each of its processes."""

from flask import Flask

from web import create_app
from web.engines import EXTENSION


def application() -> Flask:
    """Make the application and begin to load what the first call will need."""
    app = create_app()
    app.extensions[EXTENSION].start_loading()
    return app
