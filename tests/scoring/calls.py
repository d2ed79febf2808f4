"""A call on a time line, and the market fire it is about."""

from dataclasses import asdict, replace
from datetime import UTC, datetime

from recordings.call_record import CallRecord
from recordings.chain import deterministic_salt, opened
from recordings.events import (
    ActFound,
    AgencyAnswered,
    AgencyDispatched,
    AgencyRecalled,
    CallAnswered,
    CallClosed,
    CallerHungUp,
    CallerSounded,
    CallerSpoke,
    CallHeld,
    CallOffered,
    CallResumed,
    CallTakerSpoke,
    CaseDrawn,
    CourtesyFound,
    TicketFieldSet,
    UnderstandingCorrected,
    UtteranceRead,
    ValueFound,
)
from scenarios.case import (
    Answer,
    CallerProfile,
    Case,
    Fact,
    Line,
    MustTell,
    Opening,
    Say,
    TimeTargets,
    Truth,
)
from scoring.evidence import gather
from scoring.finding import Outcome

MARDIKA, NEXT_DOOR, FAR = "81.71.02.1008", "81.71.02.1007", "81.71.01.2001"
NUMBER = "0810 33 452"

WHERE_THE_CREW_ENDS_UP = (
    (MARDIKA, Outcome.MET),
    ("pasar-mardika", Outcome.MET),
    ("81.71.02.1009", Outcome.MET),
    (NEXT_DOOR, Outcome.PARTLY),
    (FAR, Outcome.NOT_MET),
    ("batu-merah", Outcome.NOT_MET),
)
"""Places for the market fire, and what naming each is worth."""

SAY = Say(calm=(Line(id="x", text="..."),))


def fact(fact_id, *acts, label=None, value="ada", told="asked"):
    """A fact brought out by acts written «ask_trapped» or «ask_landmark/floor»."""
    return Fact(
        id=fact_id,
        label=label or fact_id,
        value=value,
        told=told,
        answers=tuple(_answer(act) for act in acts),
        say=SAY,
    )


def _answer(act):
    name, _, about = act.partition("/")
    return Answer(act=name, about=tuple(about.split("|")) if about else ())


TRUTH = Truth(
    emergency=True,
    place=MARDIKA,
    place_name="Mardika",
    kecamatan="Sirimau",
    spot="pasar-mardika",
    spot_name="Pasar Mardika",
    place_accepted=("81.71.02.1009",),
    neighbours=(NEXT_DOOR,),
    confusable=("batu-merah",),
    callback_number=NUMBER,
    caller_name="Heri Sapulette",
    incident_type="kebakaran_bangunan",
    priority=1,
    agencies_required=("damkar",),
    agencies_acceptable=("dinkes", "pln"),
    agencies_wrong=("perkim",),
    disposition="emergency",
    persons="1 orang terjebak",
)

CASE = Case(
    scenario="kebakaran-pasar@1",
    scenario_digest="0" * 64,
    region="ambon",
    region_digest="0" * 64,
    seed=7,
    variant="",
    incident_id="i",
    title="Kebakaran ruko",
    local_time="02:30",
    ani=NUMBER,
    caller=CallerProfile(
        name="Heri Sapulette",
        sex="male",
        age=40,
        relation="saksi",
        honorific="Bapak",
        addresses_taker="Pak",
        register="mixed",
        distress=2,
    ),
    opening=Opening(say=SAY, facts=()),
    facts=(
        fact("area", "ask_location", label="lokasi kasar"),
        fact("number", "ask_callback", label="nomor"),
        fact("trapped", "ask_trapped", label="orang terjebak"),
        fact("floor", "ask_landmark/floor", label="lantai"),
        fact("fuel", "ask_hazard/fuel|gas", label="bahan bakar"),
    ),
    must_ask=("trapped", "floor", "fuel"),
    must_tell=(
        MustTell(
            id="stay_out",
            label="jangan masuk lagi",
            acts=("instruct_evacuate",),
            about=("do_not_enter",),
        ),
    ),
    truth=TRUTH,
    targets=TimeTargets(answer_ms=10_000, location_ms=30_000, dispatch_ms=60_000),
)


def a_case(*, truth=None, caller=None, **changes):
    """The market fire, with these things otherwise."""
    return replace(
        CASE,
        truth=replace(TRUTH, **(truth or {})),
        caller=replace(CASE.caller, **(caller or {})),
        **changes,
    )


PRANK = a_case(
    truth={
        "emergency": False,
        "place": None,
        "callback_number": None,
        "priority": None,
        "incident_type": "iseng",
        "agencies_required": (),
        "agencies_acceptable": (),
        "agencies_wrong": (),
        "disposition": "prank",
        "persons": None,
    },
    must_ask=(),
    must_tell=(),
)


def ms(seconds):
    return round(seconds * 1000)


