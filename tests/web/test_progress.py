"""The coordinator's table: /peserta, and its files."""

import csv
import io
import re
import zipfile
from datetime import UTC, datetime, timedelta

import pytest

from tests.people import FRETS, IKBAL, MONDAY, NUS, SALMA, YOLA
from tests.web.rows import a_call, a_mark, add
from web.models import User

URL = "/peserta"


def names(page):
    """Trainees in the order of the table."""
    return re.findall(r'<th scope="row">([^<]+)</th>', page)


def cells(page, name):
    row = re.search(rf'<th scope="row">{name}</th>(.*?)</tr>', page, re.DOTALL)[1]
    return [
        " ".join(re.sub(r"<[^>]+>", " ", cell).split())
        for cell in re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)
    ]


@pytest.fixture
def trained(change):
    """Yola with one practice call and two exams, Ikbal with nothing."""
    practice = a_call(YOLA, length_ms=61_000, at=MONDAY - timedelta(days=2))
    first = a_call(YOLA, mode="exam", at=MONDAY - timedelta(days=3))
    second = a_call(YOLA, mode="exam", at=MONDAY - timedelta(days=1))
    foreign = a_call(NUS, mode="exam")
    add(
        change,
        *(practice, a_mark(practice, 99.9, critical=7, passed=True)),
        *(first, a_mark(first, 60.0, critical=1, passed=False)),
        *(second, a_mark(second, 85.0, passed=True)),
        *(foreign, a_mark(foreign, 44.4)),
    )


def test_effort_counts_every_call_and_marks_only_exams(sign_in, trained):
    page = sign_in(SALMA).get(URL).text

    assert cells(page, YOLA.name) == [
        "Dinas Kesehatan", "3", "6", "2", "1", "72,5 %", "1", "22 Nov 2026 14.05 WIT",
    ]  # fmt: skip
    assert cells(page, IKBAL.name)[1:] == ["0", "0", "0", "0", "–", "0", "–"]


@pytest.mark.parametrize("url", [URL, "/peserta.csv", "/"])
def test_a_practice_mark_is_nowhere(sign_in, trained, url):
    page = sign_in(SALMA).get(url).text

    assert "99,9" not in page
    assert "99.9" not in page


def test_another_centre_is_nowhere(sign_in, trained):
    page = sign_in(SALMA).get(URL).text

    assert names(page) == [IKBAL.name, YOLA.name]
    assert "44,4" not in page


def test_an_exam_waiting_for_a_human_is_not_passed(sign_in, change):
    exam = a_call(YOLA, mode="exam")
    add(change, exam, a_mark(exam, 90.0, passed=None))

    assert cells(sign_in(SALMA).get(URL).text, YOLA.name)[3:5] == ["1", "0"]


def test_an_exam_that_could_not_be_assessed_has_no_mark(sign_in, change):
    exam = a_call(YOLA, mode="exam")
    add(change, exam, a_mark(exam, None))

    assert cells(sign_in(SALMA).get(URL).text, YOLA.name)[5] == "–"


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("cari=yol", [YOLA.name]),
        ("cari=YOLA", [YOLA.name]),
        ("cari=%25", []),
        ("instansi=Damkar", [IKBAL.name]),
        ("instansi=Damkar&cari=yola", []),
    ],
)
def test_filters_stand_in_the_address(sign_in, trained, query, shown):
    page = sign_in(SALMA).get(f"{URL}?{query}").text

    assert names(page) == shown
    if not shown:
        assert "Tidak ada peserta yang cocok" in page


@pytest.mark.parametrize(("since", "calls"), [("2026-11-21", "2"), ("2026-11-22", "1")])
def test_since_a_day_means_from_its_midnight_here(sign_in, trained, since, calls):
    page = sign_in(SALMA).get(f"{URL}?sejak={since}").text

    assert cells(page, YOLA.name)[1] == calls


