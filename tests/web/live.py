"""A call of a trainee as her browser sees it: JSON in, JSON out, time moved by hand."""

from itertools import count

from tests.simulator.keyword_reader import KeywordReader
from web.engines import Engines, init_engines
from web.services.seeding import seed_centre

SCENARIO = "kebakaran-pasar"


class QuickEngines(Engines):
    """The real engines with a reader that is there at once."""

    def _load_reader(self):
        return KeywordReader(self.region)


def with_scenarios(app, change, clock):
    """Give the application its own scenarios and the quick reader."""
    made = QuickEngines(region_id="ambon", data_dir=app.extensions["engines"]._data_dir)
    init_engines(app, made)
    change(lambda session: seed_centre(session, made.region, now=clock()))


class Desk:
    """One browser in one call.

    Args:
        client: Somebody is signed in.
        clock: Of the application.
        mode: practice or exam.
        scenario: Its id.
    """

    def __init__(self, client, clock, *, mode="practice", scenario=SCENARIO):
        self.client, self.clock = client, clock
        self._numbers = count(1)
        answer = client.post("/panggilan", data={"scenario": scenario, "mode": mode})
        assert answer.status_code == 303, answer.text
        self.page = answer.location
        self.api = f"/api{answer.location}"

    def view(self, after=-1):
        return self.client.get(f"{self.api}?after={after}").json

    def send(self, **act):
        """One act, with a number of its own unless it names one."""
        act = {"client_seq": next(self._numbers), "after": -1} | act
        return self.client.post(f"{self.api}/tindakan", json=act)

    def do(self, do, *, in_s=1.0, **act):
        """An act some time later, which must succeed: the view after it."""
        self.clock.forward(seconds=in_s)
        answer = self.send(do=do, **act)
        assert answer.status_code == 200, answer.text
        return answer.json

    def wait(self, seconds):
        """Time goes by with the page open: a sign every five seconds."""
        for _ in range(round(seconds / 5)):
            self.clock.forward(seconds=5)
            seen = self.view()
        return seen


def types(view):
    return [event["type"] for event in view["events"]]
