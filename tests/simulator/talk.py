"""A call on a time line, for tests: say something, look at what the caller does."""

from recordings.events import CallerDistressChanged, CallerSpoke
from recordings.heard import heard_lines
from simulator.live_call import LiveCall


class Talk:
    """An answered call; time goes on as if both sides spoke in turns."""

    def __init__(self, case, reader, offered_at, answered_ms):
        self.case = case
        self.live = LiveCall.offer(
            case,
            mode="practice",
            rubric="dasar-112@1",
            offered_at=offered_at,
            reader=reader,
        )
        if answered_ms is not None:
            self.live.answer(answered_ms)
        self.now_ms = answered_ms or 0

    def say(self, text, *, took_ms=500):
        """Say something when the caller is quiet; gives back the caller's lines."""
        lines = heard_lines(self.live.record)
        begins = max(self.now_ms, lines[-1].ended_ms if lines else 0) + 300
        self.now_ms = begins + took_ms
        new = self.live.hear(text, began_ms=begins, ended_ms=self.now_ms)
        return [event for event in new if isinstance(event, CallerSpoke)]

    def opened(self):
        """The same call after the caller's first words."""
        self.say("open_greet")
        return self

    def wait(self, ms):
        """Let time pass in silence; gives back the caller's lines."""
        self.now_ms += ms
        new = self.live.advance(self.now_ms)
        return [event for event in new if isinstance(event, CallerSpoke)]

    @property
    def facts(self):
        """Ids of the facts told so far."""
        return set(self.live.state.disclosed)

    @property
    def level(self):
        return self.live.state.level

    @property
    def moves(self):
        """(reason, level) of every change of distress."""
        moved = self.live.record.all(CallerDistressChanged)
        return [(event.reason, event.level) for _, event in moved]
