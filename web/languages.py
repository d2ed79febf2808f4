"""The language of the pages: Indonesian unless the reader chose English."""

from flask import Flask
from flask import session as browser

LANGUAGES = ("id", "en")
SOURCE = "id"
KEPT_AS = "language"


def chosen() -> str:
    """The language to write pages in."""
    language = browser.get(KEPT_AS, SOURCE)
    return language if language in LANGUAGES else SOURCE


def choose(language: str) -> None:
    """Remember the reader's choice in this browser; unknown languages are ignored."""
    if language in LANGUAGES:
        browser[KEPT_AS] = language


def init_languages(app: Flask) -> None:
    """Tell the templates which language they are written in."""
    app.jinja_env.globals["language"] = chosen
