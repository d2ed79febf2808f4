"""The application's clock, which tests replace."""

from collections.abc import Callable
from datetime import UTC, datetime

from flask import Flask, current_app

EXTENSION = "clock"


def init_clock(app: Flask, read: Callable[[], datetime] | None = None) -> None:
    """Give the application a clock; the computer's unless another is given."""
    app.extensions[EXTENSION] = read or _computers_clock


def now() -> datetime:
    """The moment it is for the application, in UTC."""
    moment: datetime = current_app.extensions[EXTENSION]()
    return moment


def _computers_clock() -> datetime:
    return datetime.now(UTC)
