"""The one kind of trouble a person can mend, and how every trouble is shown."""

from flask import Flask, current_app, jsonify, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, InternalServerError, SecurityError

from web.texts import N_


class UserMistake(Exception):
    """What was asked cannot be done, and the asker can mend it.

    Args:
        message: Indonesian sentence for the person, marked with `N_`; `%(name)s`
            stands for one of `params`.
        field: Name of the form field at fault, when there is one.
        params: What the message mentions.
    """

    status = 422

    def __init__(
        self, message: str, field: str | None = None, **params: str | int
    ) -> None:
        super().__init__(message % params if params else message)
        self.message = message
        self.field = field
        self.params = params

    @property
    def text(self) -> str:
        """The message in the language of the one who reads it."""
        return str(gettext(self.message, **self.params))


class Missing(UserMistake):
    """There is no such thing, or it is not for this person: both look the same."""

    status = 404


class Busy(UserMistake):
    """The server has its hands full; the same again in a moment will do."""

    status = 503


# What each HTTP status says to a person.
STATUS_MESSAGES: dict[int, str] = {
    400: N_("Permintaan itu tidak lengkap. Muat ulang halaman, lalu coba lagi."),
    401: N_("Silakan masuk lebih dulu."),
    403: N_("Halaman ini bukan untuk peran Anda."),
    404: N_("Halaman atau data itu tidak ada."),
    405: N_("Halaman ini tidak menerima permintaan seperti itu."),
    413: N_("Kiriman terlalu besar."),
    429: N_("Terlalu banyak percobaan. Tunggu satu menit, lalu coba lagi."),
    500: N_("Ada kesalahan pada sistem. Kejadian ini sudah dicatat."),
}
FORM_EXPIRED = N_("Formulir ini sudah kedaluwarsa. Muat ulang halaman, lalu coba lagi.")


def wants_json() -> bool:
    """Whether the asker is a script of the page, not a person's browser."""
    if request.path.startswith("/api/"):
        return True
    return request.accept_mimetypes.best_match(["text/html", "application/json"]) == (
        "application/json"
    )


def show_trouble(
    message: str, status: int, field: str | None = None
) -> ResponseReturnValue:
    """One answer for every trouble: a page for people, JSON for scripts."""
    if wants_json():
        return jsonify(message=message, field=field), status
    page = render_template(
        "mistake.html", message=message, status=status, back=_page_before()
    )
    return page, status


def _page_before() -> str | None:
    """The page of this site the asker came from; None when there is none."""
    before = request.referrer or ""
    return before if before.startswith(request.host_url) else None


def init_errors(app: Flask) -> None:
    """Show mistakes, HTTP errors and faults the same way everywhere."""
    app.register_error_handler(UserMistake, _say_mistake)
    app.register_error_handler(CSRFError, _say_form_expired)
    app.register_error_handler(HTTPException, _say_http_error)
    app.register_error_handler(InternalServerError, _say_fault)


def _say_mistake(mistake: UserMistake) -> ResponseReturnValue:
    return show_trouble(mistake.text, mistake.status, mistake.field)


def _say_form_expired(_: CSRFError) -> ResponseReturnValue:
    return show_trouble(gettext(FORM_EXPIRED), 400)


def _say_http_error(error: HTTPException) -> ResponseReturnValue:
    status = error.code or 500
    if status < 400 or isinstance(error, SecurityError):
        return error  # for a host that is not ours no page can be made
    known = STATUS_MESSAGES.get(status, STATUS_MESSAGES[400])
    answer = current_app.make_response(show_trouble(gettext(known), status))
    for name, value in error.get_headers():
        if name in {"Allow", "Retry-After"}:
            answer.headers[name] = value
    return answer


def _say_fault(_: InternalServerError) -> ResponseReturnValue:
    return show_trouble(gettext(STATUS_MESSAGES[500]), 500)
