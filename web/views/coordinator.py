"""The coordinator's table of trainees, on the page and as a file."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from urllib.parse import urlencode
from zoneinfo import ZoneInfo

from flask import (
    Blueprint,
    Response,
    g,
    make_response,
    render_template,
    request,
    url_for,
)
from flask_babel import gettext as _

from web.clock import now
from web.errors import UserMistake
from web.extensions import db
from web.formats import moment_text
from web.identity import me
from web.permissions import Permission, requires
from web.services import exports, progress
from web.services.progress import TraineeProgress, Wanted
from web.texts import N_

bp = Blueprint("coordinator", __name__)

# The columns in order: name in the address, key of the service, heading.
COLUMNS = (
    ("nama", "name", N_("Nama")),
    ("instansi", "agency", N_("Instansi")),
    ("panggilan", "calls", N_("Panggilan")),
    ("menit", "minutes", N_("Menit")),
    ("ujian", "exams", N_("Ujian")),
    ("lulus", "passed", N_("Lulus")),
    ("nilai", "mark", N_("Nilai ujian")),
    ("kritis", "critical", N_("Butir kritis terlewat")),
    ("terakhir", "last", N_("Panggilan terakhir")),
)
SORTS = {name: key for name, key, _heading in COLUMNS}
WORDS = ("nama", "instansi")
"""Columns of words; the others are numbers and first sorted from the top."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A heading of the table, and where pressing it leads."""

    label: str
    url: str
    number: bool
    sorted: str | None
    """ascending or descending; None when the table is sorted by another."""


XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.get("/peserta")
@requires(Permission.SEE_PROGRESS)
def show() -> str:
    wanted = _wanted()
    return render_template(
        "coordinator/progress.html",
        rows=progress.table(db.session(), me(), wanted),
        wanted=wanted,
        agencies=progress.agencies(db.session(), me()),
        columns=_columns(wanted),
        filters=_filters(),
    )


@bp.get("/peserta.csv")
@requires(Permission.SEE_PROGRESS)
def as_csv() -> Response:
    return _file(exports.as_csv(_sheet()), "text/csv; charset=utf-8", "csv")


@bp.get("/peserta.xlsx")
@requires(Permission.SEE_PROGRESS)
def as_xlsx() -> Response:
    return _file(exports.as_xlsx(_sheet()), XLSX_TYPE, "xlsx")


def _file(content: bytes, kind: str, suffix: str) -> Response:
    answer = make_response(content)
    answer.content_type = kind
    name = f"LATIHAN-peserta-{now():%Y-%m-%d}.{suffix}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


def _filters() -> dict[str, str]:
    """What the address says now, for links that keep it."""
    names = ("cari", "instansi", "sejak", "urut")
    return {name: value for name in names if (value := request.args.get(name, ""))}


def _columns(wanted: Wanted) -> list[Column]:
    return [_column(wanted, *column) for column in COLUMNS]


def _column(wanted: Wanted, name: str, key: str, heading: str) -> Column:
    here = wanted.sort == key
    downward = not wanted.descending if here else name not in WORDS
    order = ("-" if downward else "") + name
    sorted_ = ("descending" if wanted.descending else "ascending") if here else None
    return Column(
        label=_(heading),
        url=f"{url_for('.show')}?{urlencode(_filters() | {'urut': order})}",
        number=name not in WORDS,
        sorted=sorted_,
    )


def _wanted() -> Wanted:
    sort = request.args.get("urut", "nama")
    name = sort.removeprefix("-")
    if name not in SORTS:
        raise UserMistake(N_("Urutan itu tidak dikenal."), "urut")
    return Wanted(
        search=request.args.get("cari", "").strip()[:100],
        agency=request.args.get("instansi", ""),
        since=_since(request.args.get("sejak", "")),
        sort=SORTS[name],
        descending=sort.startswith("-"),
    )


def _since(text: str) -> datetime | None:
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise UserMistake(
            N_("Tanggal harus ditulis seperti 2026-11-23."), "sejak"
        ) from None
    return datetime.combine(day, time(), ZoneInfo(g.zone)).astimezone(UTC)


def _sheet() -> exports.Sheet:
    rows = progress.table(db.session(), me(), _wanted())
    return exports.Sheet(
        title=_("LATIHAN: kemajuan peserta, %(moment)s", moment=moment_text(now())),
        header=[_(heading) for _name, _key, heading in COLUMNS],
        rows=[_cells(row) for row in rows],
    )


def _cells(row: TraineeProgress) -> list[exports.Cell]:
    return [
        row.name,
        row.agency,
        row.calls,
        -(-row.length_ms // 60_000),
        row.exams,
        row.exams_passed,
        None if row.exam_percent is None else round(row.exam_percent, 1),
        row.exam_critical,
        moment_text(row.last_call_at) if row.last_call_at else None,
    ]
