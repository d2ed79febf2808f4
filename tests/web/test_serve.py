"""`latih112 serve`: from nothing to answering, and quickly the second time."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager

import pytest

SECOND_START_S = 3.0
GIVE_UP_S = 60


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(folder, *words):
    """The server as a process of its own: its address, itself, how long it took."""
    port = free_port()
    environ = os.environ | {"LATIH112_DATA_DIR": str(folder)}
    command = [sys.executable, "-c", "from web.cli import main; main()", "serve"]
    started = time.monotonic()
    process = subprocess.Popen(
        [*command, "--port", str(port), *words],
        env=environ | {"PYTHONUNBUFFERED": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        wait_for(port, process)
        yield f"http://127.0.0.1:{port}", process, time.monotonic() - started
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate(timeout=20)


def start_again(folder):
    """How long a start takes; the best of several is the program's own time."""
    with serving(folder, "--demo") as (_url, _process, took):
        return took


def wait_for(port, process):
    for _ in range(GIVE_UP_S * 50):
        assert process.poll() is None, process.stdout.read()
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    pytest.fail("the server does not answer")


def test_it_makes_its_database_and_starts_again_within_three_seconds(
    tmp_path, real_reader, models_folder
):
    assert real_reader is not None
    (tmp_path / "models").symlink_to(models_folder, target_is_directory=True)
    with serving(tmp_path, "--demo") as (url, process, _first):
        with urllib.request.urlopen(f"{url}/masuk") as reply:
            assert "LATIHAN" in reply.read().decode()
        process.send_signal(signal.SIGTERM)
        said = process.communicate(timeout=20)[0]
        assert process.returncode == 0

    assert url in said
    assert re.search(r"yola +\w+-\w+-\w+-\d{4} +peserta", said)
    assert min(start_again(tmp_path) for _ in range(3)) < SECOND_START_S
