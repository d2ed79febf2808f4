"""The scenario library as instructors see it: find, read, write, check, try."""

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

from scenarios import ScenarioInvalid
from web.clock import now
from web.engines import engines
from web.errors import UserMistake
from web.extensions import db, writing
from web.identity import me
from web.languages import chosen
from web.permissions import Permission, requires
from web.services import authoring, library
from web.texts import N_

bp = Blueprint("library", __name__, url_prefix="/skenario")

LARGEST_UPLOAD_BYTES = 256 * 1024


@bp.get("")
@requires(Permission.READ_LIBRARY)
def index() -> str:
    wanted = authoring.Filter(
        text=request.args.get("cari", "").strip(),
        incident_type=request.args.get("jenis", ""),
        difficulty=request.args.get("tingkat", 0, type=int),
        status=request.args.get("status", ""),
    )
    rows = library.latest_scenarios(db.session(), centre_id=me().centre_id)
    region = engines().region
    return render_template(
        "library/index.html",
        rows=[row for row in rows if wanted.keeps(row)],
        known=rows,
        wanted=wanted,
        incident_names={kind.id: kind.name for kind in region.incidents.values()},
    )


@bp.get("/baru")
@requires(Permission.EDIT_LIBRARY)
def new() -> str:
    return _editor("", authoring.TEMPLATE, None)


@bp.get("/<scenario_id>")
@requires(Permission.READ_LIBRARY)
def show(scenario_id: str) -> str:
    row = authoring.version(
        db.session(), me(), scenario_id, request.args.get("versi", type=int)
    )
    seed = request.args.get("benih", 1, type=int)
    return render_template(
        "library/show.html",
        row=row,
        versions=authoring.versions(db.session(), me(), scenario_id),
        page=authoring.page(row, engines().region, seed=seed, language=chosen()),
    )


@bp.get("/<scenario_id>/sunting")
@requires(Permission.EDIT_LIBRARY)
def edit(scenario_id: str) -> str:
    row = authoring.version(db.session(), me(), scenario_id, None)
    return _editor(scenario_id, authoring.next_version(row.text, row.version), row)


@bp.post("/periksa")
@requires(Permission.EDIT_LIBRARY)
def check() -> str:
    """Check without saving; the text comes back with messages at its lines."""
    scenario_id, text = _written()
    return _editor(scenario_id, text, None, checked=True)


@bp.post("")
@requires(Permission.EDIT_LIBRARY)
def save() -> Response:
    scenario_id, text = _written()
    try:
        scenario = authoring.parsed(text, scenario_id, engines().region)
    except ScenarioInvalid:
        return make_response(_editor(scenario_id, text, None, checked=True), 422)
    with writing() as session:
        row = authoring.keep(session, me(), scenario, text, now=now())
        ref = row.ref
    flash(_("%(ref)s disimpan. Peserta dapat berlatih dengannya.", ref=ref))
    return make_response(redirect(url_for(".show", scenario_id=scenario_id), 303))


def _written() -> tuple[str, str]:
    """Id and text from the form: typed, or an uploaded file."""
    upload = request.files.get("berkas")
    if upload and upload.filename:
        raw = upload.stream.read(LARGEST_UPLOAD_BYTES + 1)
        if len(raw) > LARGEST_UPLOAD_BYTES:
            raise UserMistake(N_("Berkas lebih dari 256 kB."), "berkas")
        name = upload.filename.rsplit("/", 1)[-1].removesuffix(".yaml")
        try:
            return name, raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            raise UserMistake(N_("Berkas bukan UTF-8."), "berkas") from error
    text = request.form.get("text", "").replace("\r\n", "\n")
    return request.form.get("scenario_id", "").strip(), text


def _editor(scenario_id: str, text: str, row: object, *, checked: bool = False) -> str:
    problems = (
        authoring.problems(text, scenario_id, engines().region) if checked else []
    )
    return render_template(
        "library/edit.html",
        scenario_id=scenario_id,
        text=text,
        row=row,
        checked=checked,
        problems=problems,
        lines=authoring.marked_lines(text, problems),
    )
