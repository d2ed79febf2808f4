"""Logs written by every earlier version are still read, verified and written back."""

import json
from pathlib import Path

import pytest

from recordings import EVENT_TYPES, read_record, write_record
from tools.golden_log import LOGS, reference_logs

TOLD = sorted(LOGS.glob("*.told.jsonl"))


def erased_twin(path: Path) -> Path:
    return path.with_name(path.name.replace(".told.", ".erased."))


@pytest.mark.parametrize("path", TOLD, ids=lambda path: path.name)
def test_a_log_of_any_version_is_read_and_written_back_unchanged(path):
    text = path.read_text(encoding="utf-8")

    record = read_record(text)

    assert write_record(record) == text
    assert record.head_hash == json.loads(text.splitlines()[-1])["hash"]


@pytest.mark.parametrize("path", TOLD, ids=lambda path: path.name)
def test_its_erased_twin_has_the_same_chain_and_no_words(path):
    told = read_record(path.read_text(encoding="utf-8"))
    text = erased_twin(path).read_text(encoding="utf-8")

    erased = read_record(text)

    assert [link.hash for link in erased.sealed] == [link.hash for link in told.sealed]
    for link in told.sealed:
        for word in json.loads(link.words or "{}").values():
            assert json.dumps(word, ensure_ascii=False) not in text


def test_the_newest_has_every_kind_of_event():
    record = read_record(TOLD[-1].read_text(encoding="utf-8"))

    assert {type(event) for event in record.events} == set(EVENT_TYPES.values())


def test_todays_code_writes_the_newest():
    """If the form of the log changed on purpose: `python -m tools.golden_log`."""
    told, erased = reference_logs()

    assert TOLD[-1].read_text(encoding="utf-8") == told
    assert erased_twin(TOLD[-1]).read_text(encoding="utf-8") == erased
