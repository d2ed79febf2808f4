"""What every answer forbids the browser to do, and whose requests are refused."""

from flask import Flask, Response, abort, request

from web.config import SECURE_COOKIES
from web.settings import settings

# No inline script or style anywhere, nothing from another site.
CONTENT_SECURITY_POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "worker-src 'self'",
        "font-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(self)",
    "Cross-Origin-Opener-Policy": "same-origin",
}
ONE_YEAR_S = 365 * 24 * 3600
SAFE_METHODS = {"GET", "HEAD", "OPTIONS"}


def init_security(app: Flask) -> None:
    """Put the headers on every answer and refuse what another site sends."""
    app.before_request(_refuse_other_sites)
    app.after_request(_add_headers)


def _refuse_other_sites() -> None:
    # Beside the CSRF token: a browser says by itself where a request comes from.
    came_from = request.headers.get("Sec-Fetch-Site", "same-origin")
    if request.method not in SAFE_METHODS and came_from == "cross-site":
        abort(403)


def _add_headers(answer: Response) -> Response:
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)
    if settings()[SECURE_COOKIES]:
        answer.headers["Strict-Transport-Security"] = f"max-age={ONE_YEAR_S}"
    # A form before sign-in holds a token too; only files of the site may be kept.
    if request.endpoint != "static":
        answer.headers["Cache-Control"] = "no-store"
        answer.headers.add("Vary", "Cookie")
    return answer
