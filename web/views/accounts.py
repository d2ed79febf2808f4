"""Signing in and out, one's own account, the language of the pages."""

from datetime import timedelta

from flask import (
    Blueprint,
    Response,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from web.clock import now
from web.config import REGION, SIGN_IN_IDLE_HOURS, SIGN_IN_TRIES
from web.errors import UserMistake
from web.extensions import db, limiter, reading, writing
from web.identity import give_cookie, me, safe_target, sign_in_id, take_cookie
from web.languages import choose
from web.models import User
from web.permissions import Permission, public, requires
from web.services import accounts, passwords
from web.settings import settings

bp = Blueprint("accounts", __name__)


@bp.get("/masuk")
@public
def sign_in_form() -> ResponseReturnValue:
    return render_template("accounts/sign_in.html", username="", mistake=None)


@bp.post("/masuk")
@public
@limiter.limit(
    lambda: f"{settings()[SIGN_IN_TRIES]} per minute",
    deduct_when=lambda answer: answer.status_code != 303,
)
def sign_in() -> ResponseReturnValue:
    username = request.form.get("username", "")
    try:
        token = _checked_token(username, request.form.get("password", ""))
    except UserMistake as mistake:
        page = render_template(
            "accounts/sign_in.html", username=username, mistake=mistake
        )
        return page, mistake.status
    answer = make_response(redirect(safe_target(request.form.get("lanjut")), 303))
    give_cookie(answer, token)
    return answer


def _checked_token(username: str, password: str) -> str:
    # The hash is compared outside any transaction: it takes long.
    with reading() as session:
        known = accounts.look_up(
            session, centre_id=settings()[REGION], username=username, now=now()
        )
    right = passwords.matches(password, known.password_hash)
    if known.user_id is None:
        raise UserMistake(accounts.REFUSED, "password")
    with writing() as session:
        if right:
            return accounts.open_sign_in(
                session,
                known.user_id,
                ip=request.remote_addr or "",
                agent=request.user_agent.string,
                now=now(),
            )
        accounts.count_wrong_try(session, known.user_id, now=now())
    raise UserMistake(accounts.REFUSED, "password")


@bp.post("/keluar")
@requires(Permission.OWN_ACCOUNT)
def sign_out() -> Response:
    with writing() as session:
        accounts.revoke(
            session, user_id=me().user_id, sign_in_id=sign_in_id(), now=now()
        )
    answer = make_response(redirect(url_for(".sign_in_form"), 303))
    take_cookie(answer)
    return answer


@bp.get("/akun")
@requires(Permission.OWN_ACCOUNT)
def show() -> str:
    idle = timedelta(hours=settings()[SIGN_IN_IDLE_HOURS])
    return render_template(
        "accounts/show.html",
        user=db.session.get_one(User, me().user_id),
        sign_ins=accounts.open_sign_ins(
            db.session(), user_id=me().user_id, since=now() - idle
        ),
        this_sign_in=sign_in_id(),
        least_chars=passwords.MIN_CHARS,
    )


@bp.post("/akun/kata-sandi")
@requires(Permission.OWN_ACCOUNT)
@limiter.limit("10 per minute", key_func=lambda: me().user_id)
def change_password() -> Response:
    with reading() as session:
        known = accounts.known(session, me().user_id)
    if not passwords.matches(
        request.form.get("current_password", ""), known.password_hash
    ):
        raise UserMistake(accounts.WRONG_CURRENT, "current_password")
    password_hash = passwords.hash_of_new(
        request.form.get("new_password", ""), known.username
    )
    with writing() as session:
        accounts.replace_password(
            session,
            me().user_id,
            password_hash,
            keep_sign_in=sign_in_id(),
            now=now(),
        )
    flash(_("Kata sandi diganti. Perangkat lain sudah dikeluarkan."))
    return _to_account()


@bp.post("/akun/masuk/<int:number>/cabut")
@requires(Permission.OWN_ACCOUNT)
def revoke(number: int) -> Response:
    with writing() as session:
        accounts.revoke(session, user_id=me().user_id, sign_in_id=number, now=now())
    flash(_("Perangkat itu sudah dikeluarkan."))
    return _to_account()


@bp.post("/akun/masuk/lain/cabut")
@requires(Permission.OWN_ACCOUNT)
def revoke_others() -> Response:
    with writing() as session:
        accounts.revoke_all(session, user_id=me().user_id, keep=sign_in_id(), now=now())
    flash(_("Semua perangkat lain sudah dikeluarkan."))
    return _to_account()


@bp.post("/bahasa")
@public
def choose_language() -> ResponseReturnValue:
    choose(request.form.get("bahasa", ""))
    return redirect(safe_target(request.form.get("lanjut")), 303)


def _to_account() -> Response:
    return make_response(redirect(url_for(".show"), 303))
