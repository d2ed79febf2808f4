"""The call going on: starting it, its console, and the JSON the console lives on."""

import json
import time
from random import SystemRandom
from typing import Any
from uuid import UUID, uuid4

from flask import (
    Blueprint,
    Response,
    current_app,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
    send_file,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from recordings.events import CallerSpoke
from recordings.store import AppendConflict, CallStore
from recordings.tables import CallRow
from scenarios.vocabulary import Mode
from simulator import WrongMoment
from simulator.speech import VoiceUnavailable, cast
from web.clock import now
from web.engines import engines
from web.errors import UserMistake, show_trouble
from web.extensions import db, writing
from web.identity import me
from web.languages import chosen
from web.permissions import Permission, requires
from web.services import call_view, calls, console, marking, scope
from web.services.calls import Turn
from web.texts import N_

bp = Blueprint("live", __name__)

MAX_SEED = 2**31 - 1
_TRIES = 4
_START_WAIT_S = 1.5
"""Longer than that nobody looks at a page that says nothing."""
_random = SystemRandom()


@bp.post("/panggilan")
@requires(Permission.TAKE_CALLS)
def start() -> Response:
    mode = _mode(request.form.get("mode", Mode.PRACTICE))
    wanted = request.form.get("scenario", console.ANY)
    reader = engines().reader_within(_START_WAIT_S)
    if reader is None:
        return _say_preparing(wanted, mode)
    seed = calls.next_seed(
        db.session(), me().user_id, drawn=_random.randint(1, MAX_SEED)
    )
    case = console.draw_case(db.session(), me(), engines().region, wanted, seed=seed)
    call_id = str(uuid4())
    with writing() as session:
        calls.start(
            session,
            call_id=call_id,
            case=case,
            mode=mode,
            rubric=engines().rubric_ref,
            trainee_id=me().user_id,
            centre_id=me().centre_id,
            reader=reader,
            now=now(),
        )
    return _go(url_for(".show", call_id=call_id))


@bp.get("/panggilan/<uuid:call_id>")
@requires(Permission.TAKE_CALLS)
def show(call_id: UUID) -> Response:
    row = scope.own_call(db.session(), me(), str(call_id))
    if row.closed_at is not None:
        return _go(url_for("debrief.show", call_id=call_id))
    record = CallStore(db.session()).read(row.id)
    page = console.page(record, engines().region, chosen())
    return make_response(render_template("trainee/call.html", call_id=row.id, **page))


@bp.get("/api/panggilan/<uuid:call_id>")
@requires(Permission.TAKE_CALLS)
def view(call_id: UUID) -> Response:
    reader = engines().reader
    with writing() as session:
        row = scope.own_call(session, me(), str(call_id))
        turn = calls.follow(
            session, row, reader=reader, records=engines().records, now=now()
        )
    _mark_when_over(str(call_id), turn)
    return jsonify(_view(str(call_id), turn, request.args.get("after", -1, type=int)))


@bp.post("/api/panggilan/<uuid:call_id>/tindakan")
@requires(Permission.TAKE_CALLS)
def act(call_id: UUID) -> Response:
    scope.own_call(db.session(), me(), str(call_id))  # before a word on the act itself
    what = request.get_json(silent=True)
    # type(), for JSON's true is an int to isinstance
    if not isinstance(what, dict) or type(what.get("client_seq")) is not int:
        raise UserMistake(N_("Tindakan itu tidak lengkap."), "client_seq")
    for attempt in range(_TRIES):
        try:
            return _act_once(str(call_id), what)
        except AppendConflict:
            if attempt == _TRIES - 1:
                raise
            time.sleep(_random.random() / 50)
    raise AssertionError  # the loop returns or raises


def _act_once(call_id: str, what: dict[str, Any]) -> Response:
    reader = engines().reader
    with writing() as session:
        row = scope.own_call(session, me(), call_id)
        store = CallStore(session)
        known = store.find_reply(call_id, what["client_seq"])
        if known is not None:
            return _json(known.reply)
        turn = calls.act(
            session, row, what, reader=reader, records=engines().records, now=now()
        )
        reply = json.dumps(_view(call_id, turn, int(what.get("after", -1))))
        store.save_reply(
            call_id,
            what["client_seq"],
            reply,
            event_count=len(turn.record.events),
        )
    _mark_when_over(call_id, turn)
    return _json(reply)


@bp.get("/api/panggilan/<uuid:call_id>/suara/<int:seq>.wav")
@requires(Permission.SEE_CALL)
def clip(call_id: UUID, seq: int) -> Response:
    """The sound of one line of the caller, made when it is first asked for."""
    row = scope.find(db.session(), me(), CallRow, str(call_id))
    record = engines().records.get(row.id, count=row.event_count)
    record = record or CallStore(db.session()).read(row.id)
    if not 0 <= seq < len(record.events):
        raise UserMistake(N_("Tidak ada ucapan bernomor itu."))
    line = record.events[seq]
    if not isinstance(line, CallerSpoke):
        raise UserMistake(N_("Tidak ada ucapan bernomor itu."))
    db.session.remove()  # rendering holds no connection
    case = console.case_of(record)
    settings = cast(case.caller, seed=case.seed, distress=line.distress, line=line.text)
    path = engines().clips.clip(
        line.text, settings, lasts_ms=line.ended_ms - line.began_ms
    )
    return send_file(path, mimetype="audio/wav", conditional=True)


@bp.get("/api/tempat")
@requires(Permission.TAKE_CALLS)
def places() -> Response:
    """Places by official and informal names, with those easily taken for them."""
    found = engines().region.search(request.args.get("q", "")[:80])
    return jsonify([console.place_hit(hit) for hit in found])


@bp.app_errorhandler(WrongMoment)
def _say_wrong_moment(moment: WrongMoment) -> ResponseReturnValue:
    return show_trouble(_(str(moment)), 409)


@bp.app_errorhandler(VoiceUnavailable)
def _say_no_voice(trouble: VoiceUnavailable) -> ResponseReturnValue:
    return show_trouble(_(str(trouble)), 404)


@bp.app_errorhandler(AppendConflict)
def _say_conflict(_conflict: AppendConflict) -> ResponseReturnValue:
    message = N_("Panggilan ini juga dipakai di jendela lain. Muat ulang halaman.")
    return show_trouble(_(message), 409)


def _say_preparing(wanted: str, mode: Mode) -> Response:
    """A page that asks again by itself; the phone rings only when all is ready."""
    page = render_template("trainee/preparing.html", scenario=wanted, mode=mode.value)
    return make_response(page, 202)


def _mark_when_over(call_id: str, turn: Turn) -> None:
    """Mark once the end of the call is on disk: no fault in marking keeps it open.

    What could not be marked now is tried again when somebody opens the debrief.
    """
    if not turn.record.closed:
        return
    try:
        with writing() as session:
            marking.mark(session, call_id, engines().rubric, now=now())
    except Exception:
        current_app.logger.exception("call %s is over but could not be marked", call_id)


def _view(call_id: str, turn: Turn, after: int) -> dict[str, Any]:
    def clip_url(seq: int) -> str:
        return url_for(".clip", call_id=call_id, seq=seq)

    record = turn.record
    over = record.closed
    return {
        "call": call_id,
        "state": call_view.state_of(record),
        "now_ms": turn.now_ms,
        "answered_ms": record.answered_ms,
        "placed_ms": call_view.placed_ms(record),
        "dispatched_ms": call_view.dispatched_ms(record),
        "next_due_ms": turn.next_due_ms,
        "last_seq": len(record.events) - 1,
        "events": call_view.shown_events(record, after=after, clip_url=clip_url),
        "ticket": call_view.ticket_of(record),
        "dispatched": call_view.dispatched_in(record),
        "debrief": url_for("debrief.show", call_id=call_id) if over else None,
    }


def _mode(value: str) -> Mode:
    if value not in {Mode.PRACTICE, Mode.EXAM}:
        raise UserMistake(N_("Jenis latihan itu tidak dikenal."), "mode")
    return Mode(value)


def _json(text: str) -> Response:
    return current_app.response_class(text, mimetype="application/json")


def _go(url: str) -> Response:
    return make_response(redirect(url, 303))
