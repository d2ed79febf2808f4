"""Labels that need more than one turn, with the cases that only look like them."""

import pytest

from recordings import codes
from recordings.events import CallerSounded, CallHeld, CallResumed, CourtesyFound
from recordings.replies import emotion_replies, unanswered_emotion
from recordings.sequences import sequence_labels
from scenarios.vocabulary import (
    COURTESY_AXES,
    SEQUENCE_LABELS,
    URGENT_ACTS,
    VIOLATION_SEVERITY,
    DialogueAct,
)
from tests.recordings.phone_call import PhoneCall

ASKED = "Ibu Siti, sebutkan jalannya supaya ambulans bisa jalan."


def labels(call, name):
    found = sequence_labels(call.record())
    return [(seq, span) for seq, label, span in found if label == name]


def test_the_codes_known_by_name_are_those_of_the_vocabulary():
    assert set(VIOLATION_SEVERITY) == codes.VIOLATIONS
    assert set(URGENT_ACTS) == codes.URGENT_ACTS
    assert {
        label
        for label, axes in COURTESY_AXES.items()
        if "empati" in axes and label not in VIOLATION_SEVERITY
    } == codes.EMPATHY_LABELS
    assert (
        set(DialogueAct)
        >= codes.RECOGNISING_ACTS | codes.TAKES_LEAVE | codes.REPORTS_BACK
    )


def test_no_other_label_is_given_here():
    call = PhoneCall().caller(3, 6, distress=4)
    for second in range(10, 60, 10):
        call.taker(second, second + 1, ASKED, acts=["ask_location"])
        call.caller(second + 3, second + 9, distress=4)

    assert {label for _, label, _ in sequence_labels(call.record())} <= set(
        SEQUENCE_LABELS
    )


# --- hold_return -------------------------------------------------------------------


def held(text, **read):
    call = PhoneCall().taker(3, 4, "Mohon tunggu, Bu.", acts=["ask_hold"])
    call.add(CallHeld(at_ms=5_000)).add(CallResumed(at_ms=9_000))
    return call.taker(9.5, 10, text, **read)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Dangke su tunggu, Bapa.", {"courtesy": [("thanks", "Dangke su tunggu")]}),
        ("Maaf menunggu ya, Bu.", {"courtesy": [("apology", "Maaf")]}),
        ("Ambulans sudah dapat, Pak.", {"acts": ["inform_dispatch"]}),
    ],
)
def test_thanks_apology_or_a_report_after_a_hold_is_a_return(text, read):
    [(seq, span)] = labels(held(text, **read), "hold_return")

    assert seq == 7
    assert text[slice(*span)]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Ya, lanjut.", {"acts": ["acknowledge"]}),
        ("Masih di situ?", {"acts": ["check_silent"]}),
    ],
)
def test_going_on_or_only_checking_is_none(text, read):
    assert labels(held(text, **read), "hold_return") == []


def test_only_the_first_words_after_the_hold_are_a_return():
    call = held("Ya, lanjut.").taker(11, 12, "Terima kasih.", courtesy=["thanks"])

    assert labels(call, "hold_return") == []


def test_a_wait_asked_for_without_the_key_has_its_return_too():
    call = PhoneCall().taker(3, 4, "Sebentar, Bu.", acts=["ask_hold"])
    call.taker(9, 10, "Maaf menunggu.", courtesy=["apology"])

    assert [seq for seq, _ in labels(call, "hold_return")] == [5]


@pytest.mark.parametrize(("sent", "count"), [(18, 0), (18.001, 1)])
def test_more_than_ten_seconds_of_silence_are_a_wait(sent, count):
    call = PhoneCall().taker(3, 4).caller(5, 8).caller(14, 15, purpose="prompt")
    call.taker(17, sent, "Maaf, Bu.", courtesy=["apology"])

    assert len(labels(call, "hold_return")) == count


# --- repetitive_persistence --------------------------------------------------------


