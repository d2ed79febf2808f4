"""One fitted reader for all tests: fitted once, kept by content in a shared folder."""

import fcntl
import tempfile
from pathlib import Path

import pytest

from scenarios.region import load_region
from simulator.understanding import Reader

SHARED = Path(tempfile.gettempdir()) / "latih112-test-readers"


@pytest.fixture(scope="session")
def region():
    return load_region()


@pytest.fixture(scope="session")
def shared_folder():
    SHARED.mkdir(exist_ok=True)
    return SHARED


@pytest.fixture(scope="session")
def reader(region, shared_folder):
    with (shared_folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        return Reader.load(region, cache_dir=shared_folder)
