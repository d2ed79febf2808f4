"""The application as the server loads it, in each of its processes."""

from flask import Flask

from web import create_app


def application() -> Flask:
    """Make the application and begin to load what the first call will need."""
    return create_app()