def test_midnight_is_that_of_the_centre(sign_in, change):
    just_after = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)  # 22 Nov 00.00 WIT
    add(
        change,
        a_call(YOLA, at=just_after),
        a_call(IKBAL, at=just_after - timedelta(seconds=1)),
    )

    page = sign_in(SALMA).get(f"{URL}?sejak=2026-11-22").text

    assert (cells(page, YOLA.name)[1], cells(page, IKBAL.name)[1]) == ("1", "0")


@pytest.mark.parametrize(
    "column",
    ["nama", "instansi", "panggilan", "menit", "ujian", "lulus", "kritis"],
)
def test_every_column_sorts_both_ways(sign_in, trained, column):
    browser = sign_in(SALMA)

    up = names(browser.get(f"{URL}?urut={column}").text)
    down = names(browser.get(f"{URL}?urut=-{column}").text)

    assert up == down[::-1]


@pytest.mark.parametrize("column", ["nilai", "-nilai", "terakhir", "-terakhir"])
def test_what_is_missing_always_stands_last(sign_in, trained, column):
    assert names(sign_in(SALMA).get(f"{URL}?urut={column}").text)[-1] == IKBAL.name


def test_a_heading_keeps_the_filter_and_turns_the_order(sign_in, trained):
    page = sign_in(SALMA).get(f"{URL}?cari=o&urut=-nilai").text

    assert 'aria-sort="descending"' in page
    assert 'href="/peserta?cari=o&amp;urut=nilai"' in page
    assert 'href="/peserta.csv?cari=o&amp;urut=-nilai"' in page


@pytest.mark.parametrize(
    ("query", "said"),
    [("urut=password", "Urutan itu tidak dikenal"), ("sejak=kemarin", "2026-11-23")],
)
def test_it_says_what_to_mend(sign_in, query, said):
    reply = sign_in(SALMA).get(f"{URL}?{query}")

    assert reply.status_code == 422
    assert said in reply.text


@pytest.mark.parametrize("url", [URL, "/peserta.csv", "/peserta.xlsx"])
@pytest.mark.parametrize("person", [YOLA, FRETS])
def test_it_is_the_coordinators_only(sign_in, person, url):
    assert sign_in(person).get(url).status_code == 403


@pytest.mark.parametrize("url", [URL, "/peserta.csv", "/peserta.xlsx"])
def test_it_rejects_post(sign_in, url):
    assert sign_in(SALMA).post(url).status_code == 405


def test_the_csv_says_latihan_and_holds_the_same_table(sign_in, trained):
    reply = sign_in(SALMA).get("/peserta.csv?urut=-nilai")

    rows = list(csv.reader(io.StringIO(reply.data.decode("utf-8-sig"))))
    assert rows[0][0].startswith("LATIHAN")
    assert rows[2][:8] == [
        YOLA.name,
        "Dinas Kesehatan",
        "3",
        "6",
        "2",
        "1",
        "72.5",
        "1",
    ]
    assert "LATIHAN-peserta-2026-11-23.csv" in reply.headers["Content-Disposition"]


def test_the_xlsx_says_latihan_on_the_sheet_and_when_printed(sign_in, trained):
    reply = sign_in(SALMA).get("/peserta.xlsx")

    book = zipfile.ZipFile(io.BytesIO(reply.data))
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "LATIHAN: kemajuan peserta" in book.read("xl/sharedStrings.xml").decode()
    assert "<oddHeader>&amp;C&amp;BLATIHAN</oddHeader>" in sheet
    assert "<v>72.5</v>" in sheet


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_a_name_is_never_run_as_a_formula(sign_in, change, suffix):
    def rename(session):
        session.get(User, YOLA.id).name = "=cmd|' /C calc'!A0"

    change(rename)

    reply = sign_in(SALMA).get(f"/peserta.{suffix}")

    if suffix == "csv":
        assert "\r\n'=cmd" in reply.text
    else:
        book = zipfile.ZipFile(io.BytesIO(reply.data))
        assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()
        assert "&apos;=cmd" in book.read("xl/sharedStrings.xml").decode().replace(
            "'=cmd", "&apos;=cmd"
        )
