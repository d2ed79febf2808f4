"""Wall time and call time.

Call time runs from the first ring and stands still while the clock is stopped; the
events say how long that was.
"""

from datetime import datetime, timedelta

from recordings import CallRecord
from recordings.events import ClockStarted, ClockStopped


class ServerClock:
    """Call time of one call, from its events.

    Args:
        record: The events so far.
    """

    def __init__(self, record: CallRecord) -> None:
        self._offered_at = record.offered.offered_at
        started = [event for _, event in record.all(ClockStarted)]
        self._left_out_ms = sum(event.stopped_for_ms for event in started)
        stops = record.all(ClockStopped)
        running = len(started) == len(stops)
        self._stopped_ms = None if running else stops[-1][1].at_ms

    def call_ms(self, now: datetime) -> int:
        """Call time at a moment; that of the stop while the clock is stopped."""
        if self._stopped_ms is not None:
            return self._stopped_ms
        return max(0, _ms(now - self._offered_at) - self._left_out_ms)

    def stopped_ms(self, now: datetime) -> int:
        """How long the clock has been stopped now; 0 when it runs."""
        if self._stopped_ms is None:
            return 0
        gone = _ms(now - self._offered_at) - self._left_out_ms - self._stopped_ms
        return max(0, gone)


def _ms(span: timedelta) -> int:
    return round(span.total_seconds() * 1000)
