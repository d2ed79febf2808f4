"""The application as a command uses it: made, inside its context, database ready."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import ParamSpec, TypeVar

import click
from flask import Flask

from scenarios.region import load_region
from web import create_app
from web.clock import now
from web.config import REGION, SettingsRefused, read_settings
from web.errors import UserMistake
from web.extensions import writing
from web.schema import is_current
from web.services.seeding import seed_centre
from web.settings import settings

P = ParamSpec("P")
R = TypeVar("R")


def made_application() -> Flask:
    """The application with the settings of the environment.

    Raises:
        click.ClickException: A setting cannot be right; all of them are named.
    """
    try:
        return create_app(read_settings(os.environ))
    except SettingsRefused as refused:
        raise click.ClickException(
            "pengaturan tidak dapat dipakai:\n  " + "\n  ".join(refused.problems)
        ) from None


@contextmanager
def ready_application() -> Iterator[Flask]:
    """The application whose database is there and up to date.

    Raises:
        click.ClickException: It is not; says how to mend it.
    """
    app = made_application()
    with app.app_context():
        if not is_current():
            raise click.ClickException(
                "basis data belum siap. Jalankan dahulu: latih112 db upgrade"
            )
        yield app


def seed() -> None:
    """Put in the centre, scenarios and rubrics; what is there stays, and is named."""
    region = load_region(settings()[REGION])
    with writing() as session:
        left_out = seed_centre(session, region, now=now())
    for one in left_out:
        click.echo(f"Yang tersimpan di pusat tetap dipakai: {one}", err=True)


def says_mistakes(command: Callable[P, R]) -> Callable[P, R]:
    """Show what a person can mend as one line, without a traceback."""

    @wraps(command)
    def said(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return command(*args, **kwargs)
        except UserMistake as mistake:
            raise click.ClickException(str(mistake)) from None

    return said
