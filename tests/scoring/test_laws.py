"""What holds of every call, whoever took it and however it went."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from recordings.call_record import CallRecord, words_of
from recordings.events import CallAnswered
from recordings.sequences import sequence_labels
from scoring import Outcome, load_rubric, score
from scoring.finding import LEFT_OUT
from tests.scoring.any_call import GRAVE, calls, readings, with_label
from tests.scoring.calls import erased

RUBRIC = load_rubric("dasar-112")
some = settings(max_examples=60, deadline=None)


def marked(call, record=None):
    return score(call.case, record or call.record(), RUBRIC)


def quotes_of(card):
    yield from (quote for finding in card.findings for quote in finding.quotes)
    for axis in card.axes.values():
        yield from (quote for item in axis.items for quote in item.quotes)


def missed(card):
    return {f.criterion for f in card.findings if f.outcome is Outcome.NOT_MET}


def labels_over_turns(record):
    return {label for _, label, _ in sequence_labels(record)}


@some
@given(calls())
def test_the_same_call_gives_the_same_scorecard_every_time(call):
    again = CallRecord(tuple(call.events))

    assert marked(call).to_json() == marked(call, again).to_json()


@some
@given(calls())
def test_marking_changes_nothing_of_the_call(call):
    record = call.record()
    before = (record.events, call.case.to_json())

    marked(call, record)

    assert (record.events, call.case.to_json()) == before


@some
@given(calls())
def test_every_quote_is_found_where_it_says_it_stands(call):
    record = call.record()

    for quote in quotes_of(marked(call, record)):
        begin, end = quote.span
        assert words_of(record.events[quote.seq])[begin:end] == quote.text


@some
@given(calls())
def test_points_lie_between_none_and_what_a_criterion_is_worth(call):
    card = marked(call)

    for criterion, finding in zip(RUBRIC.criteria, card.findings, strict=True):
        assert finding.out_of == criterion.points
        assert finding.points is None or 0 <= finding.points <= finding.out_of
    assert 0 <= card.total.points <= card.total.out_of <= 100


@some
@given(calls())
def test_what_is_left_out_leaves_the_total(call):
    card = marked(call)

    left_out = [f for f in card.findings if f.outcome in LEFT_OUT]
    assert all(finding.points is None for finding in left_out)
    assert card.total.out_of == 100 - sum(finding.out_of for finding in left_out)


@some
@given(calls())
def test_areas_add_up_to_the_total(call):
    card = marked(call)

    areas = [card.area(area) for area in card.areas]
    assert sum(area.points for area in areas) == card.total.points
    assert sum(area.out_of for area in areas) == card.total.out_of


@some
@given(calls(), st.data())
def test_a_severe_violation_raises_nothing_of_courtesy(call, data):
    assume(readings(call))
    seq = data.draw(st.sampled_from(readings(call)))
    record = with_label(call.record(), seq, data.draw(st.sampled_from(GRAVE)))

    before, after = marked(call), marked(call, record)

    assert after.area("empathy").points <= before.area("empathy").points
    now, was = after.area("courtesy"), before.area("courtesy")
    assert now.points <= was.points
    assert now.points * was.out_of <= was.points * now.out_of
    for name, axis in after.axes.items():
        assert (axis.value or 0) <= (before.axes[name].value or 5)
    assert not (after.passed and not before.passed)


@some
@given(calls())
def test_erasing_words_makes_no_item_a_miss(call):
    record = call.record()
    assume("repetitive_persistence" not in labels_over_turns(record))  # needs the words

    before, after = missed(marked(call)), missed(marked(call, erased(record)))

    assert after <= before


@some
@given(calls())
def test_a_call_that_was_never_answered_is_marked_for_that_alone(call):
    call.events = [e for e in call.events if not isinstance(e, CallAnswered)]

    card = marked(call)

    assert [f.criterion for f in card.findings if f.counts] == ["answer_time"]
    assert card.passed is (None if call.events[0].mode == "exam" else False)


@some
@given(calls())
def test_no_exam_is_decided_before_a_person_has_looked(call):
    assume(call.events[0].mode == "exam")

    assert marked(call).passed is None
