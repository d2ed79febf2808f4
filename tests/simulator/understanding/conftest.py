"""The one fitted reader of all tests, under the names that these tests use."""

import pytest

from scenarios.region import load_region


@pytest.fixture(scope="session")
def region():
    return load_region()


@pytest.fixture(scope="session")
def reader(real_reader):
    return real_reader
