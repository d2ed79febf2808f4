"""Every setting of the application: its name, default, meaning and how it is read.

A setting comes from the environment (`LATIH112_PORT=8112`) or, for secrets, from a
file named there (`LATIH112_SECRET_KEY_FILE=/run/secrets/key`). A value that cannot be
right stops the start, with every problem at once.
"""

import difflib
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, TypeVar

from web import setting_values as values

T = TypeVar("T")
PREFIX = "LATIH112_"
FILE_SUFFIX = "_FILE"


@dataclass(frozen=True, slots=True, eq=False)
class Setting(Generic[T]):
    """One thing the person who runs the application may choose.

    `read` turns the text into a value or raises ValueError saying, in Indonesian,
    what the value must be.
    """

    name: str
    default: str
    meaning: str
    read: Callable[[str], T]


class SettingsRefused(Exception):
    """Settings that cannot be right; the start must stop. One line a problem."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class Settings:
    """The values that hold for one run of the application."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self._values = dict(given)

    def __getitem__(self, setting: Setting[T]) -> T:
        value: T = self._values[setting.name]
        return value

    @property
    def data_dir(self) -> Path:
        return self[DATA_DIR].resolve()

    @property
    def database_url(self) -> str:
        return self[DATABASE_URL] or f"sqlite:///{self.data_dir / 'latih112.db'}"

    @property
    def on_sqlite(self) -> bool:
        return self.database_url.startswith("sqlite")

    def secret_key(self) -> str:
        """The key that signs forms; made and kept in the data folder when not set."""
        return self[SECRET_KEY] or _kept_secret(self.data_dir / "secret_key")


# --- the table --------------------------------------------------------------------

DATA_DIR = Setting(
    "DATA_DIR",
    "instance",
    "folder untuk basis data, suara, dan model; satu-satunya tempat yang ditulisi",
    values.folder,
)
DATABASE_URL = Setting(
    "DATABASE_URL",
    "",
    "alamat basis data; kosong berarti SQLite `latih112.db` di folder data",
    values.database_url,
)
SECRET_KEY = Setting(
    "SECRET_KEY",
    "",
    "kunci penanda formulir; kosong berarti dibuat sekali di folder data",
    values.secret,
)
REGION = Setting(
    "REGION", "ambon", "paket wilayah, sekaligus pusat 112 bawaan", values.identifier
)
HOST = Setting("HOST", "127.0.0.1", "alamat yang didengarkan", values.text)
PORT = Setting("PORT", "8112", "nomor port", values.whole(1, 65535))
WORKERS = Setting(
    "WORKERS",
    "1",
    "banyaknya proses; lebih dari satu hanya dengan PostgreSQL dan redis://",
    values.whole(1, 64),
)
THREADS = Setting(
    "THREADS",
    "64",
    "permintaan yang dilayani bersamaan dalam satu proses",
    values.whole(1, 1024),
)
PROXY_HOPS = Setting(
    "PROXY_HOPS",
    "0",
    "banyaknya proxy di depan aplikasi yang alamat penerusannya dipercaya",
    values.whole(0, 5),
)
TRUSTED_HOSTS = Setting(
    "TRUSTED_HOSTS",
    "",
    "nama situs yang dilayani, dipisah koma; kosong berarti semua",
    values.names,
)
SECURE_COOKIES = Setting(
    "SECURE_COOKIES",
    "tidak",
    "«ya» bila situs dibuka dengan https: kuki hanya lewat sambungan aman",
    values.yes_or_no,
)
SIGN_IN_IDLE_HOURS = Setting(
    "SIGN_IN_IDLE_HOURS",
    "12",
    "masuk berakhir setelah tidak dipakai selama ini",
    values.whole(1, 168, "jam"),
)
SIGN_IN_DAYS = Setting(
    "SIGN_IN_DAYS",
    "7",
    "masuk berakhir setelah ini, dipakai atau tidak",
    values.whole(1, 90, "hari"),
)
SIGN_IN_TRIES = Setting(
    "SIGN_IN_TRIES",
    "20",
    "percobaan masuk yang gagal per menit dari satu alamat",
    values.whole(1, 1000),
)
LIMITS_URL = Setting(
    "LIMITS_URL",
    "memory://",
    "tempat hitungan pembatasan; redis:// bila lebih dari satu proses",
    values.limits_url,
)

