"""The call going on, as JSON: acts, repeats, wrong moments, and what is never told."""

import json

import pytest
from sqlalchemy import select

from recordings.tables import CallRow
from simulator.speech.casting import ROUND
from tests.people import FRETS, IKBAL, NUS, YOLA
from tests.web.live import SCENARIO, Desk, types, with_scenarios

SECRETS = {"seed", "case", "truth", "facts", "purpose", "distress", "emotion"}
NEVER_TOLD = {
    "case_drawn",
    "utterance_read",
    "situation_changed",
    "caller_acted",
    "distress_moved",
}


@pytest.fixture
def yola(app, change, clock, sign_in):
    with_scenarios(app, change, clock)
    return sign_in(YOLA)


@pytest.fixture
def desk(yola, clock):
    return Desk(yola, clock)


@pytest.fixture
def talking(desk):
    desk.do("answer")
    return desk


def test_a_call_rings_until_it_is_answered(desk):
    before = desk.view()
    after = desk.do("answer", in_s=3)

    assert (before["state"], before["answered_ms"]) == ("ringing", None)
    assert (after["state"], after["answered_ms"]) == ("connected", 3000)


def test_the_console_stands_until_the_call_is_over(talking):
    assert talking.client.get(talking.page).status_code == 200

    over = talking.do("close", disposition="emergency")

    assert (over["state"], over["debrief"]) == ("ended", f"{talking.page}/tinjauan")
    gone = talking.client.get(talking.page)
    assert (gone.status_code, gone.location) == (303, over["debrief"])
    assert talking.client.get(over["debrief"]).status_code == 200


def test_the_caller_answers_what_is_asked(talking):
    view = talking.do("say", text="greet ask_location", in_s=2)

    assert "call_taker_spoke" in types(view)
    [line] = [event for event in view["events"] if event["type"] == "caller_spoke"]
    assert line["text"]
    assert line["began_ms"] > view["now_ms"]
    assert line["clip"] == f"{talking.api}/suara/{line['seq']}.wav"


def test_only_what_is_new_is_sent(talking):
    last = talking.view()["last_seq"]

    view = talking.do("set", field="note", value="ruko", after=last)

    assert types(view) == ["ticket_field_set"]


def test_a_ticket_field_is_kept_and_can_be_emptied(talking):
    kept = talking.do("set", field="location.place", value="81.71.02.2003")
    emptied = talking.do("set", field="location.place", value=None)

    assert kept["ticket"] == {"location.place": "81.71.02.2003"}
    assert kept["placed_ms"] == kept["now_ms"]
    assert emptied["ticket"] == {"location.place": None}


def test_an_agency_answers_and_can_be_recalled(talking):
    sent = talking.do("dispatch", agencies=["damkar"], priority=1)
    answered = talking.wait(20)
    recalled = talking.do("recall", agency="damkar")

    assert [one["answer"] for one in sent["dispatched"]] == [None]
    assert [one["answer"] for one in answered["dispatched"]] == ["accepts"]
    assert recalled["dispatched"] == []


def test_holding_and_resuming(talking):
    assert talking.do("hold")["state"] == "on_hold"
    assert talking.do("resume")["state"] == "connected"


def test_a_misunderstood_utterance_is_answered_as_it_was_meant(talking):
    said = talking.do("say", text="??", in_s=2)
    [of] = [e["seq"] for e in said["events"] if e["type"] == "call_taker_spoke"]

    view = talking.do("correct", of=of, acts=["ask_location"], after=said["last_seq"])

    assert types(view)[0] == "understanding_corrected"
    assert "caller_spoke" in types(view)


# --- repeats ------------------------------


def test_a_repeated_number_gives_the_same_reply_and_changes_nothing(talking, read):
    act = {"do": "say", "text": "ask_location", "client_seq": 77}
    first = talking.send(**act)
    talking.clock.forward(seconds=4)

    again = talking.send(**act | {"text": "something else"})

    assert again.data == first.data
    events = read(lambda session: session.query(CallRow).one().event_count)
    assert events == first.json["last_seq"] + 1


