"""A call going on: what the call-taker does goes in, what happened comes out.

Nothing lives here but the record: every method first lets happen what became due, then
adds its own events, and gives back all that is new, ready to be appended in one commit.
"""

from datetime import datetime

from recordings import CallRecord
from recordings.events import (
    AgencyDispatched,
    AgencyRecalled,
    CallAnswered,
    CallClosed,
    CallHeld,
    CallOffered,
    CallResumed,
    CallTakerSpoke,
    CallTakerTyped,
    CaseDrawn,
    ClockStarted,
    ClockStopped,
    Event,
    TicketFieldSet,
    UnderstandingCorrected,
)
from scenarios import Case, DialogueAct, Disposition, Priority, Region, TicketField
from simulator import engine
from simulator.caller import CallerState
from simulator.understanding.reader import Reader
from simulator.understanding.reading import Reading


class WrongMoment(Exception):
    """This cannot be done now; the message says why, in Indonesian."""


class LiveCall:
    """One call and its caller.

    Args:
        record: The events so far, from call_offered on.
        reader: Understands what is said; its region knows the places.
        case: The case of the record, when it is at hand; read from it otherwise.
    """

    def __init__(
        self, record: CallRecord, reader: Reader, *, case: Case | None = None
    ) -> None:
        self.record = record
        self.case = case or Case.from_json(record.case_json)
        self._reader = reader

    @classmethod
    def offer(
        cls,
        case: Case,
        *,
        mode: str,
        rubric: str,
        offered_at: datetime,
        reader: Reader,
    ) -> "LiveCall":
        """Let the phone ring."""
        offered = CallOffered(
            at_ms=0,
            scenario=case.scenario,
            seed=case.seed,
            region=case.region,
            mode=mode,
            rubric=rubric,
            ani=case.ani,
            offered_at=offered_at,
        )
        drawn = CaseDrawn(at_ms=0, case=case.to_json())
        return cls(CallRecord((offered, drawn)), reader, case=case)

    # --- looking -----------------------------------------------------------------

    @property
    def state(self) -> CallerState:
        """The caller's mind as it is now."""
        return CallerState(self.case, self.record, self._region)

    @property
    def next_due_ms(self) -> int | None:
        """When something happens by itself; None when nothing will."""
        return engine.next_due_ms(self.state)

    def events_from(self, seq: int) -> list[Event]:
        """The events from one seq on."""
        return list(self.record.events[seq:])

    # --- what the call-taker does ------------------------------------------------

    def answer(self, at_ms: int) -> list[Event]:
        """Pick up."""
        if self.record.answered_ms is not None:
            raise WrongMoment("Panggilan ini sudah dijawab.")
        self._must_be_open()
        return self._do(at_ms, CallAnswered(at_ms=at_ms))

    def typing(self, at_ms: int) -> list[Event]:
        """Keys are moving: the caller waits with «Halo?»."""
        self._must_be_talking()
        return self._do(at_ms, CallTakerTyped(at_ms=at_ms))

    def hear(
        self,
        text: str,
        *,
        began_ms: int,
        ended_ms: int,
        means: str = "typed",
        clip: str | None = None,
        confidence: float | None = None,
    ) -> list[Event]:
        """Let the caller hear an utterance and answer it.

        Args:
            text: What was said.
            began_ms: First key or first sound.
            ended_ms: The sending, or the last sound.
            means: typed, recognised or tapped.
            clip: Content hash of the sound.
            confidence: The recogniser's.
        """
        self._must_be_talking()
        # Nobody says «Halo?» into somebody's sentence: time passes up to its beginning.
        before = self._advanced(began_ms)
        self._must_be_talking()
        spoken = CallTakerSpoke(
            at_ms=self._not_before(ended_ms),
            text=text,
            began_ms=min(began_ms, ended_ms),
            ended_ms=ended_ms,
            means=means,
            clip=clip,
            confidence=confidence,
        )
        self._respond(spoken)
        return self.events_from(before)

    def enter(self, field: str, value: str | None, at_ms: int) -> list[Event]:
        """Fill or empty a field of the ticket."""
        if field not in set(TicketField):
            raise WrongMoment(f"Kolom tiket «{field}» tidak ada.")
        self._must_be_open()
        return self._do(at_ms, TicketFieldSet(at_ms=at_ms, field=field, value=value))

    def dispatch(
        self, agencies: tuple[str, ...], priority: int, at_ms: int
    ) -> list[Event]:
        """Hand the incident to agencies."""
        self._must_be_answered()
        unknown = [one for one in agencies if one not in self._region.agencies]
        if unknown:
            raise WrongMoment(f"Instansi «{unknown[0]}» tidak ada.")
        if priority not in set(Priority):
            raise WrongMoment("Prioritas harus 1, 2 atau 3.")
        new = tuple(one for one in agencies if one not in self.state.dispatched)
        if not new:
            raise WrongMoment("Instansi itu sudah diteruskan.")
        return self._do(
            at_ms, AgencyDispatched(at_ms=at_ms, agencies=new, priority=priority)
        )

    def recall(self, agency: str, at_ms: int) -> list[Event]:
        """Take a dispatch back."""
        self._must_be_answered()
        if agency not in self.state.dispatched:
            raise WrongMoment("Instansi itu belum diteruskan.")
        return self._do(at_ms, AgencyRecalled(at_ms=at_ms, agency=agency))

    def hold(self, at_ms: int) -> list[Event]:
        """Put the caller on hold."""
        self._must_be_talking()
        before = self._advanced(at_ms)
        self._add(*engine.step(self.state, CallHeld(at_ms=at_ms)))
        return self.events_from(before)

    def resume(self, at_ms: int) -> list[Event]:
        """Take the caller off hold."""
        if self.state.held_since_ms is None:
            raise WrongMoment("Panggilan tidak sedang ditahan.")
        self._must_be_open()
        return self._do(at_ms, CallResumed(at_ms=at_ms))

    def close(self, disposition: str, at_ms: int) -> list[Event]:
        """End the call, saying what it was."""
        self._must_be_answered()
        if disposition not in set(Disposition):
            raise WrongMoment(f"Status akhir «{disposition}» tidak ada.")
        return self._do(at_ms, CallClosed(at_ms=at_ms, disposition=disposition))

    def correct(
        self, of: int, acts: tuple[str, ...], by: str, at_ms: int
    ) -> list[Event]:
        """Say what an utterance meant; the caller goes on from there."""
        self._must_be_talking()
        spoken = [seq for seq, _ in self.state.spoken]
        if of not in spoken:
            raise WrongMoment("Ucapan itu tidak ada.")
        unknown = [act for act in acts if act not in set(DialogueAct)]
        if unknown or not acts:
            raise WrongMoment("Pilih maksud ucapan itu.")
        before = self._advanced(at_ms)
        corrected = UnderstandingCorrected(at_ms=at_ms, of=of, acts=acts, by=by)
        meant = self._corrected_reading(self.record.appended([corrected]), of)
        self._add(*engine.step(self.state, engine.Meant(corrected, meant)))
        return self.events_from(before)

    def stop_clock(self, reason: str, at_ms: int) -> list[Event]:
        """Freeze the exercise: contact_lost or real_call."""
        self._must_be_open()
        return self._do(at_ms, ClockStopped(at_ms=at_ms, reason=reason))

    def start_clock(self, stopped_for_ms: int, at_ms: int) -> list[Event]:
        """Go on where the clock stands."""
        if not self.state.frozen:
            raise WrongMoment("Latihan tidak sedang dibekukan.")
        before = len(self.record.events)
        stopped_ms = self._not_before(at_ms)
        self._add(ClockStarted(at_ms=stopped_ms, stopped_for_ms=stopped_for_ms))
        return self.events_from(before)

    def advance(self, now_ms: int) -> list[Event]:
        """Let happen what is due by now."""
        return self.events_from(self._advanced(now_ms))

    # --- one turn ------------------------------------------------------------------

    def _respond(self, spoken: CallTakerSpoke) -> None:
        heard = engine.Heard(spoken, self._read(spoken))
        self._add(*engine.step(self.state, heard))

    def _read(self, spoken: CallTakerSpoke) -> Reading:
        state = self.state
        return self._reader.read(
            spoken.text,
            after=state.last_line,
            first_turn=not state.spoken,
            open_facts=state.open_facts,
            typed=spoken.means == "typed",
        )

    def _corrected_reading(self, record: CallRecord, of: int) -> Reading:
        """The reading of an utterance with the acts a person said were meant."""
        spoken = record.events[of]
        read = record.reading_of(of)
        assert isinstance(spoken, CallTakerSpoke)  # noqa: S101 - checked before
        return Reading(
            text=spoken.text,
            acts=record.acts_of(of),
            courtesy=(),
            values=read[1].values if read else (),
            abstained=False,
            model=self._reader.version,
        )

    # --- adding events ---------------------------------------------------------------

    @property
    def _region(self) -> Region:
        region: Region = self._reader.region  # type: ignore[assignment]
        return region

    def _do(self, at_ms: int, event: Event) -> list[Event]:
        before = self._advanced(at_ms)
        self._add(event)
        return self.events_from(before)

    def _advanced(self, now_ms: int) -> int:
        before = len(self.record.events)
        self._add(*engine.advance(self.state, now_ms))
        return before

    def _add(self, *events: Event) -> None:
        self.record = self.record.appended(events)

    def _not_before(self, at_ms: int) -> int:
        return max(at_ms, self.record.events[-1].at_ms)

    # --- what must hold --------------------------------------------------------------

    def _must_be_open(self) -> None:
        if self.record.closed:
            raise WrongMoment("Panggilan sudah ditutup.")
        if self.state.frozen:
            raise WrongMoment("Latihan sedang dibekukan.")

    def _must_be_answered(self) -> None:
        self._must_be_open()
        if self.record.answered_ms is None:
            raise WrongMoment("Panggilan belum dijawab.")

    def _must_be_talking(self) -> None:
        self._must_be_answered()
        if self.state.hung_up:
            raise WrongMoment("Penelepon sudah menutup telepon.")
        if self.state.held_since_ms is not None:
            raise WrongMoment("Panggilan sedang ditahan; lanjutkan dulu.")
