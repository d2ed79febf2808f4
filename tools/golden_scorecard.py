"""Keep reference calls, and write the scorecard of each.

`python -m tools.golden_scorecard` has those calls of the table taken that are not there
yet; a call once written is never touched, because every version must go on marking it.
The scorecards are written anew: what differs in them is what a change did to marks.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from recordings import CallRecord, read_record, write_record
from recordings.chain import opened
from scenarios import Case, Library, draw, load_region
from scoring import Rubric, load_rubric, score
from simulator.play import play
from simulator.script import ScriptLine, read_script
from simulator.understanding.reader import Reader

GOLDEN = Path(__file__).parents[1] / "tests" / "golden"
SCRIPTS, CALLS, SCORECARDS = (
    GOLDEN / name for name in ("scripts", "calls", "scorecards")
)
MODELS = Path("instance") / "models"
RUBRIC = "dasar-112"
MADE_FROM = ("record_hash", "rubric_digest", "scorer")
"""Where these are the same, so must the marks be."""


class Played(NamedTuple):
    """A call taken by a robot, or after a script of this name."""

    scenario: str
    by: str
    seed: int
    mode: str = "practice"
    erased: bool = False
    """Also kept with its words erased."""

    @property
    def name(self) -> str:
        return f"{self.scenario}.{self.by}"


TABLE = (
    Played("kebakaran-pasar", "oracle", 1),
    Played("henti-jantung-di-rumah", "careless", 2),
    Played("henti-jantung-di-rumah", "beginner", 4, erased=True),
    Played("kecelakaan-lalu-lintas", "slow", 3),
    Played("longsor-permukiman", "wrong_agency", 4),
    Played("mobil-jenazah", "chatty", 5),
    Played("perkelahian-senjata", "rude", 6),
    Played("ghost-call", "silent", 7),
    Played("prank-anak", "oracle", 8, mode="exam"),
)


def scorecard_text(call: Path, rubric: Rubric) -> str:
    """The scorecard of a kept call, as its file has it."""
    record = read_record(call.read_text(encoding="utf-8"))
    scorecard = score(Case.from_json(record.case_json), record, rubric)
    return json.dumps(scorecard.to_json(), ensure_ascii=False, indent=1) + "\n"


def scorecard_of(call: Path) -> Path:
    """Where the scorecard of a kept call stands."""
    return SCORECARDS / f"{call.stem}.json"


def main() -> None:
    CALLS.mkdir(parents=True, exist_ok=True)
    SCORECARDS.mkdir(parents=True, exist_ok=True)
    rubric = load_rubric(RUBRIC)
    _play_missing(rubric)
    for call in sorted(CALLS.glob("*.jsonl")):
        path, text = scorecard_of(call), scorecard_text(call, rubric)
        before = path.read_text(encoding="utf-8") if path.exists() else None
        if before == text:
            print(f"{path.name}: tidak berubah")
            continue
        path.write_text(text, encoding="utf-8")
        print(f"{path.name}: ditulis{_advice(before, text)}")


def _play_missing(rubric: Rubric) -> None:
    missing = [one for one in TABLE if not (CALLS / f"{one.name}.jsonl").exists()]
    if not missing:
        return
    region = load_region()
    library, reader = Library(region), Reader.load(region, cache_dir=MODELS)
    for one in missing:
        case = draw(library.get(one.scenario), one.seed, region=region)
        record = play(
            case, _hands(one), reader=reader, rubric=rubric.name, mode=one.mode
        )
        for kind, kept in _kept(one, record):
            path = CALLS / f"{one.name}{kind}.jsonl"
            path.write_text(write_record(kept), encoding="utf-8")
            print(f"{path.name}: ditulis")


def _hands(one: Played) -> str | list[ScriptLine]:
    """A robot's name, or what a script does."""
    script = SCRIPTS / f"{one.name}.jsonl"
    if script.exists():
        return read_script(script.read_text(encoding="utf-8"))
    return one.by


def _kept(one: Played, record: CallRecord) -> Iterator[tuple[str, CallRecord]]:
    yield "", record
    if one.erased:
        yield ".erased", without_words(record)


def without_words(record: CallRecord) -> CallRecord:
    """A sealed record after its words have been erased."""
    return CallRecord.of(
        [
            opened(one.body, words=None, salt=None, hash_=one.hash)
            for one in record.sealed
        ]
    )


def _advice(before: str | None, text: str) -> str:
    """What to raise when marks come out otherwise and nothing says so."""
    if before is None:
        return ""
    old, new = json.loads(before), json.loads(text)
    same_making = all(old[name] == new[name] for name in MADE_FROM)
    silent = same_making and _marks(old) != _marks(new)
    return "; naikkan SCORER di scoring/marking.py" if silent else ""


def _marks(form: dict[str, Any]) -> list[Any]:
    """What was decided, without the sentences and advice it is told in."""
    findings = [
        [one[name] for name in ("criterion", "outcome", "points", "confirm", "reason")]
        for one in form["findings"]
    ]
    return [form["passed"], form["axes"], findings]


if __name__ == "__main__":
    main()
