"""Any call whatever, for laws that hold of all of them."""

from dataclasses import replace

from hypothesis import strategies as st

from recordings.call_record import CallRecord
from recordings.events import CourtesyFound, UtteranceRead
from scenarios.case import MustTell
from scenarios.vocabulary import (
    VIOLATION_SEVERITY,
    CourtesyLabel,
    DialogueAct,
    Disposition,
)
from tests.scoring.calls import CASE, FAR, MARDIKA, NEXT_DOOR, PRANK, ACall, a_case

SIGNED = (
    MustTell(
        id="cpr",
        label="pijat jantung",
        acts=("instruct_cpr_start",),
        about=("hard_floor", "rate"),
        form="directive",
        critical=True,
        approved=True,
    ),
    *CASE.must_tell,
)
CASES = st.sampled_from(
    [
        CASE,
        PRANK,
        a_case(must_tell=SIGNED),
        a_case(caller={"speaks": "tones"}),
        a_case(must_tell=(MustTell(id="sorry", label="duka", acts=("empathise",)),)),
        a_case(truth={"place": None, "callback_number": None, "persons": None}),
    ]
)

GRAVE = [
    label for label, severity in VIOLATION_SEVERITY.items() if severity == "severe"
]
TEXTS = ("Hm.", "Di mana, Pak?", "Baik, Bu, saya catat!!", "KELUAR SEKARANG")
LIKELY_ACTS = [
    "open_greet",
    "ask_location",
    "ask_trapped",
    "ask_landmark/floor",
    "ask_hazard/fuel",
    "ask_callback",
    "confirm_location",
    "verify_readback",
    "ask_hold",
    "instruct_cpr_start/hard_floor|rate!directive",
    "instruct_evacuate/do_not_enter",
    "inform_dispatch",
    "inform_dispatch/on_its_way",
    "inform_eta",
    "reassure/stay_promised",
    "empathise",
    "check_silent",
    "warn_prank",
    "thank",
    "close_call",
]
LIKELY_LABELS = ["honorific_address", "please_marker", "thanks", "hold_courtesy"]
LIKELY_LABELS += ["emotional_reaction", "closing_courtesy", "shout", "jargon"]
VALUES = [
    ("place", MARDIKA),
    ("place", NEXT_DOOR),
    ("phone", "452"),
    ("minutes", "5"),
    ("agency", "damkar"),
]
WRITTEN = [
    ("location.place", MARDIKA),
    ("location.place", NEXT_DOOR),
    ("location.place", FAR),
    ("callback_number", "081033452"),
    ("callback_number", "0811"),
    ("incident_type", "kebakaran_bangunan"),
    ("persons", "satu orang"),
    ("caller_name", "Pak Heri"),
    ("priority", "2"),
]
AGENCIES = ("damkar", "dinkes", "perkim", "bpbd")


def few(values, most=3):
    return st.lists(st.sampled_from(values), max_size=most, unique=True).map(tuple)


def utterance(call, at, draw):
    return call.taker(
        at,
        draw(st.sampled_from(TEXTS)),
        *draw(few(LIKELY_ACTS) | few(list(DialogueAct))),
        courtesy=draw(few(LIKELY_LABELS) | few(list(CourtesyLabel), 2)),
        values=draw(few(VALUES, 2)),
        abstained=draw(st.integers(0, 7)) == 0,
        means=draw(st.sampled_from(["typed", "recognised", "tapped"])),
    )


def correction(call, at, draw):
    return utterance(call, at, draw).corrected(*draw(few(list(DialogueAct), 2)))


def line(call, at, draw):
    return call.caller(
        at,
        "Tolong, ada api di Mardika!",
        *draw(few(["area", "number", "trapped", "floor", "fuel"], 2)),
        distress=draw(st.integers(1, 5)),
        because_of=draw(st.sampled_from([None, call.seq])),
        purpose=draw(st.sampled_from(["answer", "volunteer", "confirm"])),
    )


def sound(call, at, draw):
    heard = draw(st.sampled_from(["crying", "tone_once", "tone_twice"]))
    return call.sounded(at, heard, because_of=call.seq)


def entry(call, at, draw):
    field, value = draw(st.sampled_from(WRITTEN))
    return call.ticket(at, field, value if draw(st.integers(0, 5)) else None)


def sending(call, at, draw):
    agency = draw(st.sampled_from(AGENCIES))
    return call.dispatch(at, agency, priority=draw(st.integers(1, 3)))


def recall(call, at, draw):
    return call.recall(at, draw(st.sampled_from(AGENCIES)))


def acceptance(call, at, draw):
    return call.accepts(at, draw(st.sampled_from(AGENCIES)), read_back="5 menit")


def hold(call, at, draw):
    return call.hold(at, at + 1.0)


STEPS = [utterance] * 5 + [line] * 3 + [entry, entry, sending, hold]
STEPS += [sound, recall, acceptance, correction]


@st.composite
def calls(draw, most=14):
    """A call of so many steps, the trainee's and the caller's, ended or not."""
    call = ACall(draw(CASES), mode=draw(st.sampled_from(["practice", "exam"])))
    call.answered(draw(st.sampled_from([2.0, 15.0])))
    at = 16.0
    for step in draw(st.lists(st.sampled_from(STEPS), min_size=1, max_size=most)):
        step(call, at, draw)
        at += draw(st.sampled_from([1.5, 4.0, 30.0]))
    ending = draw(st.sampled_from(["closed", "gave_up", "situation", "none"]))
    if ending == "closed":
        call.closed(at, draw(st.sampled_from(list(Disposition))))
    elif ending != "none":
        call.hung_up(at, ending)
    return call


def readings(call):
    return [seq for seq, e in enumerate(call.events) if isinstance(e, UtteranceRead)]


def with_label(record, seq, label):
    """The same call in which the words of one reading wound as well."""
    read = record.events[seq]
    words = len(record.quote(read.of).text)
    found = CourtesyFound(label=label, confidence=0.9, span=(0, words))
    wounding = replace(read, courtesy=(*read.courtesy, found))
    return CallRecord((*record.events[:seq], wounding, *record.events[seq + 1 :]))
