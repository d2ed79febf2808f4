"""Write the reference log that has every kind of event once.

`python -m tools.golden_log` adds a new pair of files when today's code writes other
bytes than before; earlier ones are never touched, because every version must go on
reading them.
"""

from datetime import UTC, datetime
from pathlib import Path

from recordings import CallRecord, deterministic_salt, write_record
from recordings import events as e
from recordings.chain import SealedEvent, opened

LOGS = Path(__file__).parents[1] / "tests" / "golden" / "logs"
NAME = "every-event"
SEED = 112

_CASE = {
    "scenario": "kebakaran-pasar@3",
    "caller": {"name": "Siti", "distress": 4, "reactivity": 1.2},
    "facts": [{"id": "area", "value": "Pasar Mardika", "yes": None}],
}
_READ = e.UtteranceRead(
    at_ms=6_000,
    of=6,
    acts=(
        e.ActFound(act="open_greet", confidence=0.98, span=(0, 4)),
        e.ActFound(
            act="ask_landmark", confidence=0.87, span=(5, 24), about=("floor", "access")
        ),
    ),
    courtesy=(
        e.CourtesyFound(label="understanding", confidence=0.5, span=(0, 4), level=1),
        e.CourtesyFound(label="honorific_address", confidence=1.0, span=(5, 7)),
    ),
    values=(e.ValueFound(kind="place", value="81.71.02.1008", span=(15, 22)),),
    abstained=False,
    reader="dasar-1",
)

ONE_OF_EACH: tuple[e.Event, ...] = (
    e.CallOffered(
        at_ms=0,
        scenario="kebakaran-pasar@3",
        seed=SEED,
        region="ambon",
        mode="practice",
        rubric="dasar-112@1",
        ani=None,
        offered_at=datetime(2026, 3, 2, 9, 15, 4, 120_000, UTC),
    ),
    e.CaseDrawn(at_ms=0, case=_CASE),
    e.ForkedFrom(
        at_ms=0, call="5f0f5d0e-0000-4000-8000-000000000112", seq=4, hash="0" * 64
    ),
    e.CallAnswered(at_ms=2_000),
    e.CallTakerTyped(at_ms=3_000),
    e.CallerSounded(at_ms=3_500, sound="crying", began_ms=3_500, ended_ms=4_500),
    e.CallTakerSpoke(
        at_ms=6_000,
        text="112, Bu, lantai berapa di Mardika? «ruko»",
        began_ms=3_000,
        ended_ms=6_000,
        means="recognised",
        clip="ab" * 32,
        confidence=0.91,
    ),
    _READ,
    e.UnderstandingCorrected(at_ms=6_500, of=6, acts=("ask_location",), by="trainee"),
    e.CallerDistressChanged(
        at_ms=6_500, level=3.6, because_of=7, reason="acknowledged"
    ),
    e.CallerSpoke(
        at_ms=6_500,
        text="Di Mardika, blakang ruko!",
        began_ms=7_000,
        ended_ms=9_000,
        facts=("area",),
        distress=4,
        because_of=7,
        purpose="answer",
        line="area.panic.1",
    ),
    e.CallerActed(at_ms=9_500, instruction="keep_out", outcome="refused", because_of=7),
    e.SituationChanged(at_ms=10_000, change="goes_in"),
    e.TicketFieldSet(at_ms=11_000, field="note", value="api besar, oma di atas"),
    e.TicketFieldSet(at_ms=11_000, field="location.place", value="81.71.02.1008"),
    e.AgencyDispatched(at_ms=12_000, agencies=("damkar", "pln"), priority=1),
    e.AgencyRecalled(at_ms=13_000, agency="pln"),
    e.CallHeld(at_ms=14_000),
    e.HandoverSpoken(
        at_ms=17_000,
        agency="damkar",
        text="Ruko terbakar.",
        began_ms=15_000,
        ended_ms=17_000,
        facts=("area",),
    ),
    e.AgencyAnswered(
        at_ms=18_000, agency="damkar", answer="accepts", read_back="Ruko, Mardika."
    ),
    e.AgencySilent(at_ms=18_500, agency="pln"),
    e.CallResumed(at_ms=19_000),
    e.CallbackPlaced(at_ms=20_000, number="0810 33 452"),
    e.SupervisorAsked(at_ms=21_000, text="Boleh minta dinkes juga?"),
    e.FieldReportReceived(at_ms=22_000, agency="damkar", text="Tiba di lokasi."),
    e.HintShown(at_ms=23_000, hint="ask_callback"),
    e.InstructorIntervened(at_ms=24_000, kind="hint", text="Tanya nomornya."),
    e.ClockStopped(at_ms=25_000, reason="contact_lost"),
    e.ClockStarted(at_ms=25_000, stopped_for_ms=40_000),
    e.TicketClosed(at_ms=26_000),
    e.CallerHungUp(at_ms=27_000, reason="farewell"),
    e.CallClosed(at_ms=28_000, disposition="emergency"),
)


def reference_logs() -> tuple[str, str]:
    """The log as it was told, and with its words erased."""
    record = CallRecord(ONE_OF_EACH).sealed_with(deterministic_salt(SEED))
    erased = CallRecord.of([_erased(link) for link in record.sealed])
    return write_record(record), write_record(erased)


def _erased(link: SealedEvent) -> SealedEvent:
    return opened(link.body, words=None, salt=None, hash_=link.hash)


def main() -> None:
    told, erased = reference_logs()
    written = sorted(LOGS.glob(f"{NAME}-*.told.jsonl"))
    if written and written[-1].read_text(encoding="utf-8") == told:
        print(f"{written[-1].name}: tidak berubah")
        return
    number = len(written) + 1
    LOGS.mkdir(parents=True, exist_ok=True)
    for kind, text in (("told", told), ("erased", erased)):
        path = LOGS / f"{NAME}-{number:02}.{kind}.jsonl"
        path.write_text(text, encoding="utf-8")
        print(f"{path.name}: ditulis")


if __name__ == "__main__":
    main()
