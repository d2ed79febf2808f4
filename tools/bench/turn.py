"""How long the server thinks over one typed turn, split by step.

One user, one turn after another, on the real reader, engine and SQLite with
synchronous FULL: read the utterance, step the caller, append and commit, answer. The
same turn through HTTP on the loopback comes from `--url`-less serving in `crash`.
"""

import argparse
import json
import tempfile
import time
from collections import defaultdict
from datetime import UTC, datetime
from pathlib import Path
from statistics import median, quantiles
from uuid import uuid4

from recordings.database import engine_for, writing
from recordings.store import CallStore
from recordings.tables import Base
from scenarios import Library, draw, load_region
from simulator import LiveCall
from simulator.understanding.reader import Reader
from web.services import call_view

LINES = (
    "112 Ambon, selamat malam, saya Rina. Di mana lokasinya?",
    "Patokan terdekatnya apa, Pak?",
    "Saya ulangi lokasinya: Ongkoliong, Batu Merah. Betul, Pak?",
    "Masih ada orang yang terjebak di dalam?",
    "Saya teruskan ke Damkar sekarang, Pak. Jangan masuk lagi.",
    "Nomor telepon yang bisa kami hubungi berapa?",
    "Saya mengerti Bapak takut. Saya bantu.",
    "Ada tabung gas di dalam?",
)
AIM_P95_MS = 15.0


def measure(turns: int, *, models: Path) -> dict[str, list[float]]:
    """Milliseconds of every step over many turns."""
    region = load_region("ambon")
    reader = Reader.load(region, cache_dir=models)
    scenario = Library(region).get("kebakaran-pasar")
    took: dict[str, list[float]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as folder:
        engine = engine_for(f"sqlite:///{folder}/turns.db")
        Base.metadata.create_all(engine)
        done = 0
        while done < turns:
            live = LiveCall.offer(
                draw(scenario, done, region=region),
                mode="practice",
                rubric="dasar-112@1",
                offered_at=datetime.now(UTC),
                reader=reader,
            )
            done += _one_call(engine, live, took)
        engine.dispose()
    return took


def _one_call(engine, live: LiveCall, took: dict[str, list[float]]) -> int:  # noqa: ANN001
    call_id = str(uuid4())
    live.answer(2_000)
    with writing(engine) as connection:
        store = CallStore(connection)
        store.create(call_id, centre_id="ambon", offered=live.record.offered)
        store.append(call_id, live.record.events, expected=0)
    for line in LINES:
        began = time.perf_counter()
        live._reader.read(line, after=live.state.last_line)
        read = time.perf_counter()
        at_ms = live.state.quiet_since_ms + 800
        before = len(live.record.events)
        live.hear(line, began_ms=at_ms, ended_ms=at_ms + 900)
        stepped = time.perf_counter()
        with writing(engine) as connection:
            CallStore(connection).append(
                call_id, live.record.events[before:], expected=before
            )
        stored = time.perf_counter()
        json.dumps(call_view.shown_events(live.record, after=before - 1, clip_url=str))
        answered = time.perf_counter()
        steps = {
            "read": read - began,
            "step": (stepped - read) - (read - began),
            "append": stored - stepped,
            "answer": answered - stored,
        }
        for name, seconds in steps.items():
            took[name].append(seconds * 1000)
        took["turn"].append((answered - read) * 1000)
    return len(LINES)


def main() -> int:
    """Print median and p95 of every step; 1 when the aim is missed."""
    read = argparse.ArgumentParser(description=__doc__)
    read.add_argument("--turns", type=int, default=800)
    read.add_argument("--models", type=Path, default=Path("instance/models"))
    asked = read.parse_args()
    took = measure(asked.turns, models=asked.models)
    p95 = 0.0
    for name in ("read", "step", "append", "answer", "turn"):
        p95 = quantiles(took[name], n=20)[-1]
        print(f"{name:<7} median {median(took[name]):6.2f} ms   p95 {p95:6.2f} ms")
    print(f"turns {len(took['turn'])}, aim p95 <= {AIM_P95_MS:g} ms")
    return 0 if p95 <= AIM_P95_MS else 1


if __name__ == "__main__":
    raise SystemExit(main())
