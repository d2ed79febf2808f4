"""A reader for tests: the utterance says itself what it does.

«ask_trapped/floor» is an act about a concept, «instruct_cpr_start:directive» one with
a form, «#blame» a courtesy label, «place=ongkoliong» a value; «??» is not understood.
"""

from recordings.events import ActFound, CourtesyFound, ValueFound
from simulator.understanding.reading import Reading


class KeywordReader:
    """The whole interface of `simulator.understanding.Reader`."""

    version = "kata-kunci"

    def __init__(self, region):
        self.region = region

    def read(self, text, *, after=None, first_turn=False, open_facts=(), typed=True):
        acts, courtesy, values = [], [], []
        span = (0, len(text))
        for word in text.split():
            if word.startswith("#"):
                courtesy.append(
                    CourtesyFound(label=word[1:], confidence=1.0, span=span)
                )
            elif "=" in word:
                kind, value = word.split("=")
                at = text.index(word)
                values.append(
                    ValueFound(kind=kind, value=value, span=(at, at + len(word)))
                )
            elif word != "??":
                acts.append(_act(word, span))
        return Reading(
            text=text,
            acts=tuple(acts),
            courtesy=tuple(courtesy),
            values=tuple(values),
            abstained="??" in text,
            model=self.version,
        )


def _act(word, span):
    word, _, form = word.partition(":")
    act, _, about = word.partition("/")
    topics = tuple(about.split("|")) if about else ()
    return ActFound(act=act, confidence=1.0, span=span, about=topics, form=form or None)
