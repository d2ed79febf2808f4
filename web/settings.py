"""The settings of the running application."""

from flask import Flask, current_app

from web.config import Settings

EXTENSION = "settings"


def init_settings(app: Flask, settings: Settings) -> None:
    """Bind the settings to the application."""
    app.extensions[EXTENSION] = settings


def settings() -> Settings:
    """The settings that hold for the current application."""
    held: Settings = current_app.extensions[EXTENSION]
    return held
