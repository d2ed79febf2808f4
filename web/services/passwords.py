"""Hashing passwords, few at a time, and what a new password must be."""

import secrets
import threading
from functools import cache
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from web.errors import Busy, UserMistake
from web.texts import N_

MIN_CHARS = 10
MAX_CHARS = 200
COMMON = Path(__file__).parents[1] / "data" / "common_passwords.txt"

# argon2id with 19 MiB: 18 ms each. The library's own default takes 64 MiB and four
# threads, and sixty people signing in at once would stop the calls of all others.
_hasher = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
_at_a_time = threading.BoundedSemaphore(1)
WAIT_S = 20

# What an unknown username is compared with, so that it takes as long as a known one.
_NOBODY = (
    "$argon2id$v=19$m=19456,t=2,p=1$3q2+7wAAAAAAAAAAAAAAAA"
    "$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
)
_CONSONANTS, _VOWELS = "bdgjklmnprst", "aeiou"


def hashed(password: str) -> str:
    """The form of a password that may be stored."""
    with _Turn():
        return _hasher.hash(password)


def matches(password: str, password_hash: str | None) -> bool:
    """Whether it is the password; None, for nobody, takes the same time and is not."""
    if len(password) > MAX_CHARS:
        return False
    with _Turn():
        try:
            right = _hasher.verify(password_hash or _NOBODY, password)
        except (VerificationError, InvalidHashError):
            return False
    return right and password_hash is not None


def check_new(password: str, username: str) -> None:
    """Refuse a password that would be guessed.

    Raises:
        UserMistake: Too short, too long, well known, or the username itself.
    """
    if not MIN_CHARS <= len(password) <= MAX_CHARS:
        raise UserMistake(
            N_("Kata sandi harus %(least)s sampai %(most)s karakter."),
            "new_password",
            least=MIN_CHARS,
            most=MAX_CHARS,
        )
    plain = password.lower()
    if plain in _common_passwords() or username in plain:
        raise UserMistake(
            N_("Kata sandi itu mudah ditebak. Pakai beberapa kata yang tidak terkait."),
            "new_password",
        )


def hash_of_new(password: str, username: str) -> str:
    """The form of a new password that may be stored.

    Raises:
        UserMistake: It would be guessed.
    """
    check_new(password, username)
    return hashed(password)


def random_password() -> str:
    """A first password that can be read aloud: «lamo-tipu-4821-soga»."""
    words = ["".join(_syllable() for _ in range(2)) for _ in range(3)]
    return "-".join([*words, f"{secrets.randbelow(10_000):04}"])


def _syllable() -> str:
    return secrets.choice(_CONSONANTS) + secrets.choice(_VOWELS)


@cache
def _common_passwords() -> frozenset[str]:
    return frozenset(COMMON.read_text(encoding="utf-8").split())


class _Turn:
    """One place in the queue for hashing."""

    def __enter__(self) -> None:
        if not _at_a_time.acquire(timeout=WAIT_S):
            raise Busy(N_("Terlalu banyak yang masuk bersamaan. Coba lagi sebentar."))

    def __exit__(self, *_: object) -> None:
        _at_a_time.release()
