import collections

import pytest

from scenarios.vocabulary import SEQUENCE_LABELS, CourtesyLabel, DialogueAct
from simulator.understanding.corpus import CorpusInvalid, load_corpus

ACT_LINES, COURTESY_LINES = load_corpus("acts"), load_corpus("courtesy")
GOOD = """\
persona: kaku
style: baku
about: Pegawai lama.
lines:
- acts: [ask_breathing]
  about: [normal_breathing]
  after: 'Bapak tidur, aneh.'
  say: |
    Napasnya normal: seperti biasa?
    Lihat dadanya, "normal" tidak?
- acts: []
  say: |
    Setel alarm.
"""
BAD = """\
persona: kaku
styl: baku
lines:
- acts: [ask_breath]
  say: |
    Napas?
- acts: [other, thank]
  form: paksa
  say: |
    Terima kasih.
    Terima kasih.
- acts: [thank]
  say: satu baris
- say: |
    Tanpa tindak.
"""


def test_lines_come_with_persona_and_place(tmp_path):
    (tmp_path / "kaku.yaml").write_text(GOOD, encoding="utf-8")

    first, second, third = load_corpus("acts", tmp_path)

    assert first.text == "Napasnya normal: seperti biasa?"
    assert first.labels == {"ask_breathing"}
    assert (first.persona, first.style, first.after) == (
        "kaku", "baku", "Bapak tidur, aneh.",
    )  # fmt: skip
    assert (first.where, second.where) == ("kaku.yaml:9", "kaku.yaml:10")
    assert third.labels == frozenset()


def test_everything_wrong_is_told_at_once_with_its_line(tmp_path):
    (tmp_path / "kaku.yaml").write_text(BAD, encoding="utf-8")
    (tmp_path / "rusak.yaml").write_text("lines: [", encoding="utf-8")

    with pytest.raises(CorpusInvalid) as caught:
        load_corpus("acts", tmp_path)

    assert [str(problem).split(": ")[0] for problem in caught.value.problems] == [
        "kaku.yaml:2", "kaku.yaml:4", "kaku.yaml:7", "kaku.yaml:8",
        "kaku.yaml:11", "kaku.yaml:12", "kaku.yaml:14", "rusak.yaml:1",
    ]  # fmt: skip


def test_labels_of_several_turns_are_no_labels_of_a_line(tmp_path):
    text = "persona: x\nlines:\n- labels: [hold_return]\n  say: |\n    Maaf menunggu.\n"
    (tmp_path / "x.yaml").write_text(text, encoding="utf-8")

    with pytest.raises(CorpusInvalid, match=r"x\.yaml:3: .*urutan giliran"):
        load_corpus("courtesy", tmp_path)


@pytest.mark.parametrize("act", [act.value for act in DialogueAct])
def test_every_act_is_shown_by_several_personas(act):
    lines = [line for line in ACT_LINES if act in line.labels]

    assert len(lines) >= 13
    assert len({line.persona for line in lines}) >= 6


@pytest.mark.parametrize(
    "label",
    sorted(
        set(CourtesyLabel)
        - SEQUENCE_LABELS
        - {"honorific_address", "please_marker", "softener", "shout", "jargon",
           "overfamiliar_slang"}
    ),
)  # fmt: skip
def test_every_courtesy_label_is_shown_by_several_personas(label):
    found = collections.Counter(
        line.persona for line in COURTESY_LINES if label in line.labels
    )

    assert sum(found.values()) >= 8
    assert len(found) >= 4
