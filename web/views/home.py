"""The first page of each role."""

from uuid import UUID

from flask import (
    Blueprint,
    Response,
    flash,
    make_response,
    redirect,
    render_template,
    url_for,
)
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from scenarios.region import load_region
from web.clock import now
from web.config import REGION
from web.extensions import db, writing
from web.identity import me
from web.permissions import Permission, Role, requires
from web.services import hand_ins, home
from web.settings import settings

bp = Blueprint("home", __name__)


@bp.get("/")
@requires(Permission.OWN_ACCOUNT)
def show() -> str:
    pages = {
        Role.TRAINEE: _trainee,
        Role.INSTRUCTOR: _instructor,
        Role.COORDINATOR: _coordinator,
    }
    return pages[me().role]()


@bp.post("/panggilan/<uuid:call_id>/serahkan")
@requires(Permission.HAND_IN)
def hand_in(call_id: UUID) -> Response:
    with writing() as session:
        hand_ins.hand_in(session, me(), str(call_id), now=now())
    flash(_("Panggilan diserahkan. Instruktur dapat melihatnya."))
    return _back_home()


@bp.post("/panggilan/<uuid:call_id>/tarik")
@requires(Permission.HAND_IN)
def take_back(call_id: UUID) -> Response:
    with writing() as session:
        hand_ins.take_back(session, me(), str(call_id))
    flash(_("Panggilan ditarik. Hanya Anda yang melihatnya."))
    return _back_home()


def _back_home() -> Response:
    return make_response(redirect(url_for(".show"), 303))


def _trainee() -> str:
    session = db.session()
    return render_template(
        "home/trainee.html",
        running=home.running_call(session, me()),
        choices=home.choices(session, me()),
        calls=home.recent_calls(session, me()),
        incident_names=_incident_names(),
        incident_of=_incident_of(session),
    )


def _instructor() -> str:
    session = db.session()
    return render_template(
        "home/instructor.html",
        running=home.running_call(session, me()),
        present=home.in_a_call(session, me(), now=now()),
        waiting=hand_ins.waiting(session, me()),
        scenarios=home.newest_scenarios(session, me()),
        incident_names=_incident_names(),
        incident_of=_incident_of(session),
    )


def _coordinator() -> str:
    session = db.session()
    return render_template(
        "home/coordinator.html", week=home.this_week(session, me(), now=now())
    )


def _incident_of(session: Session) -> dict[str, str]:
    """What each scenario of the centre is called before its title may be told."""
    names = _incident_names()
    return {
        row.scenario_id: names.get(row.incident_type, row.incident_type)
        for row in home.newest_scenarios(session, me())
    }


def _incident_names() -> dict[str, str]:
    region = load_region(settings()[REGION])
    return {kind.id: kind.name for kind in region.incidents.values()}
