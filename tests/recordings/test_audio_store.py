"""Clips: whole or not at all, and only WAV."""

import os
from contextlib import suppress
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from recordings import audio
from recordings.audio import (
    AudioRefused,
    AudioStore,
    ClipDamaged,
    ClipMissing,
    wav_duration_ms,
)
from tests.recordings.event_strategies import few
from tests.recordings.sounds import a_wav


@pytest.fixture
def store(tmp_path):
    return AudioStore(tmp_path / "clips")


def files_of(tmp_path):
    return [path for path in tmp_path.rglob("*") if path.is_file()]


def test_a_clip_is_found_by_the_hash_of_its_content(store):
    wav = a_wav()

    clip = store.put(wav)

    assert clip == sha256(wav).hexdigest()
    assert store.read(clip) == store.path(clip).read_bytes() == wav


@pytest.mark.parametrize(
    ("wav", "lasts_ms"),
    [
        (a_wav(1_600), 100),
        (a_wav(1), 1),
        (a_wav(22_050, rate=22_050), 1_000),
        (a_wav(16_000, channels=2), 1_000),
    ],
)
def test_a_clip_tells_how_long_it_plays(store, wav, lasts_ms):
    assert store.duration_ms(store.put(wav)) == lasts_ms


def test_the_same_sound_is_kept_once(store, tmp_path):
    assert store.put(a_wav()) == store.put(a_wav())
    assert store.put(a_wav(loud=2)) != store.put(a_wav())

    assert len(files_of(tmp_path)) == 2


@pytest.mark.parametrize(
    ("wav", "says"),
    [
        (b"", "bukan berkas WAV yang utuh"),
        (b"OggS" * 100, "bukan berkas WAV yang utuh"),
        (a_wav()[:20], "bukan berkas WAV yang utuh"),
        (a_wav()[:-1], "kosong atau terpotong"),
        (a_wav(0), "kosong atau terpotong"),
        (a_wav(width=1), "harus WAV 16 bit"),
    ],
)
def test_what_is_no_whole_recording_is_refused(store, tmp_path, wav, says):
    with pytest.raises(AudioRefused, match=says):
        store.put(wav)

    assert files_of(tmp_path) == []


def test_an_endless_recording_is_refused(store, monkeypatch):
    monkeypatch.setattr(audio, "MAX_CLIP_BYTES", 100)

    with pytest.raises(AudioRefused, match="terlalu panjang"):
        store.put(a_wav())


@few
@given(st.binary(max_size=200), st.integers(0, 60))
def test_whatever_is_handed_in_it_answers_clearly(noise, place):
    wav = bytearray(a_wav(20))
    wav[place : place + len(noise)] = noise

    for candidate in (noise, bytes(wav)):
        with suppress(AudioRefused):
            assert wav_duration_ms(candidate) > 0


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_clip_that_could_not_be_finished_is_not_there(
    store, tmp_path, monkeypatch, step
):
    def disk_full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, step, disk_full)

    with pytest.raises(OSError, match="No space left"):
        store.put(a_wav())
    assert files_of(tmp_path) == []


def test_a_clip_is_on_the_disk_before_it_has_its_name(store, monkeypatch):
    steps = []
    fsync, replace = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda fd: (steps.append("fsync"), fsync(fd)))
    monkeypatch.setattr(
        os, "replace", lambda a, b: (steps.append("replace"), replace(a, b))
    )

    store.put(a_wav())

    assert steps == ["fsync", "replace", "fsync"]  # content, name, directory


def test_a_damaged_clip_is_told_from_a_missing_one(store):
    clip = store.put(a_wav())
    store.path(clip).write_bytes(a_wav(loud=3))

    with pytest.raises(ClipDamaged, match="Pulihkan berkasnya dari cadangan"):
        store.read(clip)
    with pytest.raises(ClipMissing, match="masa simpannya"):
        store.read("0" * 64)


def test_putting_a_damaged_clip_again_mends_it(store):
    clip = store.put(a_wav())
    store.path(clip).write_bytes(b"half")

    store.put(a_wav())

    assert store.read(clip) == a_wav()


@pytest.mark.parametrize("name", ["", "../../etc/passwd", "A" * 64, "0" * 63, "0" * 65])
def test_only_a_hash_names_a_clip(store, name):
    with pytest.raises(ClipMissing, match="bukan tanda rekaman suara"):
        store.path(name)


def test_an_erased_clip_is_gone(store):
    clip = store.put(a_wav())

    assert store.erase(clip)

    assert not store.erase(clip)
    with pytest.raises(ClipMissing):
        store.path(clip)