AUDIO_DAYS = Setting(
    "AUDIO_DAYS",
    "90",
    "suara peserta disimpan selama ini, lalu dihapus oleh `latih112 purge`",
    values.whole(1, 3650, "hari"),
)
WORDS_DAYS = Setting(
    "WORDS_DAYS",
    "365",
    "ucapan peserta disimpan selama ini; waktu dan nilai tetap ada",
    values.whole(1, 3650, "hari"),
)

SETTINGS: tuple[Setting[Any], ...] = (
    DATA_DIR,
    DATABASE_URL,
    SECRET_KEY,
    REGION,
    HOST,
    PORT,
    WORKERS,
    THREADS,
    PROXY_HOPS,
    TRUSTED_HOSTS,
    SECURE_COOKIES,
    SIGN_IN_IDLE_HOURS,
    SIGN_IN_DAYS,
    SIGN_IN_TRIES,
    LIMITS_URL,
    AUDIO_DAYS,
    WORDS_DAYS,
)


def read_settings(environ: Mapping[str, str]) -> Settings:
    """Read all settings, each from the environment, a file or its default.

    Raises:
        SettingsRefused: With every problem found. Stop the start and show it.
    """
    problems = _unknown_names(environ)
    found: dict[str, Any] = {}
    for setting in SETTINGS:
        try:
            found[setting.name] = _read_one(setting, environ)
        except ValueError as refused:
            problems.append(str(refused))
    if not problems:
        problems = _cannot_go_together(Settings(found))
    if problems:
        raise SettingsRefused(problems)
    return Settings(found)


def settings_table() -> list[tuple[str, str, str]]:
    """Name, default and meaning of every setting, as docs/running.md lists them."""
    return [(PREFIX + each.name, each.default, each.meaning) for each in SETTINGS]


def _read_one(setting: Setting[T], environ: Mapping[str, str]) -> T:
    text = _given(setting, environ)
    if text is None:
        return setting.read(setting.default)
    try:
        return setting.read(text.strip())
    except ValueError as reason:
        default = setting.default or "kosong"
        raise ValueError(
            f'{PREFIX}{setting.name}="{text}": {reason} (bawaan {default})'
        ) from None


def _given(setting: Setting[Any], environ: Mapping[str, str]) -> str | None:
    name = PREFIX + setting.name
    file = environ.get(name + FILE_SUFFIX)
    if file is None:
        return environ.get(name)
    if name in environ:
        raise ValueError(f"{name}: isi {name} atau {name}{FILE_SUFFIX}, jangan dua-dua")
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError):
        raise ValueError(
            f'{name}{FILE_SUFFIX}="{file}": berkas itu tidak dapat dibaca'
        ) from None


def _unknown_names(environ: Mapping[str, str]) -> list[str]:
    known = [PREFIX + each.name for each in SETTINGS]
    problems = []
    for name in sorted(environ):
        if name.startswith(PREFIX) and name.removesuffix(FILE_SUFFIX) not in known:
            near = difflib.get_close_matches(name, known, n=1)
            meant = f" Maksud Anda {near[0]}?" if near else ""
            problems.append(f"{name}: pengaturan itu tidak dikenal.{meant}")
    return problems


def _cannot_go_together(settings: Settings) -> list[str]:
    workers = settings[WORKERS]
    if workers == 1:
        return []
    problems = []
    if settings.on_sqlite:
        problems.append(
            f'{PREFIX}WORKERS="{workers}": SQLite hanya aman dengan satu proses; '
            f"pakai 1, atau PostgreSQL lewat {PREFIX}DATABASE_URL"
        )
    if settings[LIMITS_URL].startswith("memory://"):
        problems.append(
            f'{PREFIX}WORKERS="{workers}": pembatasan harus dihitung bersama; '
            f"isi {PREFIX}LIMITS_URL dengan redis://"
        )
    return problems


def _kept_secret(path: Path) -> str:
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(48), encoding="utf-8")
    return path.read_text(encoding="utf-8")
