"""The engines the web uses: region, reader, voice, rubric; one set per process.

Loading the reader takes about a second (the first time on a machine some more, to
fit it), so it starts in the background as soon as the application does.
"""

from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYet
from functools import cached_property
from pathlib import Path
from threading import Thread

from flask import Flask, current_app

from scenarios import Region, load_region
from scoring import Rubric, load_rubric
from simulator.speech import ClipMaker, find_voice
from simulator.understanding.reader import Reader
from web.services.calls import RecentRecords

EXTENSION = "engines"
RUBRIC = "dasar-112"
"""Marks new calls."""


class Engines:
    """What a call needs beside its events.

    Args:
        region_id: Name of a region pack.
        data_dir: Where fitted models and clips are kept.
    """

    def __init__(self, *, region_id: str, data_dir: Path) -> None:
        self._region_id = region_id
        self._data_dir = data_dir
        self._loading: Future[Reader] | None = None
        self.records = RecentRecords()

    def start_loading(self) -> None:
        """Load the reader beside whatever else the start has to do."""
        if self._loading is None:
            self._loading = Future()
            load = Thread(target=self._load_into, args=(self._loading,), daemon=True)
            load.start()

    @cached_property
    def region(self) -> Region:
        return load_region(self._region_id)

    @property
    def reader(self) -> Reader:
        """The reader; waits until it is there."""
        return self._started().result()

    def reader_within(self, seconds: float) -> Reader | None:
        """The reader, or None when it is not there within this time."""
        try:
            return self._started().result(timeout=seconds)
        except NotYet:
            return None

    @cached_property
    def rubric(self) -> Rubric:
        return load_rubric(RUBRIC)

    @property
    def rubric_ref(self) -> str:
        """Id and version, as calls name it."""
        return self.rubric.name

    @cached_property
    def clips(self) -> ClipMaker:
        return ClipMaker(find_voice(), self._data_dir / "clips")

    def _started(self) -> Future[Reader]:
        self.start_loading()
        assert self._loading is not None  # noqa: S101 - said for mypy
        return self._loading

    def _load_into(self, loading: Future[Reader]) -> None:
        """A server that is stopped does not wait for this."""
        try:
            loading.set_result(self._load_reader())
        except Exception as error:  # whoever asks for the reader gets it
            loading.set_exception(error)

    def _load_reader(self) -> Reader:
        return Reader.load(self.region, cache_dir=self._data_dir / "models")


def init_engines(app: Flask, made: Engines) -> None:
    """Give the application its engines."""
    app.extensions[EXTENSION] = made


def engines() -> Engines:
    """The engines of the application."""
    made: Engines = current_app.extensions[EXTENSION]
    return made
