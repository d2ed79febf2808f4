import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.understanding import Reader, cache
from simulator.understanding.classifier import Example, Vectors, fit
from simulator.understanding.corpus import load_corpus
from simulator.understanding.features import Doc, doc_of
from simulator.understanding.fitting import act_example
from simulator.understanding.heard import hear
from simulator.understanding.heldout import parts, some
from simulator.understanding.learning import learn
from simulator.understanding.side_by_side import on_all_cores, one_by_one
from simulator.understanding.thresholds import choose, kept_thresholds

LINES = load_corpus("acts")[::9]
LABELS = ("ask_location", "ask_breathing", "inform_dispatch")
HALF = np.full(3, 0.5, np.float32)


@pytest.fixture(scope="module")
def examples(region):
    return [act_example(line, region) for line in LINES]


@pytest.fixture(scope="module")
def vectors(examples):
    return Vectors([one.doc for one in examples])


@pytest.fixture(scope="module")
def scorer(examples):
    [found] = fit(examples, [(LABELS, HALF)])
    return found


def decisions(scorer, doc):
    return scorer.decisions(scorer.encoder.units(scorer.encoder.vectors([doc])))[0]


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=st.sampled_from([line.text for line in load_corpus("acts")]))
def test_numpy_counts_a_document_as_scikit_learn_does(vectors, scorer, text):
    heard = hear(text)
    doc = doc_of(heard, 0, len(heard.words))

    ours = scorer.encoder.terms.vector(doc)

    theirs = vectors.transform([doc]).toarray()[0]
    np.testing.assert_allclose(theirs[ours.columns], ours.values, atol=1e-5)
    assert np.count_nonzero(theirs) == len(ours.columns)


def test_what_is_served_gives_the_decisions_of_what_was_learned(
    vectors, examples, monkeypatch
):
    monkeypatch.setattr("simulator.understanding.classifier.SEEDS", (112,))
    targets = np.array([[label in one.labels for label in LABELS] for one in examples])
    doc = Doc(("di", "mana", "lokasi"), ("WHERE",))

    learned = learn(vectors.matrix, targets.astype(np.int8), 112)
    [one] = fit(examples, [(LABELS, HALF)])

    [expected] = learned.decisions(vectors.transform([doc]))
    np.testing.assert_allclose(decisions(one, doc), expected, atol=0.05)


def test_learning_twice_learns_the_same(vectors):
    targets = (np.arange(vectors.matrix.shape[0]) % 2).astype(np.int8)[:, None]

    one, other = (learn(vectors.matrix, targets, 5) for _ in range(2))

    np.testing.assert_array_equal(one.weights, other.weights)
    np.testing.assert_array_equal(one.output, other.output)


def test_two_networks_speak_with_the_mean_of_their_voices(vectors, examples, scorer):
    targets = np.array([[label in one.labels for label in LABELS] for one in examples])
    doc = Doc(("lokasi", "napas"), ())

    learned = [
        learn(vectors.matrix, targets.astype(np.int8), seed) for seed in (112, 211)
    ]

    row = vectors.transform([doc])
    expected = np.mean([one.decisions(row)[0] for one in learned], axis=0)
    np.testing.assert_allclose(decisions(scorer, doc), expected, atol=0.05)


def test_a_clause_is_judged_with_the_whole_in_view(scorer):
    docs = [Doc(("di", "mana"), ("WHERE",)), Doc(("napas",), ()), Doc(("kirim",), ())]
    units = scorer.encoder.units(scorer.encoder.vectors(docs))

    sure = scorer.probabilities(units)

    alone = scorer.decisions(units)
    np.testing.assert_allclose(
        np.log(sure / (1 - sure)), (alone + alone[-1]) / 2, rtol=1e-3, atol=1e-3
    )


def test_contributions_and_the_start_add_up_to_the_decision(scorer):
    doc = Doc(("di", "mana", "lokasi"), ("WHERE",))
    [vector] = scorer.encoder.vectors([doc])
    label = "ask_location"

    added = sum(value for _, value in scorer.contributions(vector, label))

    at = scorer.column[label]
    active = scorer.encoder.units([vector])[0] > 0
    start = (scorer.encoder.bias * active) @ scorer.output[:, at]
    assert added + start + scorer.intercepts[at] == pytest.approx(
        decisions(scorer, doc)[at], abs=0.02
    )


