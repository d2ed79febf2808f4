"""Kill the server without warning in the middle of calls; nothing acknowledged is lost.

Each round starts a real server, plays scripted turns over HTTP, and ends it with
SIGKILL at a random moment. After the restart every acknowledged event must be there,
the last request repeated must change nothing, and the call must go on.
"""

import argparse
import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from dataclasses import dataclass, field
from http.client import HTTPException
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

from scenarios import load_region
from simulator.understanding.reader import Reader

SAYS = (
    "112 Ambon, selamat malam, saya Rina. Di mana lokasinya?",
    "Apa yang terjadi, Pak?",
    "Patokan terdekatnya apa, Pak?",
    "Nomor telepon yang bisa kami hubungi berapa?",
    "Saya teruskan sekarang, Pak. Tetap di telepon.",
)
STARTS_WITHIN_S = 60


class Page:
    """A browser page, as far as the server can tell."""

    def __init__(self, base: str) -> None:
        self.base = base
        self._open = urllib.request.build_opener(
            urllib.request.HTTPCookieProcessor(CookieJar())
        ).open
        self.csrf = ""

    def get(self, path: str) -> str:
        with self._open(self.base + path, timeout=20) as answer:
            text: str = answer.read().decode()
        if found := re.search(r'name="csrf-token" content="([^"]+)"', text):
            self.csrf = found[1]
        return text

    def post_form(self, path: str, **values: str) -> str:
        form = urllib.parse.urlencode({**values, "csrf_token": self.csrf}).encode()
        with self._open(self.base + path, form, timeout=20) as answer:
            url: str = answer.geturl()
        return url

    def post_json(self, path: str, body: dict[str, Any]) -> str:
        asked = urllib.request.Request(  # noqa: S310 - the loopback only
            self.base + path,
            json.dumps(body).encode(),
            {"Content-Type": "application/json", "X-CSRFToken": self.csrf},
        )
        with self._open(asked, timeout=20) as answer:
            text: str = answer.read().decode()
        return text


@dataclass
class Seen:
    """What the page was told before the server died."""

    events: dict[int, str] = field(default_factory=dict)
    last: tuple[dict[str, Any], str] | None = None
    """The last acknowledged request and its reply."""
    tried: dict[str, Any] | None = None
    """A request that got no reply."""

    def take(self, body: dict[str, Any], reply: str) -> None:
        self.last, self.tried = (body, reply), None
        for event in json.loads(reply)["events"]:
            self.events[event["seq"]] = json.dumps(event, sort_keys=True)


def main() -> int:
    """Run the rounds; 1 when anything was lost."""
    read = argparse.ArgumentParser(description=__doc__)
    read.add_argument("--rounds", type=int, default=50)
    read.add_argument("--seed", type=int, default=112)
    asked = read.parse_args()
    chance = random.Random(asked.seed)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["LATIH112_DATA_DIR"] = folder
        _lend_models(Path(folder))
        results = [_round(n, chance) for n in range(asked.rounds)]
    acknowledged = sum(result["acknowledged"] for result in results)
    lost = sum(result["lost"] for result in results)
    changed = sum(result["changed"] for result in results)
    stuck = sum(not result["resumed"] for result in results)
    unheard = sum(result["unheard"] for result in results)
    print(f"rounds {len(results)}, acknowledged events {acknowledged}, lost {lost}")
    print(f"repeats that changed something {changed}, calls not resumable {stuck}")
    print(f"requests cut off without a reply and repeated {unheard}")
    return 1 if lost or changed or stuck else 0


def _lend_models(folder: Path) -> None:
    """Let the server find a fitted reader, so that no round waits for fitting."""
    models = Path("instance/models").resolve()
    models.mkdir(parents=True, exist_ok=True)
    Reader.load(load_region("ambon"), cache_dir=models)
    (folder / "models").symlink_to(models)


def _round(number: int, chance: random.Random) -> dict[str, Any]:
    server, base = _start()
    page, seen = Page(base), Seen()
    call = _begin_call(page)
    delay = chance.uniform(0.05, 1.2)
    killer = threading.Timer(delay, lambda: os.killpg(server.pid, signal.SIGKILL))
    killer.start()
    _talk(page, call, seen, number)
    killer.join()
    server.wait()
    server, base = _start(port=int(base.rpartition(":")[2]))
    try:
        return _compare(page, call, seen)
    finally:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def _talk(page: Page, call: str, seen: Seen, number: int) -> None:
    """Act until the server is gone."""
    client_seq = number * 1_000
    deeds: list[dict[str, Any]] = [{"do": "answer"}]
    while True:
        for text in SAYS:
            deeds += [{"do": "say", "text": text}, _note(len(deeds))]
        for deed in deeds:
            client_seq += 1
            body = {
                **deed,
                "client_seq": client_seq,
                "after": max(seen.events, default=-1),
            }
            seen.tried = body
            try:
                seen.take(body, page.post_json(f"/api{call}/tindakan", body))
            except urllib.error.HTTPError as refused:
                if refused.code >= 500:
                    return
                seen.tried = None
            except (OSError, HTTPException):  # gone, perhaps in the middle of a reply
                return
        deeds = []


def _note(number: int) -> dict[str, Any]:
    return {"do": "set", "field": "note", "value": f"catatan {number}"}


def _compare(page: Page, call: str, seen: Seen) -> dict[str, Any]:
    now = json.loads(page.get(f"/api{call}?after=-1"))
    kept = {event["seq"]: json.dumps(event, sort_keys=True) for event in now["events"]}
    lost = sum(kept.get(seq) != event for seq, event in seen.events.items())
    changed = 0
    if seen.last is not None:
        body, reply = seen.last
        again = page.post_json(f"/api{call}/tindakan", body)
        changed += again != reply
    unheard = seen.tried is not None
    if seen.tried is not None:
        first = page.post_json(f"/api{call}/tindakan", seen.tried)
        changed += page.post_json(f"/api{call}/tindakan", seen.tried) != first
    resumed = now["state"] in {"ringing", "connected", "hung_up"}
    return {
        "acknowledged": len(seen.events),
        "lost": lost,
        "changed": changed,
        "resumed": resumed,
        "unheard": unheard,
    }


def _begin_call(page: Page) -> str:
    page.get("/masuk")
    page.post_form("/masuk", username="yola", password=_password())
    page.get("/")
    until = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < until:
        url = page.post_form("/panggilan", scenario="kebakaran-pasar", mode="practice")
        path = urllib.parse.urlsplit(url).path
        if path != "/panggilan":
            return path
        time.sleep(0.2)  # the caller is being prepared
    raise TimeoutError("no call rang")


def _password() -> str:
    return _passwords["yola"]


_passwords: dict[str, str] = {}


def _start(port: int | None = None) -> tuple[subprocess.Popen[str], str]:
    port = port or _free_port()
    command = [str(Path(sys.executable).parent / "latih112"), "serve", "--demo"]
    server = subprocess.Popen(
        [*command, "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    )
    for line in server.stdout or ():
        words = line.split()
        if len(words) >= 2 and words[0] in {"yola", "frets", "salma"}:
            _passwords[words[0]] = words[1]
        if words and words[0] == "salma":
            break
    base = f"http://127.0.0.1:{port}"
    _wait_for(base)
    return server, base


def _wait_for(base: str) -> None:
    until = time.monotonic() + STARTS_WITHIN_S
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(f"{base}/masuk", timeout=5).close()  # noqa: S310
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(base)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


if __name__ == "__main__":
    raise SystemExit(main())
