"""All benchmarks of the first call, one after another; 1 when a bar is missed."""

import sys

from tools.bench import crash, reader, sweep, turn, voices


def main() -> int:
    """Run them with their own defaults."""
    missed = []
    benches = {
        "reader": reader,
        "turn": turn,
        "sweep": sweep,
        "crash": crash,
        "voices": voices,
    }
    for name, bench in benches.items():
        print(f"== {name}")
        if bench.main():
            missed.append(name)
    print(f"== missed: {', '.join(missed) or 'none'}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
