import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from simulator.understanding import Reader, cache
from simulator.understanding.classifier import Example, Fitter
from simulator.understanding.corpus import load_corpus
from simulator.understanding.features import Doc, doc_of
from simulator.understanding.fitting import example_of
from simulator.understanding.heard import hear
from simulator.understanding.heldout import parts
from simulator.understanding.side_by_side import on_all_cores, one_by_one
from simulator.understanding.thresholds import choose, kept_thresholds

LINES = load_corpus("acts")[::9]
LABELS = ("ask_location", "ask_breathing", "inform_dispatch")


@pytest.fixture(scope="module")
def fitter(region):
    return Fitter([example_of(line, region) for line in LINES])


@pytest.fixture(scope="module")
def scorer(fitter):
    return fitter.fit(0, LABELS, np.full(3, 0.5, np.float32))


def scikit_learn_scores(fitter, scorer, doc):
    row = fitter.vectors.transform([doc])
    return (row @ scorer.coefficients + scorer.intercepts)[0]


@settings(
    max_examples=80,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=st.sampled_from([line.text for line in load_corpus("acts")]))
def test_numpy_gives_the_scores_of_scikit_learn(fitter, scorer, text):
    heard = hear(text)
    doc = doc_of(heard, 0, len(heard.words))

    ours = scorer.decisions([scorer.terms.vector(doc)])[0]

    np.testing.assert_allclose(
        ours, scikit_learn_scores(fitter, scorer, doc), atol=1e-4
    )


def test_numpy_gives_the_decisions_of_the_fitted_model(fitter, scorer):
    from sklearn.svm import LinearSVC

    doc = Doc(("di", "mana", "lokasi"), ("WHERE",))
    model = LinearSVC(random_state=1)
    model.fit(fitter.vectors.matrix, np.arange(fitter.vectors.matrix.shape[0]) % 2)
    vector = scorer.terms.vector(doc)

    ours = float(vector.values @ model.coef_[0][vector.columns]) + model.intercept_[0]

    [theirs] = model.decision_function(fitter.vectors.transform([doc]))
    assert ours == pytest.approx(theirs, abs=1e-4)


def test_an_empty_document_scores_the_intercept(scorer):
    nothing = scorer.decisions([scorer.terms.vector(Doc((), ()))])[0]

    np.testing.assert_array_equal(nothing, scorer.intercepts)


def test_every_writer_is_left_out_once_and_parts_are_about_alike():
    writers = ["a"] * 5 + ["b"] * 3 + ["c"] * 2 + ["d"]

    found = parts(writers, 3)

    assert sorted(name for one in found for name in one) == ["a", "b", "c", "d"]
    assert {frozenset(one) for one in found} == {
        frozenset("a"), frozenset("b"), frozenset("cd")
    }  # fmt: skip


def test_all_cores_fit_the_same_weights_as_one(fitter, scorer):
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
        return Example((doc,), frozenset(labels), frozenset(unknown))

    lines = [example("maaf", {"apology"}), example("maaf", {"apology"}),
             example("api", set()), example("maaf", set(), {"apology"})]  # fmt: skip
    scorer = Fitter(lines).fit(0, ("apology",), np.full(1, 0.5, np.float32))

    sure = scorer.probabilities([scorer.terms.vector(Doc(("maaf",), ("NOTION",)))])

    assert sure[0, 0] > 0.8


def test_what_is_kept_is_read_back_the_same(scorer, tmp_path):
    folder = tmp_path / "reader-1"

    cache.save(folder, {"acts": scorer}, {"bernapas": "napas"})
    models, stems = cache.load(folder)

    doc = Doc(("di", "mana"), ("WHERE",))
    back = models["acts"]
    assert stems == {"bernapas": "napas"}
    assert back.labels == scorer.labels
    np.testing.assert_array_equal(
        back.decisions([back.terms.vector(doc)]),
        scorer.decisions([scorer.terms.vector(doc)]),
    )


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
