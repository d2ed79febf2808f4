"""Hashing passwords: slow for guessers, few at a time."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from web.errors import Busy, UserMistake
from web.services import passwords

GOOD = "kapal kayu hijau"


def test_it_is_argon2id_with_the_agreed_cost():
    assert passwords.hashed(GOOD).startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_the_same_password_never_has_the_same_hash():
    assert passwords.hashed(GOOD) != passwords.hashed(GOOD)


def test_only_the_password_itself_matches():
    kept = passwords.hashed(GOOD)

    assert passwords.matches(GOOD, kept)
    assert not passwords.matches(GOOD + " ", kept)
    assert not passwords.matches("", kept)


def test_nobody_takes_as_much_work_and_never_matches(monkeypatch):
    asked = []

    class Counting:
        def verify(self, password_hash, password):
            asked.append(password_hash)
            return True

    monkeypatch.setattr(passwords, "_hasher", Counting())

    assert not passwords.matches(GOOD, None)
    [stand_in] = asked
    assert stand_in.startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_the_stand_in_for_nobody_is_a_hash_that_can_be_compared():
    from argon2.exceptions import VerifyMismatchError

    with pytest.raises(VerifyMismatchError):
        passwords._hasher.verify(passwords._NOBODY, GOOD)


def test_a_damaged_hash_matches_nothing():
    assert not passwords.matches(GOOD, "rusak")


def test_when_too_many_wait_the_last_is_sent_away(monkeypatch):
    taken = threading.BoundedSemaphore(1)
    taken.acquire()
    monkeypatch.setattr(passwords, "_at_a_time", taken)
    monkeypatch.setattr(passwords, "WAIT_S", 0)

    with pytest.raises(Busy):
        passwords.hashed(GOOD)


def test_a_first_password_is_good_enough_itself():
    drawn = {passwords.random_password() for _ in range(50)}

    assert len(drawn) == 50
    for password in drawn:
        passwords.check_new(password, "yola")


@given(st.text(max_size=9))
def test_whatever_is_short_is_refused(password):
    with pytest.raises(UserMistake, match="10 sampai 200"):
        passwords.check_new(password, "yola")
