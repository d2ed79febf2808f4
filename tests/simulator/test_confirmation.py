"""Read-back is confirmed when right and put right when wrong."""

import pytest

from simulator.confirmation import fits_number


def test_the_right_place_is_confirmed(talk):
    call = talk().opened()

    [line] = call.say("verify_readback place=ongkoliong")

    assert line.purpose == "confirm"


def test_a_wrong_place_is_put_right_by_name(talk):
    call = talk().opened()

    [line] = call.say("verify_readback place=81.71.04.2006")

    assert line.purpose == "correct"
    assert call.case.truth.spot_name in line.text


def test_callers_say_yes_to_their_own_words(talk):
    call = talk().opened()

    [line] = call.say("confirm_location place=mardika")

    assert line.purpose == "confirm"


def test_of_two_places_the_right_one_is_chosen(talk):
    call = talk().opened()

    [line] = call.say("confirm_location place=ongkoliong place=81.71.04.2006")

    assert line.purpose == "confirm"
    assert line.facts == ("border",)


def test_asked_once_more_which_of_two_places_the_right_one_is_named(talk):
    call = talk().opened()
    call.say("confirm_location place=ongkoliong place=81.71.04.2006")

    [line] = call.say("confirm_location place=ongkoliong place=81.71.04.2006")

    assert line.purpose == "confirm"
    assert call.case.truth.spot_name in line.text


def test_a_wrong_number_is_put_right(talk):
    call = talk().opened()

    [line] = call.say("verify_readback phone=081099999")

    assert line.purpose == "correct"
    assert call.case.truth.callback_number in line.text


@pytest.mark.parametrize(
    ("said", "fits"),
    [
        ("081033452", True),
        ("452", True),
        ("52", False),
        ("081033453", False),
        ("", False),
    ],
)
def test_a_number_fits_whole_or_by_its_end(said, fits):
    assert fits_number(said, "0810 33 452") is fits


def test_a_read_back_without_values_is_confirmed(talk):
    call = talk().opened()

    [line] = call.say("verify_readback")

    assert line.purpose == "confirm"
