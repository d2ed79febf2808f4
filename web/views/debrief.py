"""The debrief: what happened in a call, how it was marked, and why."""

import json
from uuid import UUID

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
from flask_babel import gettext as _

from recordings import write_record
from recordings.database import forget_erased
from recordings.retention import Erasing
from recordings.store import CallStore
from recordings.tables import CallRow
from web.clock import now
from web.engines import engines
from web.errors import UserMistake
from web.extensions import db, writing
from web.identity import me
from web.languages import chosen
from web.permissions import Permission, requires
from web.services import debrief, marking, scope
from web.services.erasure import erase_said
from web.texts import N_

bp = Blueprint("debrief", __name__)

EXERCISE = "LATIHAN"


@bp.get("/panggilan/<uuid:call_id>/tinjauan")
@requires(Permission.SEE_CALL)
def show(call_id: UUID) -> Response:
    row = scope.find(db.session(), me(), CallRow, str(call_id))
    if row.closed_at is None:
        return _go(url_for("live.show", call_id=call_id))
    if not marking.is_marked(db.session(), row.id):
        with writing() as session:
            marking.mark(session, row.id, engines().rubric, now=now())
    marked = marking.marked(db.session(), me(), row.id)
    if debrief.needs_breath(marked, me()) and request.args.get("buka") != "1":
        return make_response(render_template("debrief/breath.html", call_id=row.id))
    page = debrief.page(db.session(), marked, me(), engines().region, chosen())
    answer = make_response(render_template("debrief/show.html", call=row, **page))
    with writing() as session:
        marking.see(session, me(), row.id, now=now())
    return answer


@bp.post("/panggilan/<uuid:call_id>/nilai/<criterion>")
@requires(Permission.ADJUST_SCORECARD)
def adjust(call_id: UUID, criterion: str) -> Response:
    with writing() as session:
        marking.adjust_finding(
            session,
            me(),
            call_id=str(call_id),
            criterion=criterion,
            outcome=request.form.get("outcome", ""),
            points=request.form.get("points", type=int),
            reason=request.form.get("reason", ""),
            now=now(),
        )
    flash(_("Nilai diperbarui."))
    return _go(url_for(".show", call_id=call_id, buka=1) + f"#{criterion}")


@bp.post("/panggilan/<uuid:call_id>/konfirmasi")
@requires(Permission.ADJUST_SCORECARD)
def confirm(call_id: UUID) -> Response:
    with writing() as session:
        marking.confirm(session, me(), str(call_id), now=now())
    flash(_("Penilaian dikonfirmasi."))
    return _go(url_for(".show", call_id=call_id, buka=1))


@bp.get("/panggilan/<uuid:call_id>/rekaman.jsonl")
@requires(Permission.SEE_CALL)
def record(call_id: UUID) -> Response:
    row = scope.find(db.session(), me(), CallRow, str(call_id))
    _must_be_over(row)
    text = write_record(CallStore(db.session()).read(row.id))
    return _download(text, f"{EXERCISE}-{row.id}.jsonl", "application/jsonl")


@bp.get("/panggilan/<uuid:call_id>/nilai.json")
@requires(Permission.SEE_CALL)
def scorecard(call_id: UUID) -> Response:
    marked = marking.marked(db.session(), me(), str(call_id))
    form = marked.adjusted.to_json(chosen()) | {"exercise": EXERCISE}
    text = json.dumps(form, ensure_ascii=False, indent=2)
    return _download(text, f"{EXERCISE}-{call_id}.json", "application/json")


@bp.get("/panggilan/<uuid:call_id>/hapus")
@requires(Permission.HAND_IN)
def ask_to_erase(call_id: UUID) -> str:
    row = scope.own_call(db.session(), me(), str(call_id))
    _must_be_over(row)
    return render_template("debrief/erase.html", call_id=row.id)


@bp.post("/panggilan/<uuid:call_id>/hapus")
@requires(Permission.HAND_IN)
def erase(call_id: UUID) -> Response:
    with writing() as session:
        row = scope.own_call(session, me(), str(call_id))
        _must_be_over(row)
        erasing = Erasing(now=now(), why="request", asked_by=me().user_id)
        erase_said(session.connection(), [row.id], erasing)
    forget_erased(db.engine)
    engines().records.forget(str(call_id))
    flash(_("Ucapan Anda dalam panggilan ini sudah dihapus."))
    return _go(url_for(".show", call_id=call_id, buka=1))


def _must_be_over(row: CallRow) -> None:
    if row.closed_at is None:
        raise UserMistake(N_("Panggilan ini masih berlangsung."))


def _download(text: str, name: str, mimetype: str) -> Response:
    answer = Response(text, mimetype=mimetype)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _go(url: str) -> Response:
    return make_response(redirect(url, 303))