@pytest.mark.parametrize("number", [None, "1", 1.5, True])
def test_an_act_without_a_number_is_refused(talking, number):
    assert talking.send(do="hold", client_seq=number).status_code == 422


# --- whose call it is ------------------------------


@pytest.mark.parametrize("person", [IKBAL, NUS])
def test_somebody_elses_call_is_not_there(desk, sign_in, person):
    other = sign_in(person)

    answers = [
        other.get(desk.page),
        other.get(desk.api),
        other.get(f"{desk.api}/suara/2.wav"),
        other.post(f"{desk.api}/tindakan", json={"client_seq": 1, "do": "answer"}),
    ]

    assert [answer.status_code for answer in answers] == [404] * 4
    assert desk.view()["state"] == "ringing"


def test_an_instructor_does_not_answer_in_a_trainees_place(desk, sign_in):
    act = {"client_seq": 1, "do": "answer"}
    answer = sign_in(FRETS).post(f"{desk.api}/tindakan", json=act)

    assert answer.status_code in {403, 404}
    assert desk.view()["state"] == "ringing"


def test_a_signed_out_page_is_told_so(desk, client):
    answer = client.get(desk.api)

    assert (answer.status_code, answer.json["message"]) == (
        401,
        "Silakan masuk lebih dulu.",
    )


# --- wrong moments, wrong values ------------------------------


@pytest.mark.parametrize(
    "act",
    [
        {"do": "say", "text": "greet"},
        {"do": "hold"},
        {"do": "close", "disposition": "emergency"},
        {"do": "dispatch", "agencies": ["damkar"], "priority": 1},
    ],
)
def test_nothing_can_be_done_before_the_answer(desk, act):
    answer = desk.send(**act)

    assert answer.status_code == 409
    assert answer.json["message"] == "Panggilan belum dijawab."


@pytest.mark.parametrize(
    ("act", "status", "said"),
    [
        ({"do": "answer"}, 409, "sudah dijawab"),
        ({"do": "resume"}, 409, "tidak sedang ditahan"),
        ({"do": "recall", "agency": "damkar"}, 409, "belum diteruskan"),
        ({"do": "dispatch", "agencies": ["x"], "priority": 1}, 409, "tidak ada"),
        ({"do": "dispatch", "agencies": [], "priority": 1}, 422, "Pilih dulu"),
        ({"do": "dispatch", "agencies": ["damkar"]}, 422, "bilangan bulat"),
        ({"do": "dispatch", "agencies": ["damkar"], "priority": 4}, 409, "1, 2 atau 3"),
        ({"do": "set", "field": "warna", "value": "x"}, 409, "tidak ada"),
        ({"do": "close", "disposition": "selesai"}, 409, "tidak ada"),
        ({"do": "say", "text": "  "}, 422, "Ketik dulu"),
        ({"do": "say", "text": "x" * 1001}, 422, "paling panjang"),
        ({"do": "say", "text": "greet", "began_ms": "1"}, 422, "bilangan bulat"),
        ({"do": "correct", "of": 0, "acts": ["greet"]}, 409, "tidak ada"),
        ({"do": "terbang"}, 422, "tidak dikenal"),
        ({}, 422, "tidak dikenal"),
    ],
)
def test_it_says_what_cannot_be_done(talking, act, status, said):
    last = talking.view()["last_seq"]

    answer = talking.send(**act)

    assert (answer.status_code, said in answer.json["message"]) == (status, True)
    assert talking.view()["last_seq"] == last


def test_nothing_can_be_done_in_a_closed_call(talking):
    talking.do("close", disposition="emergency")

    answer = talking.send(do="say", text="greet")

    assert (answer.status_code, answer.json["message"]) == (
        409,
        "Panggilan sudah ditutup.",
    )


@pytest.mark.parametrize(
    ("form", "status"),
    [
        ({"scenario": "tidak-ada"}, 404),
        ({"scenario": SCENARIO, "mode": "coba"}, 422),
    ],
)
def test_no_call_of_something_unknown(yola, form, status):
    assert yola.post("/panggilan", data=form).status_code == status


