"""A call on virtual time: by a robot, or from a script."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from recordings import CallRecord, deterministic_salt
from recordings.heard import heard_lines
from scenarios import Case
from simulator.live_call import LiveCall, WrongMoment
from simulator.robots import OPERATORS, Deed, Desk
from simulator.script import ScriptInvalid, ScriptLine
from simulator.understanding.reader import Reader

STARTS_AT = datetime(2026, 1, 1, tzinfo=UTC)
"""Virtual time begins here unless told otherwise, so that the same call is the same."""

SPEAKS_PER_CHAR_MS = 60
NATURAL_PAUSE_MS = 700
LONGEST_CALL_MS = 30 * 60 * 1000


class Stage:
    """A call on virtual time and the hands of whoever takes it.

    Args:
        live: The call, ringing.
    """

    def __init__(self, live: LiveCall) -> None:
        self.live = live
        self.now_ms = 0

    def quiet_ms(self) -> int:
        """When the caller has said all there is to say for now."""
        lines = heard_lines(self.live.record)
        return max(self.now_ms, lines[-1].ended_ms if lines else 0)

    def do(self, what: dict[str, Any], *, at_ms: int) -> None:
        """Do one thing of a script at a moment.

        Raises:
            WrongMoment: It cannot be done then.
        """
        self.now_ms = max(self.now_ms, at_ms)
        live, at_ms = self.live, self.now_ms
        match what["do"]:
            case "answer":
                live.answer(at_ms)
            case "say":
                self._say(what, at_ms)
            case "set":
                live.enter(what["field"], what["value"], at_ms)
            case "dispatch":
                live.dispatch(tuple(what["agencies"]), what["priority"], at_ms)
            case "recall":
                live.recall(what["agency"], at_ms)
            case "hold":
                live.hold(at_ms)
            case "resume":
                live.resume(at_ms)
            case "close":
                live.close(what["disposition"], at_ms)
            case "wait":
                live.advance(at_ms)

    def _say(self, what: dict[str, Any], at_ms: int) -> None:
        took = what.get("took")
        speaks_ms = (
            round(took * 1000)
            if took is not None
            else len(what["text"]) * SPEAKS_PER_CHAR_MS
        )
        self.now_ms = at_ms + speaks_ms
        self.live.hear(what["text"], began_ms=at_ms, ended_ms=self.now_ms)


def play(
    case: Case,
    by: str | Sequence[ScriptLine],
    *,
    reader: Reader,
    rubric: str,
    mode: str = "practice",
    offered_at: datetime = STARTS_AT,
) -> CallRecord:
    """Let a call be taken on virtual time.

    Args:
        case: The call.
        by: Name of a robot call-taker, or the lines of a call script.
        reader: The caller's ears.
        rubric: Id and version, for the record.
        mode: practice, coach or exam.
        offered_at: When virtual time begins.

    Raises:
        KeyError: No robot has this name.
        ScriptInvalid: A line of the script cannot be done at its moment.
    """
    if isinstance(by, str):
        return play_operator(
            case, by, reader=reader, rubric=rubric, mode=mode, offered_at=offered_at
        )
    return play_script(
        case, by, reader=reader, rubric=rubric, mode=mode, offered_at=offered_at
    )


def play_operator(
    case: Case,
    operator: str,
    *,
    reader: Reader,
    rubric: str,
    mode: str = "practice",
    offered_at: datetime = STARTS_AT,
) -> CallRecord:
    """Let a robot take a call.

    Args:
        case: The call.
        operator: A name of `simulator.robots.OPERATORS`.
        reader: The caller's ears.
        rubric: Id and version, for the record.
        mode: practice, coach or exam.
        offered_at: When virtual time begins.
    """
    stage = _ringing(case, reader, rubric, mode, offered_at)
    robot = OPERATORS[operator](_desk(stage, case, reader))
    for deed in robot.deeds():
        at_ms = stage.now_ms + deed.after_ms if deed.at_once else _free_ms(stage, deed)
        robot.desk = _desk(stage, case, reader)
        _do_deed(stage, robot.take_up(deed), at_ms)
        robot.desk = _desk(stage, case, reader)
        if stage.live.record.closed or stage.now_ms > LONGEST_CALL_MS:
            break
    return _sealed(stage.live.record, case)


def play_script(
    case: Case,
    script: Sequence[ScriptLine],
    *,
    reader: Reader,
    rubric: str,
    mode: str = "practice",
    offered_at: datetime = STARTS_AT,
) -> CallRecord:
    """Play a call script.

    Raises:
        ScriptInvalid: A line cannot be done at its moment.
    """
    stage = _ringing(case, reader, rubric, mode, offered_at)
    for line in script:
        at_ms = line.at_ms
        if at_ms is None:
            at_ms = stage.quiet_ms() + NATURAL_PAUSE_MS
        try:
            stage.do(line.what, at_ms=at_ms)
        except WrongMoment as wrong:
            raise ScriptInvalid([(line.number, str(wrong))]) from wrong
    return _sealed(stage.live.record, case)


def _ringing(
    case: Case, reader: Reader, rubric: str, mode: str, offered_at: datetime
) -> Stage:
    return Stage(
        LiveCall.offer(
            case, mode=mode, rubric=rubric, offered_at=offered_at, reader=reader
        )
    )


def _do_deed(stage: Stage, deed: Deed, at_ms: int) -> None:
    try:
        stage.do(deed.what, at_ms=at_ms)
    except WrongMoment:
        # The caller was gone before the robot had finished; it looks again.
        stage.live.advance(stage.now_ms)


def _free_ms(stage: Stage, deed: Deed) -> int:
    """When the deed can be done without talking into what the caller says."""
    while True:
        at_ms = stage.quiet_ms() + deed.after_ms
        if not stage.live.advance(at_ms) or stage.quiet_ms() <= at_ms:
            return at_ms


def _desk(stage: Stage, case: Case, reader: Reader) -> Desk:
    return Desk(case, stage.live.record, reader.region)  # type: ignore[arg-type]


def _sealed(record: CallRecord, case: Case) -> CallRecord:
    return record.sealed_with(deterministic_salt(case.seed))
