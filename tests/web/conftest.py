"""A real call, played by a robot and marked, for the pages that show one."""

from datetime import timedelta
from uuid import uuid4

import pytest

from recordings.events import CallOffered
from recordings.store import CallStore
from scenarios import Library, draw, load_region
from scoring import load_rubric
from tests.people import MONDAY, YOLA


@pytest.fixture(scope="session")
def played(real_reader):
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
                reader=real_reader,
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
