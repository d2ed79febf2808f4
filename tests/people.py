"""The cast of the tests, known by name.

Yola is a trainee of the centre in Ambon, Ikbal another one there. Frets is their
instructor, Salma their coordinator. Nus, Mina and Hendra are trainee, instructor and
coordinator of another centre and must never see or touch anything of Ambon's.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

MONDAY = datetime(2026, 11, 23, 5, 5, tzinfo=UTC)
"""When the tests take place: 23 Nov 2026 14.05 WIT."""
PASSWORD = "laut-tenang-2211"
HERE, ELSEWHERE = "ambon", "lain"


@dataclass(frozen=True)
class Person:
    username: str
    name: str
    role: str
    agency: str
    centre: str = HERE

    @property
    def id(self) -> str:
        """A UUID one can recognise in a failing test."""
        return f"00000000-0000-4000-8000-{self.username.encode().hex():0>12}"


YOLA = Person("yola", "Yola Pattiwael", "trainee", "Dinas Kesehatan")
IKBAL = Person("ikbal", "Ikbal Rumra", "trainee", "Damkar")
FRETS = Person("frets", "Frets Latuheru", "instructor", "Kominfo")
SALMA = Person("salma", "Salma Tuasikal", "coordinator", "Kominfo")
NUS = Person("nus", "Nus Renyaan", "trainee", "Damkar", ELSEWHERE)
MINA = Person("mina", "Mina Rahayaan", "instructor", "Kominfo", ELSEWHERE)
HENDRA = Person("hendra", "Hendra Fofid", "coordinator", "Kominfo", ELSEWHERE)

CAST = (YOLA, IKBAL, FRETS, SALMA, NUS, MINA, HENDRA)
OF_EACH_ROLE = (YOLA, FRETS, SALMA)
