"""A real server in a process of its own and a real browser before it."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import ExitStack, suppress

import pytest

from tests.journeys.console import Console

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--autoplay-policy=no-user-gesture-required",
)
START_S = 60


class Server:
    """`latih112 serve --demo` on a folder, which may be killed and started again."""

    def __init__(self, folder, root):
        self._folder, self._root = folder, root
        self._process = None
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"

    def start(self):
        environ = os.environ | {
            "LATIH112_DATA_DIR": str(self._folder),
            "PYTHONPATH": str(self._root),
        }
        command = [sys.executable, "-c", "from web.cli import main; main()"]
        with open(self._folder / "server.log", "ab") as log:
            self._process = subprocess.Popen(
                [*command, "serve", "--demo", "--port", str(self.port)],
                cwd=self._root,
                env=environ,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # its workers are ended with it
            )
        self._wait()

    def end(self, how=signal.SIGTERM):
        if self._process and self._process.poll() is None:
            os.killpg(self._process.pid, how)
            self._process.wait(timeout=20)

    def password(self, username):
        return json.loads((self._folder / "demo-passwords.json").read_text())[username]

    @property
    def said(self):
        return (self._folder / "server.log").read_text()

    def _wait(self):
        for _ in range(START_S * 20):
            assert self._process.poll() is None, self.said
            with suppress(OSError):
                urllib.request.urlopen(f"{self.url}/masuk", timeout=5).close()
                return
            time.sleep(0.05)
        pytest.fail(f"the server does not answer:\n{self.said}")


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def server(tmp_path_factory, pytestconfig, real_reader, models_folder):
    assert real_reader is not None  # fitted, so that the server need not
    folder = tmp_path_factory.mktemp("served")
    (folder / "models").symlink_to(models_folder, target_is_directory=True)
    server = Server(folder, pytestconfig.rootpath)
    server.start()
    yield server
    server.end()


@pytest.fixture(scope="session")
def browser():
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=path, args=list(ARGUMENTS)
        )
        yield chromium
        chromium.close()


@pytest.fixture
def open_console(browser, server):
    """A trainee who has signed in, before a call that rings."""
    with ExitStack() as opened:

        def opening(scenario="kebakaran-pasar", **context):
            size = {"width": 1366, "height": 768}
            one = browser.new_context(**{"viewport": size} | context)
            opened.callback(one.close)
            console = Console(one, server.url)
            console.sign_in("yola", server.password("yola"))
            console.take(scenario)
            return console

        yield opening


@pytest.fixture
def console(open_console):
    return open_console()