def persisting(text=ASKED, *, distress=4, earlier=ASKED, facts=(), **read):
    call = PhoneCall().caller(3, 5, distress=distress)
    call.taker(6, 7, earlier, acts=["ask_location"])
    call.caller(8, 9, "Tolong! Tolong!", distress=distress, facts=facts, because_of=4)
    kindly = {"acts": ["ask_location"], "courtesy": ["honorific_address"]}
    return call.taker(10, 11, text, **(kindly | read))


@pytest.mark.parametrize(
    ("earlier", "text"),
    [(ASKED, ASKED), ("Pak, lihat dadanya.", "Pak, lihat dadanya, saya tunggu.")],
)
def test_the_same_request_again_calmly_is_persistence(earlier, text):
    call = persisting(text, earlier=earlier)

    assert labels(call, "repetitive_persistence") == [(7, (0, len(text)))]


@pytest.mark.parametrize(
    "change",
    [
        {"distress": 2},
        {"text": "Nomor teleponnya berapa, Ibu?"},
        {"facts": ("street",)},  # it had been answered
        {"acts": ["check_silent"]},  # no request
        {"courtesy": ["honorific_address", "blame"]},
        {"courtesy": ["explain_why", "shout"]},
        {"courtesy": []},  # neither address nor reason
    ],
)
def test_repeating_is_not_always_persistence(change):
    assert labels(persisting(**change), "repetitive_persistence") == []


@pytest.mark.parametrize(("between", "count"), [(2, 1), (3, 0)])
def test_persistence_looks_back_three_utterances(between, count):
    call = PhoneCall().caller(3, 5, distress=4)
    call.taker(6, 7, ASKED, acts=["ask_location"])
    for second in range(8, 8 + between):
        call.taker(second, second + 0.5, "Baik." * second, acts=["acknowledge"])
    call.taker(20, 21, ASKED, acts=["ask_location"], courtesy=["explain_why"])

    assert len(labels(call, "repetitive_persistence")) == count


# --- ignore_emotion ----------------------------------------------------------------


def cold(*replies, distress=4):
    """A distressed caller whose every line is followed by one reply's utterances."""
    call = PhoneCall()
    for nth, utterances in enumerate(replies):
        call.caller(3 + 20 * nth, 5 + 20 * nth, distress=distress)
        for place, (text, read) in enumerate(utterances):
            second = 8 + 20 * nth + 3 * place
            call.taker(second, second + 1, text, **read)
    return call


WHERE = ("Alamat.", {"acts": ["ask_location"]})
NUMBER = ("Nomor telepon.", {"acts": ["ask_callback"]})
HELP = ("Saya bantu, Bu.", {"courtesy": ["reassurance_action"]})
OUT = ("Keluar dulu dari rumah, Bu!", {"acts": ["instruct_evacuate"]})


def test_two_cold_replies_running_ignore_the_emotion():
    call = cold([WHERE], [NUMBER])

    assert labels(call, "ignore_emotion") == [(7, (0, len("Nomor telepon.")))]
    assert [reply.utterances for reply in unanswered_emotion(call.record())] == [
        (4,),
        (7,),
    ]


def test_a_long_run_is_one_neglect_and_a_new_run_another():
    ignored = cold([WHERE], [NUMBER], [WHERE], [HELP], [WHERE], [NUMBER])

    assert [seq for seq, _ in labels(ignored, "ignore_emotion")] == [7, 19]


@pytest.mark.parametrize(
    "replies",
    [
        ([WHERE],),
        ([WHERE], [HELP]),
        ([WHERE], [OUT]),
        ([HELP, WHERE], [HELP, NUMBER]),
        ([WHERE, HELP], [NUMBER]),
        ([WHERE], [("Baik, saya catat. Nomornya?", {"acts": ["acknowledge"]})]),
    ],
)
def test_recognition_or_urgency_breaks_the_run(replies):
    assert labels(cold(*replies), "ignore_emotion") == []


def test_a_calm_caller_is_not_ignored():
    call = cold([WHERE], [NUMBER], distress=2)

    assert labels(call, "ignore_emotion") == []
    assert emotion_replies(call.record()) == []


