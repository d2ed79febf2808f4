"""The words in which a scenario says what an act is about and when things happen.

`ask_location/street|building` is a question about either; `told:instruct_evacuate`
holds once the call-taker has said it.
"""

from collections.abc import Collection
from dataclasses import dataclass

from scenarios.case import Answer
from scenarios.kinds import Kind, Unfit
from scenarios.problems import near_word, unknown_word
from scenarios.vocabulary import Concept, DialogueAct

FORMS = (
    "told:TINDAKAN",
    "told:TINDAKAN/KONSEP",
    "disclosed:FAKTA",
    "dispatched",
    "dispatched:INSTANSI",
    "followed:INSTRUKSI",
    "changed:PERUBAHAN",
)
WORDS = ("told", "disclosed", "dispatched", "followed", "changed")
_ACTS = frozenset(str(act) for act in DialogueAct)
_CONCEPTS = frozenset(str(concept) for concept in Concept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conditions:
    """What conditions may speak of in one story."""

    facts: Collection[str]
    agencies: Collection[str]
    instructions: Collection[str]
    changes: Collection[str]

    def kind(self) -> Kind[str]:
        """Reads one condition, which stays the text it is."""
        return Kind(self._read, "dispatched")

    def _read(self, text: str) -> str:
        if text == "dispatched":
            return text
        word, colon, of = text.partition(":")
        if not colon or word not in WORDS:
            raise Unfit(_not_a_condition(text, word))
        if word == "told":
            _read_told(of)
        elif of not in self._known(word):
            raise Unfit(unknown_word(of, self._known(word)))
        return text

    def _known(self, word: str) -> Collection[str]:
        return {
            "disclosed": self.facts,
            "dispatched": self.agencies,
            "followed": self.instructions,
            "changed": self.changes,
        }[word]


def _not_a_condition(text: str, word: str) -> str:
    near = near_word(word, WORDS)
    meant = f" Maksud Anda «{near}»?" if near and near != word else ""
    return f"«{text}» bukan syarat.{meant} Bentuknya: {', '.join(FORMS)}."


def _read_told(text: str) -> None:
    answer = _read_answer(text)
    if len(answer.about) > 1:
        raise Unfit("satu syarat hanya satu konsep; tulis dua syarat")


def _read_answer(text: str) -> Answer:
    act, slash, about = text.partition("/")
    if act not in _ACTS:
        raise Unfit(unknown_word(act, _ACTS))
    concepts = tuple(about.split("|")) if slash else ()
    for concept in concepts:
        if concept not in _CONCEPTS:
            raise Unfit(unknown_word(concept, _CONCEPTS))
    return Answer(act=act, about=concepts)


ANSWER = Kind(_read_answer, Answer(act=DialogueAct.OTHER.value))
"""An act, perhaps about something: `ask_hazard/gas|fuel`."""