class ACall:
    """Events in the order of the calls made to it; times are seconds since the ring."""

    def __init__(self, case=CASE, *, mode="practice"):
        self.case = case
        self.events = [
            CallOffered(
                at_ms=0,
                scenario=case.scenario,
                seed=case.seed,
                region=case.region,
                mode=mode,
                rubric="dasar-112@1",
                ani=case.ani,
                offered_at=datetime(2026, 1, 1, tzinfo=UTC),
            ),
            CaseDrawn(at_ms=0, case=asdict(case)),
        ]

    @property
    def seq(self):
        """Seq of the last event."""
        return len(self.events) - 1

    def add(self, event):
        self.events.append(event)
        return self

    def answered(self, at=0.0):
        return self.add(CallAnswered(at_ms=ms(at)))

    def caller(self, at, text="Tolong!", *facts, distress=2, took=2.0, **more):
        return self.add(
            CallerSpoke(
                at_ms=ms(at),
                text=text,
                began_ms=ms(at),
                ended_ms=ms(at + took),
                facts=facts,
                distress=distress,
                because_of=more.get("because_of"),
                purpose=more.get("purpose", "answer"),
            )
        )

    def sounded(self, at, sound, because_of=None):
        return self.add(
            CallerSounded(
                at_ms=ms(at),
                sound=sound,
                began_ms=ms(at),
                ended_ms=ms(at + 0.5),
                because_of=because_of,
            )
        )

    def taker(self, at, text, *acts, courtesy=(), values=(), **more):
        """An utterance and its reading.

        Acts are written «ask_landmark/floor» or «instruct_cpr_start!directive»; labels
        stand alone or with their words, («honorific_address», «Bu»), and may have a
        degree and a confidence: «understanding=0», «blame~0.4».
        """
        self.add(
            CallTakerSpoke(
                at_ms=ms(at + more.get("took", 1.0)),
                text=text,
                began_ms=ms(at),
                ended_ms=ms(at + more.get("took", 1.0)),
                means=more.get("means", "typed"),
                confidence=more.get("heard_with"),
            )
        )
        return self.add(
            UtteranceRead(
                at_ms=self.events[-1].at_ms,
                of=self.seq,
                acts=tuple(_act(act, text) for act in acts),
                courtesy=tuple(_courtesy(label, text) for label in courtesy),
                values=tuple(_value(kind, value, text) for kind, value in values),
                abstained=more.get("abstained", False),
                reader="uji-1",
            )
        )

    def unclear(self, at, text="begitu sudah bagaimana"):
        return self.taker(at, text, abstained=True)

    def corrected(self, *acts, by="trainee"):
        of = max(
            seq for seq, e in enumerate(self.events) if isinstance(e, CallTakerSpoke)
        )
        return self.add(
            UnderstandingCorrected(at_ms=self.events[-1].at_ms, of=of, acts=acts, by=by)
        )

    def ticket(self, at, field, value):
        return self.add(TicketFieldSet(at_ms=ms(at), field=field, value=value))

    def dispatch(self, at, *agencies, priority=1):
        return self.add(
            AgencyDispatched(at_ms=ms(at), agencies=agencies, priority=priority)
        )

    def recall(self, at, agency):
        return self.add(AgencyRecalled(at_ms=ms(at), agency=agency))

    def accepts(self, at, agency, read_back=None):
        return self.add(
            AgencyAnswered(
                at_ms=ms(at), agency=agency, answer="accepts", read_back=read_back
            )
        )

    def hold(self, at, until):
        self.add(CallHeld(at_ms=ms(at)))
        return self.add(CallResumed(at_ms=ms(until)))

    def hung_up(self, at, reason):
        return self.add(CallerHungUp(at_ms=ms(at), reason=reason))

    def closed(self, at, disposition="emergency"):
        return self.add(CallClosed(at_ms=ms(at), disposition=disposition))

    def record(self):
        return CallRecord(tuple(self.events))

    def seen(self):
        return gather(self.case, self.record())

    def seen_erased(self):
        """As it is seen once its words are gone."""
        return gather(self.case, erased(self.record()))


def erased(record):
    """The same call without the words that people said."""
    sealed = record.sealed_with(deterministic_salt(7)).sealed
    return CallRecord.of(
        [opened(one.body, words=None, salt=None, hash_=one.hash) for one in sealed]
    )


def _act(act, text):
    name, _, form = act.partition("!")
    name, _, about = name.partition("/")
    return ActFound(
        act=name,
        confidence=0.9,
        span=(0, len(text)),
        about=tuple(about.split("|")) if about else (),
        form=form or None,
    )


def _courtesy(label, text):
    written, words = label if isinstance(label, tuple) else (label, text)
    written, _, sure = written.partition("~")
    name, _, level = written.partition("=")
    begin = text.index(words)
    return CourtesyFound(
        label=name,
        confidence=float(sure or 0.9),
        span=(begin, begin + len(words)),
        level=int(level) if level else None,
    )


def _value(kind, value, text):
    return ValueFound(kind=kind, value=value, span=(0, len(text)))