def test_recognition_of_level_nought_is_none():
    call = cold([WHERE], [("Ya.", {"courtesy": ["understanding"]})])
    read = call.events[-1]
    [found] = read.courtesy
    nought = CourtesyFound(label=found.label, confidence=0.9, span=found.span, level=0)
    call.events[-1] = type(read)(
        at_ms=read.at_ms, of=read.of, reader=read.reader, courtesy=(nought,)
    )

    assert len(labels(call, "ignore_emotion")) == 1


def test_crying_asks_for_an_answer_and_a_television_does_not():
    def sounding(sound):
        call = PhoneCall().caller(3, 5, distress=4).taker(6, 7, *WHERE[:1])
        call.add(
            CallerSounded(at_ms=8_000, sound=sound, began_ms=8_000, ended_ms=9_000)
        )
        return call.taker(10, 11, "Nomor telepon.")

    assert len(labels(sounding("crying"), "ignore_emotion")) == 1
    assert labels(sounding("television"), "ignore_emotion") == []


def test_calm_persistence_is_no_neglect():
    kindly = {"acts": ["ask_breathing"], "courtesy": ["honorific_address"]}
    again = ("Pak, lihat dadanya.", kindly)

    assert labels(cold([WHERE], [again]), "ignore_emotion")
    assert labels(cold([again], [again]), "ignore_emotion") == []


# --- interrupt_silence -------------------------------------------------------------


def breaking_in(began=6, means="recognised", **read):
    call = PhoneCall().caller(4, 10, "Api su nae ka plafon, tolong jua!")
    return call.taker(began, 12, "Alamatnya dulu.", means=means, **read)


def test_speaking_into_the_callers_line_interrupts():
    assert labels(breaking_in(), "interrupt_silence") == [(4, (0, 15))]


@pytest.mark.parametrize(
    "change",
    [
        {"began": 9.001},  # over the last second
        {"began": 4.299},  # both began at once
        {"began": 10},
        {"means": "typed"},
        {"means": "tapped"},
        {"courtesy": ["apology"]},
        {"acts": ["instruct_evacuate"]},
    ],
)
def test_overlap_is_not_always_an_interruption(change):
    assert labels(breaking_in(**change), "interrupt_silence") == []


@pytest.mark.parametrize("began", [4.3, 9])
def test_the_edges_of_an_interruption(began):
    assert len(labels(breaking_in(began), "interrupt_silence")) == 1


# --- name_use ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "honorific", "used"),
    [
        ("Baik Bu Siti, ambulans sudah jalan.", "Bu", "Bu Siti"),
        ("Baik Bu Siti, ambulans sudah jalan.", "Bu Siti", "Bu Siti"),
        ("Usi PATTY, dengar beta e.", "Usi", "Usi PATTY"),
    ],
)
def test_the_name_after_an_honorific_is_used(text, honorific, used):
    call = PhoneCall().taker(3, 4, text, courtesy=[("honorific_address", honorific)])

    [(seq, (begin, end))] = labels(call, "name_use")

    assert (seq, text[begin:end]) == (3, used)


@pytest.mark.parametrize(
    ("text", "courtesy"),
    [
        ("Siti itu siapanya Ibu?", [("honorific_address", "Ibu")]),
        ("Baik Bu, saya catat.", [("honorific_address", "Bu")]),
        ("Baik Bu Meri, saya catat.", [("honorific_address", "Bu")]),
        ("Oh jadi Bu Siti yang iseng?", [("honorific_address", "Bu"), "doubt_accuse"]),
        ("Siti, dengar.", []),
    ],
)
def test_a_name_is_not_always_used_well(text, courtesy):
    assert labels(PhoneCall().taker(3, 4, text, courtesy=courtesy), "name_use") == []


def test_a_caller_without_a_name_is_never_named():
    call = PhoneCall(name=None)
    call.taker(3, 4, "Bu Siti.", courtesy=[("honorific_address", "Bu")])

    assert labels(call, "name_use") == []
