"""Who is asking: from the cookie to a person, before any page is made.

The cookie holds an opaque token whose hash is a row in the database, so that signing
out, a new password or a deactivated account ends it at once.
"""

from datetime import timedelta
from urllib.parse import urlsplit

from flask import Flask, Response, abort, current_app, g, redirect, request, url_for
from flask import session as browser
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import Unauthorized

from web.clock import now
from web.config import SECURE_COOKIES, SIGN_IN_DAYS, SIGN_IN_IDLE_HOURS
from web.errors import wants_json
from web.extensions import reading, writing
from web.permissions import Permission, asked_by, declared, may
from web.services import accounts
from web.services.scope import Viewer
from web.settings import settings

COOKIE = "latih112"
SECURE_COOKIE = "__Host-latih112"


def init_identity(app: Flask) -> None:
    """Ask who it is, and whether they may, before every page."""
    app.before_request(_recognise)
    app.before_request(_gate)
    app.context_processor(lambda: {"me": g.get("me"), "may": _may})


def me() -> Viewer:
    """The person signed in. Only behind `@requires`, where there is always one."""
    viewer: Viewer = g.me
    return viewer


def sign_in_id() -> int:
    """Which sign-in the browser uses. Only behind `@requires`."""
    number: int = g.sign_in_id
    return number


def give_cookie(answer: Response, token: str) -> None:
    """Let the browser keep the token until the sign-in would run out anyway."""
    browser.pop("csrf_token", None)  # that of the stranger before is worth nothing
    answer.set_cookie(
        _cookie_name(),
        token,
        max_age=timedelta(days=settings()[SIGN_IN_DAYS]),
        secure=settings()[SECURE_COOKIES],
        httponly=True,
        samesite="Lax",
        path="/",
    )


def take_cookie(answer: Response) -> None:
    """Make the browser forget the token."""
    answer.delete_cookie(_cookie_name(), path="/", secure=settings()[SECURE_COOKIES])


def safe_target(target: str | None) -> str:
    """Where to go after signing in: a path of this site, or home."""
    if not target or not target.startswith("/") or "\\" in target:
        return url_for("home.show")
    parts = urlsplit(target)
    if target.startswith("//") or parts.scheme or parts.netloc:
        return url_for("home.show")
    return target


def undeclared_pages(app: Flask) -> list[str]:
    """Pages that do not say who may see them."""
    return [
        endpoint
        for endpoint, view in app.view_functions.items()
        if endpoint != "static" and not declared(view)
    ]


def _recognise() -> None:
    g.me = None
    token = request.cookies.get(_cookie_name())
    if request.endpoint == "static" or not token:
        return
    with reading() as session:
        found = accounts.recognise(
            session,
            token=token,
            now=now(),
            idle=timedelta(hours=settings()[SIGN_IN_IDLE_HOURS]),
            lifetime=timedelta(days=settings()[SIGN_IN_DAYS]),
        )
    if found is None:
        return
    g.me, g.sign_in_id, g.zone = found.viewer, found.sign_in_id, found.zone
    if found.seen_is_due:
        with writing() as session:
            accounts.see(session, found.sign_in_id, now=now())


def _gate() -> ResponseReturnValue | None:
    if request.endpoint is None or request.endpoint == "static":
        return None  # a wrong address or method is told so by the router
    wanted = asked_by(current_app.view_functions[request.endpoint])
    if wanted is None:
        return None
    if g.me is None:
        return _sign_in_first()
    if not may(g.me.role, wanted):
        abort(403)
    return None


def _sign_in_first() -> ResponseReturnValue:
    if wants_json():
        raise Unauthorized
    page = request.full_path.rstrip("?")
    target = page if request.method == "GET" and page != "/" else None
    return redirect(url_for("accounts.sign_in_form", lanjut=target), 303)


def _may(permission: str) -> bool:
    return g.get("me") is not None and may(g.me.role, Permission(permission))


def _cookie_name() -> str:
    return SECURE_COOKIE if settings()[SECURE_COOKIES] else COOKIE