# --- what is never told ------------------------------


def keys_of(value):
    if isinstance(value, dict):
        return set(value) | {key for one in value.values() for key in keys_of(one)}
    if isinstance(value, list):
        return {key for one in value for key in keys_of(one)}
    return set()


def test_the_truth_and_the_callers_mind_are_never_told(talking, read):
    talking.do("say", text="greet ask_location", in_s=2)
    talking.do("say", text="#blame ask_persons", in_s=12)
    talking.do("dispatch", agencies=["damkar"], priority=1)

    view = talking.wait(60)

    assert "caller_spoke" in types(view)
    assert not keys_of(view) & SECRETS
    assert not set(types(view)) & NEVER_TOLD
    seed = read(lambda session: session.query(CallRow).one().seed)
    assert str(seed) not in json.dumps(view)


def test_the_page_itself_holds_no_truth(talking):
    page = talking.client.get(talking.page).text

    assert SCENARIO not in page
    assert "truth" not in page


# --- time ------------------------------


@pytest.mark.parametrize(("away_s", "stops"), [(15.0, False), (15.001, True)])
def test_a_page_unheard_of_for_fifteen_seconds_stops_the_clock(talking, away_s, stops):
    seen = talking.view()
    talking.clock.forward(seconds=away_s)

    view = talking.view(after=seen["last_seq"])

    assert ("clock_stopped" in types(view)) == stops
    assert view["now_ms"] == seen["now_ms"] + (0 if stops else 15_000)
    assert view["state"] == "connected"


def test_a_real_call_freezes_the_exercise_until_one_comes_back(talking):
    frozen = talking.do("real_call")
    refused = talking.send(do="say", text="greet")
    talking.clock.forward(hours=2)
    back = talking.send(do="back").json

    assert frozen["state"] == "frozen"
    assert refused.status_code == 409
    assert (back["state"], back["now_ms"]) == ("connected", frozen["now_ms"])


def test_a_call_is_not_begun_before_the_reader_is_there(yola, app, monkeypatch, read):
    monkeypatch.setattr(app.extensions["engines"], "reader_within", lambda _s: None)

    answer = yola.post("/panggilan", data={"scenario": SCENARIO})

    assert answer.status_code == 202
    assert "Menyiapkan penelepon" in answer.text
    assert f'value="{SCENARIO}"' in answer.text
    assert read(lambda session: session.query(CallRow).count()) == 0


# --- the caller's voice ------------------------------


def test_a_line_that_is_none_has_no_sound(talking):
    answers = [
        talking.client.get(f"{talking.api}/suara/{seq}.wav") for seq in (0, 2, 999)
    ]

    assert [answer.status_code for answer in answers] == [422] * 3


def test_a_machine_without_a_voice_says_so(talking, app):
    app.extensions["engines"].clips.voice = None
    said = talking.do("say", text="greet ask_location", in_s=2)
    [line] = [event for event in said["events"] if event["type"] == "caller_spoke"]

    answer = talking.client.get(line["clip"])

    assert (answer.status_code, answer.json["message"]) == (
        404,
        "Tidak ada mesin suara; bacalah kata-katanya.",
    )


def test_in_an_exam_the_callers_words_are_not_even_sent(yola, clock):
    desk = Desk(yola, clock, mode="exam")
    desk.do("answer")

    view = desk.do("say", text="greet ask_location", in_s=2)

    [line] = [event for event in view["events"] if event["type"] == "caller_spoke"]
    assert (line["text"], bool(line["clip"])) == ("", True)


def test_the_next_caller_of_a_trainee_has_the_next_voice(yola, clock, change):
    for _ in range(4):
        clock.forward(seconds=60)
        Desk(yola, clock)

    seeds = change(
        lambda session: session.scalars(
            select(CallRow.seed).order_by(CallRow.offered_at)
        ).all()
    )
    assert [(seed - seeds[0]) % ROUND for seed in seeds] == [0, 1, 2, 3]
