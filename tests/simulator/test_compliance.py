"""Instructions are followed, balked at, or still being carried out."""

from recordings.events import CallerActed


def outcomes(call):
    return [event.outcome for _, event in call.live.record.all(CallerActed)]


def test_an_offer_is_refused_and_the_same_put_as_a_directive_is_done(talk):
    call = talk("henti-jantung-di-rumah").opened()
    start = next(
        one for one in call.case.instructions if one.act == "instruct_cpr_start"
    )
    topic = f"/{start.about[0]}" if start.about else ""

    call.say(f"instruct_cpr_start{topic}:offer")
    call.say(f"instruct_cpr_start{topic}:directive")

    assert outcomes(call)[0] == "refused"
    assert outcomes(call)[-1] == "followed"


def test_who_only_repeats_the_offer_gets_there_too(talk):
    call = talk("henti-jantung-di-rumah").opened()
    start = next(
        one for one in call.case.instructions if one.act == "instruct_cpr_start"
    )
    topic = f"/{start.about[0]}" if start.about else ""

    for _ in range(start.refusals + 1):
        call.say(f"instruct_cpr_start{topic}:offer")

    assert outcomes(call).count("refused") == start.refusals
    assert outcomes(call)[-1] == "followed"


def test_having_something_to_do_calms(talk):
    call = talk(seed=1).opened()
    before = call.level

    for _ in range(3):
        call.say("instruct_evacuate/do_not_enter")

    assert call.level < before
    assert ("instructed", call.level) in call.moves


def test_while_hands_work_questions_get_no_answer(talk):
    call = talk("henti-jantung-di-rumah").opened()
    busy = max(call.case.instructions, key=lambda one: one.takes_ms)
    topic = f"/{busy.about[0]}" if busy.about else ""
    while busy.id not in call.live.state.followed:
        done = call.say(f"{busy.act}{topic}:directive")
    begins = done[-1].ended_ms + 100
    assert begins < call.live.state.busy_until_ms

    new = call.live.hear("ask_callback", began_ms=begins, ended_ms=begins + 100)

    assert not [event for event in new if hasattr(event, "purpose")]


def test_an_instruction_nobody_wrote_for_the_case_is_simply_followed(talk):
    call = talk("perkelahian-senjata").opened()

    [line] = call.say("instruct_cool_burn")

    assert line.purpose == "follow"
    assert outcomes(call) == []
