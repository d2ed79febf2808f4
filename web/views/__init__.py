"""The pages: every blueprint of the application in one list.

A new page is a view with `@requires(Permission...)` or `@public` in a blueprint named
here, a template on `base.html`, and, when it belongs in the bar, a line in
`web/navigation.py`. It reads with `db.session` and changes inside `with writing()`.
"""

from flask import Blueprint

from web.views import accounts, coordinator, debrief, home, library, live

BLUEPRINTS: tuple[Blueprint, ...] = (
    accounts.bp,
    home.bp,
    coordinator.bp,
    live.bp,
    debrief.bp,
    library.bp,
)
