"""How fast the reader reads, how long it takes to fit and to load, and its memory.

Lines are read one at a time, as in a call, on one core. The first fit starts from
nothing; loading and reading happen in a process that did not fit.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles

from scenarios import load_region
from simulator.understanding import Reader
from simulator.understanding.corpus import load_corpus

BARS = {
    "lines_per_s": (1200, "at least"),
    "p95_ms": (2.0, "at most"),
    "first_fit_s": (30.0, "at most"),
    "later_start_s": (1.0, "at most"),
    "memory_mib": (300, "at most"),
}


def read_lines(lines: int, models: Path) -> dict[str, float]:
    """Read corpus lines with a reader fitted before; run in a process of its own."""
    region = load_region("ambon")
    began = time.perf_counter()
    reader = Reader.load(region, cache_dir=models)
    started = time.perf_counter() - began
    texts = [line.text for line in (*load_corpus("acts"), *load_corpus("courtesy"))]
    for text in texts[:: len(texts) // 200]:
        reader.read(text)
    took = []
    for text in islice(cycle(texts[::3]), lines):
        before = time.perf_counter()
        reader.read(text)
        took.append(1000 * (time.perf_counter() - before))
    return {
        "later_start_s": started,
        "lines_per_s": 1000 * len(took) / sum(took),
        "median_ms": median(took),
        "p95_ms": quantiles(took, n=20)[-1],
        "memory_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def _apart(lines: int, models: Path) -> dict[str, float]:
    """`read_lines` in a new process."""
    command = [sys.executable, "-m", "tools.bench.reader", "--only-read", str(models)]
    ended = subprocess.run(
        [*command, "--lines", str(lines)], check=True, capture_output=True, text=True
    )
    found: dict[str, float] = json.loads(ended.stdout)
    return found


def main(arguments: list[str] | None = None) -> int:
    """Print the figures; 1 when a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=10_000)
    parser.add_argument("--only-read", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args(arguments if arguments is not None else [])
    if given.only_read:
        print(json.dumps(read_lines(given.lines, given.only_read)))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        Reader.load(load_region("ambon"), cache_dir=Path(folder))
        figures = {"first_fit_s": time.perf_counter() - began}
        figures |= _apart(given.lines, Path(folder))
    missed = 0
    for name, value in figures.items():
        bar, sense = BARS.get(name, (None, ""))
        holds = bar is None or (value >= bar if sense == "at least" else value <= bar)
        missed += not holds
        note = f"  ({sense} {bar}{'' if holds else ', MISSED'})" if bar else ""
        print(f"{name:14} {value:10.3f}{note}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