def test_every_writer_is_left_out_once_and_parts_are_about_alike():
    writers = ["a"] * 5 + ["b"] * 3 + ["c"] * 2 + ["d"]

    found = parts(writers, 3)

    assert sorted(name for one in found for name in one) == ["a", "b", "c", "d"]
    assert {frozenset(one) for one in found} == {
        frozenset("a"), frozenset("b"), frozenset("cd")
    }  # fmt: skip


def test_fewer_writers_are_among_more_and_always_the_same():
    writers = ["c", "a", "b", "a", "d"]

    quarter, half, all_of_them = (some(writers, share) for share in (0.25, 0.5, 1.0))

    assert [len(quarter), len(half)] == [1, 2]
    assert quarter < half < all_of_them == frozenset("abcd")
    assert half == some(reversed(writers), 0.5)


def test_all_cores_do_the_same_as_one():
    def doubled(number):
        return 2 * number

    assert on_all_cores(doubled, range(50)) == one_by_one(doubled, range(50))


def test_a_threshold_divides_what_holds_from_what_does_not():
    truth = np.array([[1], [1], [1], [1], [0], [0], [-1]], np.int8)
    scores = np.array([[0.8], [0.7], [0.72], [0.9], [0.3], [0.2], [0.1]], np.float32)

    [chosen] = choose(truth, scores, ["thank"]).values()

    assert 0.3 < chosen < 0.7


def test_a_label_without_a_kept_threshold_gets_the_middle():
    [kept] = kept_thresholds("acts", ["no_such_label"])

    assert kept == 0.5


def test_lines_that_say_nothing_of_a_label_do_not_teach_it():
    def example(word, labels, unknown=()):
        doc = Doc((word,), ("NOTION",))
        return Example(doc, frozenset(labels), frozenset(unknown))

    taught = [example("maaf", {"apology"}), example("api", set())] * 60
    silent = [example("maaf", set(), {"apology"})] * 120
    [scorer] = fit([*taught, *silent], [(("apology",), HALF[:1])])
    doc = Doc(("maaf",), ("NOTION",))

    sure = scorer.probabilities(scorer.encoder.units(scorer.encoder.vectors([doc])))

    assert sure[0, 0] > 0.8


def test_what_is_kept_is_read_back_the_same(scorer, tmp_path):
    folder = tmp_path / "reader-1"

    cache.save(folder, {"acts": scorer}, {"bernapas": "napas"})
    models, stems = cache.load(folder)

    doc = Doc(("di", "mana"), ("WHERE",))
    back = models["acts"]
    assert stems == {"bernapas": "napas"}
    assert back.labels == scorer.labels
    np.testing.assert_array_equal(decisions(back, doc), decisions(scorer, doc))


def test_saving_twice_leaves_one_whole_fit(scorer, tmp_path):
    for _ in range(2):
        cache.save(tmp_path / "reader-1", {"acts": scorer}, {})

    assert [path.name for path in tmp_path.iterdir()] == ["reader-1"]


@pytest.mark.parametrize("name", ["weights.npz", "terms.json"])
@pytest.mark.parametrize("how", [b"", b"{", None])
def test_a_damaged_fit_is_removed_and_made_again(scorer, tmp_path, name, how):
    folder = tmp_path / "reader-1"
    cache.save(folder, {"acts": scorer}, {})
    if how is None:
        (folder / name).unlink()
    else:
        (folder / name).write_bytes(how)

    with pytest.raises(FileNotFoundError):
        cache.load(folder)

    assert not folder.exists()


def test_the_key_changes_with_a_line_of_the_corpus(tmp_path):
    file = tmp_path / "lines.yaml"
    file.write_text("say: satu", encoding="utf-8")
    before = cache.content_key("region", roots=(tmp_path,))

    file.write_text("say: dua", encoding="utf-8")

    assert cache.content_key("region", roots=(tmp_path,)) != before
    assert cache.content_key("lain", roots=(tmp_path,)) != cache.content_key(
        "region", roots=(tmp_path,)
    )


def test_a_second_start_does_not_fit(reader, region, models_folder, monkeypatch):
    monkeypatch.setattr(
        "simulator.understanding.reader._fitted_apart",
        lambda *_: pytest.fail("fitted again"),
    )

    again = Reader.load(region, cache_dir=models_folder)

    assert again.version == reader.version
