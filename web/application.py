"""Putting the application together."""

import os
from datetime import timedelta

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from web.clock import init_clock
from web.config import (
    LIMITS_URL,
    PROXY_HOPS,
    REGION,
    SECURE_COOKIES,
    SIGN_IN_DAYS,
    THREADS,
    TRUSTED_HOSTS,
    Settings,
    read_settings,
)
from web.engines import Engines, init_engines
from web.errors import init_errors
from web.extensions import babel, csrf, db, limiter
from web.formats import init_formats
from web.identity import init_identity, undeclared_pages
from web.languages import chosen, init_languages
from web.navigation import init_navigation
from web.security import init_security
from web.settings import init_settings
from web.views import BLUEPRINTS

MAX_FORM_BYTES = 1_000_000
CONNECTIONS_AT_MOST = 20
"""Per process; a request holds one at a time, and only while it needs it."""


def make_app(settings: Settings | None = None) -> Flask:
    """Make the application with everything bound to it."""
    settings = settings or read_settings(os.environ)
    app = Flask("web", instance_path=str(settings.data_dir))
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    app.config.from_mapping(_flask_config(settings))
    init_settings(app, settings)
    init_clock(app)
    _init_extensions(app, settings)
    # Order matters: who is asking is settled before the page's own CSRF check.
    init_security(app)
    init_identity(app)
    csrf.init_app(app)
    init_errors(app)
    init_formats(app)
    init_languages(app)
    init_navigation(app)
    init_engines(app, Engines(region_id=settings[REGION], data_dir=settings.data_dir))
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    if open_by_oversight := undeclared_pages(app):
        raise RuntimeError(f"pages without @requires or @public: {open_by_oversight}")
    if settings[PROXY_HOPS]:
        _trust_proxies(app, settings[PROXY_HOPS])
    return app


def _flask_config(settings: Settings) -> dict[str, object]:
    return {
        "SECRET_KEY": settings.secret_key(),
        "SQLALCHEMY_DATABASE_URI": settings.database_url,
        "SQLALCHEMY_ENGINE_OPTIONS": {
            "pool_size": min(settings[THREADS], CONNECTIONS_AT_MOST),
            "max_overflow": 0,
        },
        "SESSION_COOKIE_NAME": "latih112_page",
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings[SECURE_COOKIES],
        "PERMANENT_SESSION_LIFETIME": timedelta(days=settings[SIGN_IN_DAYS]),
        "TRUSTED_HOSTS": settings[TRUSTED_HOSTS] or None,
        "MAX_CONTENT_LENGTH": MAX_FORM_BYTES,
        "MAX_FORM_MEMORY_SIZE": MAX_FORM_BYTES,
        "RATELIMIT_STORAGE_URI": settings[LIMITS_URL],
        "WTF_CSRF_TIME_LIMIT": None,  # as long as the sign-in; a shift is long
        "BABEL_DEFAULT_LOCALE": "id",
    }


def _init_extensions(app: Flask, settings: Settings) -> None:
    db.init_app(app)
    babel.init_app(app, locale_selector=chosen)
    limiter.init_app(app)


def _trust_proxies(app: Flask, hops: int) -> None:
    app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
        app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops
    )
