"""The first page of each role."""

from datetime import timedelta

from tests.people import FRETS, IKBAL, MONDAY, NUS, SALMA, YOLA
from tests.web.rows import a_call, a_hand_in, a_mark, add

CONTINUE = "Lanjutkan panggilan"


def test_a_trainee_reads_who_sees_what(sign_in):
    page = sign_in(YOLA).get("/").text

    assert "Nilai latihan hanya Anda yang melihat." in page
    assert "PANGGILAN ASLI" in page


def test_a_trainee_may_be_given_a_call_or_choose_its_kind(sign_in):
    page = sign_in(YOLA).get("/").text

    assert 'name="scenario" value="acak"' in page
    assert 'name="scenario" value="kebakaran-ambon"' in page
    assert "Kebakaran bangunan" in page
    assert "tingkat 3 dari 5" in page


def test_a_trainee_is_not_told_what_a_scenario_is_about(sign_in):
    assert "Rahasia judul" not in sign_in(YOLA).get("/").text


def test_a_trainee_sees_only_scenarios_of_the_own_centre(sign_in):
    assert "kebakaran-lain" not in sign_in(YOLA).get("/").text


def test_a_running_call_waits_to_be_continued(sign_in, change):
    call = a_call(YOLA, over=False)
    add(change, call)

    page = sign_in(YOLA).get("/").text

    assert CONTINUE in page
    assert f'href="/panggilan/{call.id}"' in page


def test_without_a_running_call_there_is_nothing_to_continue(sign_in, change):
    add(change, a_call(YOLA), a_call(IKBAL, over=False))

    assert CONTINUE not in sign_in(YOLA).get("/").text


def test_a_trainee_sees_the_own_marks_and_nobody_elses(sign_in, change):
    own, other = a_call(YOLA), a_call(IKBAL)
    add(change, own, other, a_mark(own, 87.5, critical=2), a_mark(other, 61.3))

    page = sign_in(YOLA).get("/").text

    assert "87,5 %" in page
    assert "2 butir kritis" in page
    assert "61,3" not in page


def test_a_mark_is_first_met_in_the_debrief(sign_in, change):
    call = a_call(YOLA)
    add(change, call, a_mark(call, 87.5, critical=1, seen=False))

    page = sign_in(YOLA).get("/").text

    assert "87,5" not in page
    assert "butir kritis" not in page
    assert "lihat tinjauan" in page


def test_only_the_latest_scorecard_counts(sign_in, change):
    call = a_call(YOLA)
    add(change, call, a_mark(call, 50.0), a_mark(call, 90.0, digest="e"))

    page = sign_in(YOLA).get("/").text

    assert "90 %" in page
    assert "50 %" not in page
    assert page.count(f"/panggilan/{call.id}/tinjauan") == 1


def test_a_new_trainee_is_told_what_to_do_first(sign_in):
    assert "Belum ada panggilan." in sign_in(YOLA).get("/").text


def test_an_instructor_sees_who_is_in_a_call(sign_in, change, clock):
    gone = a_call(IKBAL, at=MONDAY - timedelta(minutes=5), over=False)
    add(change, a_call(YOLA, at=MONDAY, over=False), gone, a_call(NUS, over=False))

    page = sign_in(FRETS).get("/").text

    assert YOLA.name in page
    assert page.count("halaman sedang tertutup") == 1
    assert NUS.name not in page


def test_an_instructor_sees_handed_in_calls_the_gravest_first(sign_in, change):
    fine, grave = a_call(IKBAL), a_call(YOLA)
    add(
        change,
        *(fine, a_mark(fine, 88.0), a_hand_in(fine)),
        *(grave, a_mark(grave, 55.0, critical=1), a_hand_in(grave)),
    )

    page = sign_in(FRETS).get("/").text

    assert page.index(grave.id) < page.index(fine.id)


def test_an_instructor_does_not_see_what_was_not_handed_in(sign_in, change):
    kept, reviewed, foreign = a_call(YOLA), a_call(IKBAL), a_call(NUS)
    add(
        change,
        *(kept, a_mark(kept, 55.0)),
        *(reviewed, a_mark(reviewed, 66.6), a_hand_in(reviewed, reviewed=MONDAY)),
        *(foreign, a_mark(foreign, 77.7), a_hand_in(foreign)),
    )

    page = sign_in(FRETS).get("/").text

    assert "Tidak ada yang menunggu." in page
    for mark in ("55 %", "66,6", "77,7"):
        assert mark not in page


def test_an_instructor_sees_the_scenarios_of_the_centre(sign_in):
    page = sign_in(FRETS).get("/").text

    assert "Rahasia judul ambon" in page
    assert "Rahasia judul lain" not in page


def test_a_coordinator_sees_the_week_and_who_was_away(sign_in, change):
    old = a_call(IKBAL, at=MONDAY - timedelta(days=8))
    add(change, a_call(YOLA, length_ms=61_000), old, a_call(NUS))

    page = sign_in(SALMA).get("/").text

    assert "dari 2" in page
    assert IKBAL.name in page
    assert YOLA.name not in page
    assert NUS.name not in page
    assert 'href="/peserta"' in page


def test_it_rejects_post(sign_in):
    assert sign_in(YOLA).post("/").status_code == 405


def test_a_stranger_is_sent_to_sign_in(client):
    assert client.get("/").location == "/masuk"
