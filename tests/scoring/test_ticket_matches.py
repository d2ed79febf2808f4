"""What stands in the ticket at the end, held against the truth."""

import pytest

from scoring.criteria.record import COMPARED, TicketMatches
from scoring.finding import Outcome
from tests.scoring.calls import (
    FAR,
    MARDIKA,
    NEXT_DOOR,
    NUMBER,
    WHERE_THE_CREW_ENDS_UP,
    ACall,
    a_case,
)


def written(field, value, **truth):
    call = ACall(a_case(truth=truth)).answered(0).ticket(5.0, field, value)
    return TicketMatches(field=field).assess(call.seen())


@pytest.mark.parametrize(
    ("place", "outcome"), [*WHERE_THE_CREW_ENDS_UP, ("81.71.02", Outcome.NOT_MET)]
)
def test_a_place_goes_by_where_the_crew_would_end_up(place, outcome):
    assert written("location.place", place).outcome is outcome


@pytest.mark.parametrize(
    ("number", "outcome"),
    [
        (NUMBER, Outcome.MET),
        ("081033452", Outcome.MET),
        ("+62 810-33-452", Outcome.MET),
        ("62810 33452", Outcome.MET),
        ("081033453", Outcome.NOT_MET),
        ("33452", Outcome.NOT_MET),
        ("tidak ada", Outcome.NOT_MET),
    ],
)
def test_a_number_goes_by_its_digits(number, outcome):
    assert written("callback_number", number).outcome is outcome


@pytest.mark.parametrize(
    ("kind", "outcome"),
    [
        ("kebakaran_bangunan", Outcome.MET),
        ("kebakaran_lahan", Outcome.MET),
        ("banjir", Outcome.NOT_MET),
    ],
)
def test_an_incident_may_be_called_by_an_accepted_name(kind, outcome):
    verdict = written(
        "incident_type", kind, incident_type_accepted=("kebakaran_lahan",)
    )

    assert verdict.outcome is outcome


@pytest.mark.parametrize(
    ("truth", "persons", "outcome"),
    [
        ("1 orang terjebak", "satu", Outcome.MET),
        ("1 orang terjebak", "seorang nenek", Outcome.MET),
        ("1 orang terjebak", "1 org di lt 2", Outcome.MET),
        ("1 orang terjebak", "2 orang", Outcome.NOT_MET),
        ("1 orang terjebak", "orang di lantai 1, dua korban", Outcome.NOT_MET),
        ("1 orang terjebak", "1 di lantai", Outcome.MET),
        ("1 orang terjebak", "umur 1, dua anak", Outcome.NOT_MET),
        ("1 orang terjebak", "anak 1 tahun, dua orang", Outcome.NOT_MET),
        ("1 orang terjebak", "ada yang terjebak", Outcome.MET),
        ("oma terjebak", "OMA di atas", Outcome.MET),
        ("oma terjebak", "tidak ada", Outcome.NOT_MET),
    ],
)
def test_people_go_by_how_many_else_by_a_word_in_common(truth, persons, outcome):
    assert written("persons", persons, persons=truth).outcome is outcome


@pytest.mark.parametrize(
    ("name", "outcome"),
    [
        ("heri", Outcome.MET),
        ("Pak SAPULETTE", Outcome.MET),
        ("Hery", Outcome.NOT_MET),
        ("Bapak", Outcome.NOT_MET),
    ],
)
def test_a_name_goes_by_a_part_of_it(name, outcome):
    assert written("caller_name", name).outcome is outcome


def test_it_quotes_what_was_written_and_names_what_is_right():
    verdict = written("location.place", NEXT_DOOR)

    assert verdict.reason == "field_partly"
    assert verdict.params == {
        "field": "location.place",
        "right": MARDIKA,
        "written": NEXT_DOOR,
    }
    assert [(quote.seq, quote.text) for quote in verdict.quotes] == [(3, NEXT_DOOR)]
    assert not verdict.by_reading


@pytest.mark.parametrize(("last", "reason"), [(MARDIKA, "met"), (FAR, "not_met")])
def test_the_last_entry_counts(last, reason):
    call = ACall().answered(0).ticket(5.0, "location.place", NEXT_DOOR)

    verdict = TicketMatches(field="location.place").assess(
        call.ticket(90.0, "location.place", last).seen()
    )

    assert verdict.reason == f"field_{reason}"


@pytest.mark.parametrize("emptied", [None, "  "])
def test_a_field_that_was_emptied_is_empty(emptied):
    call = ACall().answered(0).ticket(5.0, "persons", "1 orang")

    verdict = TicketMatches(field="persons").assess(
        call.ticket(9.0, "persons", emptied).seen()
    )

    assert (verdict.outcome, verdict.reason) == (Outcome.NOT_MET, "field_empty")
    assert verdict.quotes == ()


@pytest.mark.parametrize("field", COMPARED)
def test_a_field_that_was_never_filled_is_missed(field):
    verdict = TicketMatches(field=field).assess(ACall().answered(0).seen())

    assert (verdict.outcome, verdict.reason) == (Outcome.NOT_MET, "field_empty")
    assert verdict.params["field"] == field


@pytest.mark.parametrize(
    ("field", "of_truth"),
    [
        ("location.place", "place"),
        ("callback_number", "callback_number"),
        ("incident_type", "incident_type"),
        ("persons", "persons"),
        ("caller_name", "caller_name"),
    ],
)
def test_what_the_case_does_not_have_is_left_out(field, of_truth):
    verdict = written(field, "1", **{of_truth: None})

    assert verdict.outcome is Outcome.NOT_APPLICABLE
    assert verdict.reason == "field_not_needed"


class TestErasedWords:
    def after_erasing(self, field, *values):
        call = ACall().answered(0)
        for nth, value in enumerate(values):
            call.ticket(5.0 + nth, field, value)
        return TicketMatches(field=field).assess(call.seen_erased())

    def test_a_name_that_was_erased_cannot_be_assessed(self):
        verdict = self.after_erasing("caller_name", "Heri")

        assert verdict.outcome is Outcome.NOT_ASSESSABLE
        assert verdict.reason == "words_erased"

    def test_a_name_that_had_been_emptied_is_still_missed(self):
        assert self.after_erasing("caller_name", "Heri", None).reason == "field_empty"

    def test_codes_are_nobodys_words_and_stay(self):
        verdict = self.after_erasing("location.place", MARDIKA)

        assert verdict.outcome is Outcome.MET
