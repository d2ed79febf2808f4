"""The caller answers what was asked, and nothing else."""

import pytest


def test_the_first_words_follow_the_greeting(talk):
    call = talk()

    [line] = call.say("open_greet")

    assert line.purpose == "opening"
    assert line.facts == call.case.opening.facts


def test_a_question_the_first_words_do_not_answer_is_answered_with_them(talk):
    call = talk()

    [line] = call.say("open_greet ask_trapped")

    assert line.purpose == "opening"
    assert "trapped" in line.facts


def test_a_question_brings_out_its_fact_and_no_other(talk):
    call = talk().opened()
    before = call.facts

    call.say("ask_callback")

    assert call.facts - before == {"callback"}


def test_the_concept_of_a_question_chooses_between_facts(talk):
    call = talk("henti-jantung-di-rumah").opened()

    call.say("ask_breathing/normal_breathing")
    told = call.facts
    call.say("ask_breathing/any_breathing")

    assert "breathing_normal" in told
    assert len(call.facts) > len(told)


def test_what_is_asked_again_is_said_with_other_words(talk):
    call = talk().opened()

    [first] = call.say("ask_callback")
    [second] = call.say("ask_callback")

    assert second.facts == first.facts
    assert second.text != first.text
    assert call.moves[-1][0] == "repeated"


def test_a_question_about_nothing_in_the_case_invents_nothing(talk):
    call = talk().opened()
    before = call.facts

    [line] = call.say("ask_suspect_description")

    assert line.facts == ()
    assert call.facts == before


def test_at_most_two_facts_are_told_in_one_line(talk):
    call = talk("longsor-permukiman").opened()

    [line] = call.say("ask_callback ask_hazard/electricity ask_landmark/access")

    assert len(line.facts) <= 2


@pytest.mark.parametrize(
    "said", ["acknowledge", "empathise #understanding", "reassure"]
)
def test_being_heard_brings_one_thing_more(talk, said):
    call = talk().opened()
    before = call.facts

    call.say(said)

    assert len(call.facts - before) <= 1


def test_words_not_understood_are_asked_for_again(talk):
    call = talk().opened()

    [first] = call.say("??")
    [second] = call.say("??")

    assert (first.purpose, second.purpose) == ("not_understood", "not_understood")
    assert first.facts == second.facts == ()
    assert first.text != second.text


def test_asked_to_repeat_the_caller_says_the_same_again(talk):
    call = talk().opened()
    [first] = call.say("ask_callback")

    [again] = call.say("ask_repeat")

    assert (again.text, again.facts) == (first.text, first.facts)


def test_facts_never_told_stay_untold(talk):
    call = talk("ghost-call", variant="tidak-bisa-bicara").opened()

    call.say("ask_location")
    call.say("ask_caller_name")

    assert not {"whereabouts", "name"} & call.facts


def test_a_line_cut_off_gives_its_facts_only_when_they_were_said(talk):
    call = talk().opened()
    [line] = call.say("ask_callback")

    call.live.hear(
        "acknowledge",
        began_ms=line.began_ms + 100,
        ended_ms=line.began_ms + 200,
        means="recognised",
    )

    assert "callback" not in call.facts


@pytest.mark.parametrize(
    ("scenario", "asked", "told"),
    [
        ("mobil-jenazah", "ask_landmark/access|building|vehicle", {"access"}),
        ("kecelakaan-lalu-lintas", "ask_hazard/fuel|vehicle", {"fuel"}),
        ("kebakaran-pasar", "ask_age_sex/elderly", {"elder_person"}),
        ("kebakaran-pasar", "ask_hazard/gas|electricity", {"hazard", "power"}),
    ],
)
def test_what_only_sets_the_scene_is_not_answered(talk, scenario, asked, told):
    call = talk(scenario).opened()

    [line] = call.say(asked)

    assert set(line.facts) == told


@pytest.mark.parametrize("word", ["Lalu?", "Baik, lanjut.", "Terus, Pak?"])
def test_bidden_to_go_on_the_caller_tells_what_is_on_the_mind(case_of, reader, word):
    from datetime import UTC, datetime

    from tests.simulator.talk import Talk

    case = case_of("kebakaran-pasar")
    call = Talk(case, reader, datetime(2026, 1, 1, tzinfo=UTC), 3_000)
    call.say("112 Ambon, selamat malam, saya Rina.")
    before = call.facts

    [line] = call.say(word)

    assert line.purpose == "volunteer"
    assert len(call.facts - before) == 1


def test_what_the_caller_asked_is_answered_by_whatever_comes_next(talk):
    from tests.calls import a_case, change

    asks = change("asks", 10, "Ini bayar ka?")
    call = talk(a_case(changes=(asks,))).opened()
    call.wait(9_800)

    [line] = call.say("??")

    assert line.purpose == "thanks"


def test_kind_words_without_any_act_are_not_misunderstood(talk):
    call = talk().opened()

    [line] = call.say("#offer_help")

    assert line.purpose != "not_understood"
