"""The region, the library and readers for the tests of the caller."""

from datetime import UTC, datetime

import pytest

from scenarios import Case, Library, draw, load_region
from tests.simulator.keyword_reader import KeywordReader
from tests.simulator.talk import Talk


@pytest.fixture(scope="session")
def region():
    return load_region("ambon")


@pytest.fixture(scope="session")
def library(region):
    return Library(region)


@pytest.fixture(scope="session")
def reader(real_reader):
    return real_reader


@pytest.fixture(scope="session")
def keyword_reader(region):
    return KeywordReader(region)


@pytest.fixture
def case_of(library, region):
    """Draw a case by scenario and seed, if need be of a certain variant."""

    def make(scenario_id, seed=1, variant=None):
        scenario = library.get(scenario_id)
        for tried in range(seed, seed + 200):
            case = draw(scenario, tried, region=region)
            if variant in {None, case.variant}:
                return case
        raise AssertionError(f"no seed gives {variant}")

    return make


@pytest.fixture
def talk(case_of, keyword_reader):
    """An answered call in which what is said is written as acts.

    Of a scenario of the library, or of a case made up by the test.
    """

    def begin(scenario="kebakaran-pasar", seed=1, variant=None, answered=3_000):
        made_up = isinstance(scenario, Case)
        case = scenario if made_up else case_of(scenario, seed, variant)
        return Talk(case, keyword_reader, datetime(2026, 1, 1, tzinfo=UTC), answered)

    return begin
