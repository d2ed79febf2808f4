"""A real call, played by a robot and marked, for the pages that show one."""

import fcntl
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from recordings.events import CallOffered
from recordings.store import CallStore
from scenarios import Library, draw, load_region
from scoring import load_rubric
from simulator.understanding.reader import Reader
from tests.people import MONDAY, YOLA


@pytest.fixture(scope="session")
def robots_ears(pytestconfig):
    """The real reader; fitted once for all workers of a test run."""
    folder = Path(pytestconfig.cache.mkdir("models"))
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return Reader.load(load_region("ambon"), cache_dir=folder)


@pytest.fixture(scope="session")
def played(robots_ears):
    """Records by (scenario, operator, mode), each played once."""
    from simulator.play import play_operator

    kept = {}

    def play(scenario, operator, mode):
        key = (scenario, operator, mode)
        if key not in kept:
            region = load_region("ambon")
            case = draw(Library(region).get(scenario), 1, region=region)
            kept[key] = play_operator(
                case,
                operator,
                reader=robots_ears,
                rubric=load_rubric("dasar-112").name,
                mode=mode,
                offered_at=MONDAY - timedelta(hours=1),
            )
        return kept[key]

    return play


@pytest.fixture
def finished(change, played):
    """Puts a played call into the database and marks it; gives back its id."""

    def finish(
        person=YOLA, *, scenario="kebakaran-pasar", operator="oracle", mode="practice"
    ):
        from web.services import marking

        record, call_id = played(scenario, operator, mode), str(uuid4())
        offered = record.first(CallOffered)[1]

        def put(session):
            store = CallStore(session)
            store.create(
                call_id, centre_id=person.centre, offered=offered, trainee_id=person.id
            )
            store.append(call_id, record.events, expected=0)
            store.close(call_id, MONDAY)
            session.flush()
            marking.mark(session, call_id, load_rubric("dasar-112"), now=MONDAY)

        change(put)
        return call_id

    return finish
