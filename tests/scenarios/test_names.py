"""Every word of the product has a name people read, in both languages."""

import pytest

from scenarios import story, vocabulary
from scenarios.case import MOODS
from scenarios.language.names import LOCALES, name_of, names

WORDS = {
    "act": vocabulary.DialogueAct,
    "courtesy": vocabulary.CourtesyLabel,
    "concept": vocabulary.Concept,
    "disposition": vocabulary.Disposition,
    "ticket_field": vocabulary.TicketField,
    "told": vocabulary.Told,
    "mode": vocabulary.Mode,
    "mood": MOODS,
    "sound": vocabulary.Sound,
    "background": vocabulary.Background,
    "priority": [str(int(one)) for one in vocabulary.Priority],
    "form": vocabulary.Form,
    "register": story.REGISTERS,
    "speaks": story.SPEAKS,
    "sensitive": story.SENSITIVE,
}


@pytest.mark.parametrize("kind", WORDS)
def test_every_word_has_a_name_and_no_name_is_left_over(kind):
    assert set(names()[kind]) == {str(word) for word in WORDS[kind]}


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", WORDS)
def test_names_are_short_and_tell_words_apart(kind, locale):
    named = [name_of(kind, str(word), locale=locale) for word in WORDS[kind]]

    assert len(set(named)) == len(named)
    assert all(0 < len(name) <= 48 and "_" not in name for name in named)


def test_there_are_no_other_kinds():
    assert set(names()) == set(WORDS)


def test_a_name_reads_like_this():
    assert name_of("act", "ask_location") == "menanyakan lokasi"
    assert name_of("act", "ask_location", locale="en") == "asking the location"


def test_a_word_of_another_version_stands_for_itself():
    assert name_of("act", "ask_weather") == "ask_weather"


@pytest.mark.parametrize(("kind", "locale"), [("acts", "id"), ("act", "fr")])
def test_kinds_and_locales_there_are_not_are_refused(kind, locale):
    with pytest.raises(KeyError):
        name_of(kind, "ask_location", locale=locale)
