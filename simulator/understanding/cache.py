"""Fitted weights on disk, found again by what they were fitted from.

A fit is a folder named after the hash of the corpus, the language data, the code and
the region. It holds plain arrays and JSON, nothing that runs when it is read, and it
appears whole or not at all.
"""

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path

import numpy as np

import scenarios.language
from simulator.understanding.scorer import Block, Encoder, Scorer, Terms

_HERE = Path(__file__).parent
_LANGUAGE = Path(scenarios.language.__file__).parent
_ARRAYS = ("output", "intercepts", "thresholds")
_SUFFIXES = frozenset({".py", ".yaml", ".csv"})
_NO_PART_IN_FITTING = frozenset({"evaluation.py", "figures.py", "commands.py"})
_BROKEN = (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile, EOFError)


def content_key(*parts: str, roots: tuple[Path, ...] = (_HERE, _LANGUAGE)) -> str:
    """A name for everything a fit depends on: 16 hexadecimal digits."""
    digest = hashlib.sha256()
    for path in _sources(roots):
        digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    for part in (*parts, metadata.version("scikit-learn")):
        digest.update(part.encode() + b"\0")
    return digest.hexdigest()[:16]


def folder_name(region_digest: str) -> str:
    """The folder of the fit for a region, by everything it depends on."""
    return f"reader-{content_key(region_digest)}"


def _sources(roots: tuple[Path, ...]) -> Iterator[Path]:
    for root in roots:
        for path in sorted(root.rglob("*")):
            if path.suffix in _SUFFIXES and path.name not in _NO_PART_IN_FITTING:
                yield path


def save(folder: Path, scorers: Mapping[str, Scorer], stems: Mapping[str, str]) -> None:
    """Write scorers that share an encoder; whoever comes second changes nothing."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(prefix=".making-", dir=folder.parent))
    try:
        _write(making, scorers, stems)
        making.chmod(0o755)
        os.replace(making, folder)
    except OSError:
        if not folder.is_dir():
            raise
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _write(
    folder: Path, scorers: Mapping[str, Scorer], stems: Mapping[str, str]
) -> None:
    encoder = next(iter(scorers.values())).encoder
    arrays = {
        "idf": encoder.terms.idf,
        "weights": encoder.weights.astype(np.float16),
        "bias": encoder.bias,
    }
    for name, scorer in scorers.items():
        for kind in _ARRAYS:
            arrays[f"{name}_{kind}"] = getattr(scorer, kind)
    np.savez(folder / "weights.npz", **arrays)  # type: ignore[arg-type]
    about = {
        "labels": {name: list(scorer.labels) for name, scorer in scorers.items()},
        "blocks": [[block.name, list(block.terms)] for block in encoder.terms.blocks],
        "stems": dict(stems),
    }
    (folder / "terms.json").write_text(json.dumps(about), encoding="utf-8")


def load(folder: Path) -> tuple[dict[str, Scorer], dict[str, str]]:
    """Read scorers and stems back.

    Raises:
        FileNotFoundError: There is no such fit, or it is damaged; fit again. A
            damaged folder has been removed.
    """
    if not folder.is_dir():
        raise FileNotFoundError(folder)
    try:
        return _read(folder)
    except _BROKEN as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise FileNotFoundError(folder) from error


def _read(folder: Path) -> tuple[dict[str, Scorer], dict[str, str]]:
    about = json.loads((folder / "terms.json").read_text(encoding="utf-8"))
    blocks = [Block(name, tuple(terms)) for name, terms in about["blocks"]]
    with np.load(folder / "weights.npz", allow_pickle=False) as arrays:
        terms = Terms(blocks, arrays["idf"])
        encoder = Encoder(terms, arrays["weights"].astype(np.float32), arrays["bias"])
        scorers = {
            name: Scorer(
                tuple(labels), encoder, *(arrays[f"{name}_{kind}"] for kind in _ARRAYS)
            )
            for name, labels in about["labels"].items()
        }
    return scorers, about["stems"]
