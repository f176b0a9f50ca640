"""Metrics: scikit-learn's numbers, in one call and batch by batch, as functions, objects and in a trainer."""

from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import metrics, nn, optim, train

generator = np.random.default_rng(7)
CLASSES = 4
TRUTHS = generator.integers(0, CLASSES, 200)
SCORES = (generator.normal(size=(200, CLASSES)) + np.eye(CLASSES)[TRUTHS]).round(1)  # with ties
PROBABILITIES = np.exp(SCORES) / np.exp(SCORES).sum(axis=1, keepdims=True)
GUESSES = SCORES.argmax(axis=1)
BINARY = (TRUTHS > 1).astype(np.int64)
SCORE = (generator.normal(size=200) + BINARY).round(1)
REAL = generator.normal(size=(200, 3))
ESTIMATES = REAL + generator.normal(size=(200, 3)) * 0.4


def sk() -> Any:
    return pytest.importorskip("sklearn.metrics", reason="compares with scikit-learn")


@pytest.mark.parametrize("average", ["micro", "macro", "weighted", None])
@pytest.mark.parametrize("name", ["precision", "recall", "f1_score"])
def test_class_scores(name: str, average: Any) -> None:
    theirs = getattr(sk(), name if name == "f1_score" else f"{name}_score")
    ours = getattr(metrics, name)
    for guesses, truths in ((GUESSES, TRUTHS), (np.array([0, 0, 1, 5]), np.array([1, 0, 1, 2]))):
        expected = theirs(truths, guesses, average=average, zero_division=0)
        result = np.asarray(ours(guesses, truths, average))
        if average is None:
            result = result[np.union1d(guesses, truths)]
        np.testing.assert_allclose(result, expected, rtol=1e-12)
    np.testing.assert_allclose(
        ours(SCORE > 0.5, BINARY, "binary"), theirs(BINARY, SCORE > 0.5, average="binary"), rtol=1e-12
    )


def test_the_rest_is_scikit_learns() -> None:
    m = sk()
    assert metrics.accuracy(SCORES, TRUTHS) == m.accuracy_score(TRUTHS, GUESSES)
    for k in (1, 2, 3, 4):
        expected = m.top_k_accuracy_score(TRUTHS, SCORES, k=k, labels=range(CLASSES))
        assert metrics.top_k_accuracy(SCORES, TRUTHS, k) == pytest.approx(expected, rel=1e-12)
    np.testing.assert_array_equal(metrics.confusion_matrix(SCORES, TRUTHS), m.confusion_matrix(TRUTHS, GUESSES))
    close = {"rel": 1e-12}
    assert metrics.roc_auc(SCORE, BINARY) == pytest.approx(m.roc_auc_score(BINARY, SCORE), **close)
    two = np.stack([-SCORE, SCORE], axis=1)
    assert metrics.roc_auc(two, BINARY) == pytest.approx(m.roc_auc_score(BINARY, SCORE), **close)
    expected = m.roc_auc_score(TRUTHS, PROBABILITIES, multi_class="ovr")
    assert metrics.roc_auc(PROBABILITIES, TRUTHS) == pytest.approx(expected, **close)
    assert metrics.roc_auc(SCORES, TRUTHS) == pytest.approx(expected, rel=1e-3)
    assert metrics.average_precision(SCORE, BINARY) == pytest.approx(m.average_precision_score(BINARY, SCORE), **close)
    expected = m.average_precision_score(TRUTHS, PROBABILITIES)
    assert metrics.average_precision(PROBABILITIES, TRUTHS) == pytest.approx(expected, **close)
    assert metrics.r2_score(ESTIMATES, REAL) == pytest.approx(m.r2_score(REAL, ESTIMATES), **close)
    assert metrics.mean_absolute_error(ESTIMATES, REAL) == pytest.approx(
        m.mean_absolute_error(REAL, ESTIMATES), **close
    )
    assert metrics.mean_squared_error(ESTIMATES, REAL) == pytest.approx(m.mean_squared_error(REAL, ESTIMATES), **close)


def test_numbers_by_hand() -> None:
    guesses, truths = np.array([0, 1, 1, 2]), np.array([0, 1, 2, 2])
    assert metrics.precision(guesses, truths) == pytest.approx((1 + 0.5 + 1) / 3)
    assert metrics.recall(guesses, truths) == pytest.approx((1 + 1 + 0.5) / 3)
    assert metrics.f1_score(guesses, truths, "micro") == 0.75
    assert metrics.roc_auc(np.array([0.1, 0.4, 0.35, 0.8]), np.array([0, 0, 1, 1])) == 0.75
    assert metrics.roc_auc(np.ones(4), np.array([0, 0, 1, 1])) == 0.5
    assert metrics.average_precision(np.array([0.1, 0.4, 0.35, 0.8]), np.array([0, 0, 1, 1])) == pytest.approx(5 / 6)
    assert metrics.r2_score(np.array([2.5, 0.0, 2, 8]), np.array([3.0, -0.5, 2, 7])) == pytest.approx(
        0.9486081370449679
    )
    assert metrics.perplexity(np.zeros((5, 8), np.float32), np.arange(5)) == pytest.approx(8)
    logits = generator.normal(size=(2, 3, 8))
    losses = np.log(np.exp(logits).sum(-1)) - np.take_along_axis(logits, np.arange(6).reshape(2, 3, 1), -1)[..., 0]
    assert metrics.perplexity(logits, np.arange(6).reshape(2, 3)) == pytest.approx(np.exp(losses.mean()))
    targets = np.array([[0, -1, 2], [3, -100, 5]])
    assert metrics.perplexity(logits, targets) == pytest.approx(np.exp(losses[targets >= 0].mean()))
    assert np.isnan(metrics.roc_auc(np.ones(3), np.ones(3, int)))
    assert metrics.mean_squared_error(np.zeros((3, 1)), np.ones(3)) == 1


OBJECTS = [
    (lambda: metrics.Accuracy(), metrics.accuracy, SCORES, TRUTHS),
    (lambda: metrics.TopKAccuracy(2), lambda p, t: metrics.top_k_accuracy(p, t, 2), SCORES, TRUTHS),
    (lambda: metrics.Precision(), metrics.precision, SCORES, TRUTHS),
    (lambda: metrics.Recall("weighted"), lambda p, t: metrics.recall(p, t, "weighted"), SCORES, TRUTHS),
    (lambda: metrics.F1Score("micro"), lambda p, t: metrics.f1_score(p, t, "micro"), SCORES, TRUTHS),
    (lambda: metrics.ROCAUC(), metrics.roc_auc, PROBABILITIES, TRUTHS),
    (lambda: metrics.AveragePrecision(), metrics.average_precision, SCORE, BINARY),
    (lambda: metrics.Perplexity(), metrics.perplexity, SCORES, TRUTHS),
    (lambda: metrics.R2Score(), metrics.r2_score, ESTIMATES, REAL),
    (lambda: metrics.MeanAbsoluteError(), metrics.mean_absolute_error, ESTIMATES, REAL),
    (lambda: metrics.MeanSquaredError(), metrics.mean_squared_error, ESTIMATES, REAL),
]


@pytest.mark.parametrize(("make", "function", "predictions", "targets"), OBJECTS)
def test_batch_by_batch_it_is_the_same(make: Any, function: Any, predictions: Any, targets: Any) -> None:
    metric = make()
    assert np.isnan(metric.compute()) or metric.compute() == 0
    for _ in range(2):
        for start, end in ((0, 1), (1, 50), (50, 51), (51, 200)):
            metric.update(predictions[start:end], targets[start:end])
        assert metric.compute() == pytest.approx(function(predictions, targets), rel=1e-12)
        metric.reset()


def test_in_a_trainer_they_are_of_the_whole_epoch() -> None:
    sg.manual_seed(0)
    model = nn.Linear(3, CLASSES)
    wanted = ["accuracy", "top_2_accuracy", "precision", "recall", "f1", "roc_auc", "average_precision", "perplexity"]
    trainer = train.Trainer(model, optim.SGD(model.parameters(), lr=0.1), nn.CrossEntropyLoss(), wanted)
    x = ESTIMATES.astype(np.float32)
    history = trainer.fit((x, TRUTHS), epochs=2, validation=(x, TRUTHS), progress=False)
    output = np.asarray(trainer.predict(x))
    for name, function in (
        ("accuracy", metrics.accuracy),
        ("top_2_accuracy", lambda p, t: metrics.top_k_accuracy(p, t, 2)),
        ("precision", metrics.precision),
        ("recall", metrics.recall),
        ("roc_auc", metrics.roc_auc),
        ("average_precision", metrics.average_precision),
        ("perplexity", metrics.perplexity),
    ):
        assert history[-1][f"val_{name}"] == pytest.approx(function(output, TRUTHS), rel=1e-6), name
    step = trainer.step((x[:20], TRUTHS[:20]))
    assert set(step) == {"loss", *wanted}
    named = {"f1_weighted": metrics.F1Score("weighted"), "f1": "f1", "hits": "accuracy"}
    renamed = train.Trainer(model, optim.SGD(model.parameters(), lr=0.1), nn.CrossEntropyLoss(), named)
    scores = renamed.evaluate((x, TRUTHS))
    assert scores["f1_weighted"] == pytest.approx(metrics.f1_score(np.asarray(renamed.predict(x)), TRUTHS, "weighted"))
    assert scores["hits"] == metrics.accuracy(renamed.predict(x), TRUTHS)
    with pytest.raises(ValueError, match="two metrics are named 'f1'"):
        train.Trainer(model, optim.SGD(model.parameters(), lr=0.1), nn.CrossEntropyLoss(), ["f1", metrics.F1Score()])
    regression = train.Trainer(
        model := nn.Linear(3, 3), optim.SGD(model.parameters(), lr=0.1), nn.MSELoss(), ["r2", "mae", "mse"]
    )
    y = REAL.astype(np.float32)
    row = regression.fit((x, y), validation=(x, y), progress=False)[-1]
    assert row["val_mse"] == pytest.approx(row["val_loss"], rel=1e-5)
    assert row["val_r2"] == pytest.approx(metrics.r2_score(np.asarray(regression.predict(x)), y), rel=1e-6)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: metrics.f1_score(GUESSES, TRUTHS, "mean"), "average must be"),
        (lambda: metrics.f1_score(GUESSES[:3], TRUTHS), "do not belong together"),
        (lambda: metrics.precision(np.array([-1]), np.array([0])), "no class number"),
        (lambda: metrics.recall(np.array([2**62]), np.array([0])), "no class number"),
        (lambda: metrics.top_k_accuracy(SCORES, TRUTHS, 0), "k must be at least 1"),
        (lambda: metrics.top_k_accuracy(SCORES, np.full(200, 9)), "target 9 is not one of 4"),
        (lambda: metrics.top_k_accuracy(SCORE, BINARY), "expected scores"),
        (lambda: metrics.roc_auc(np.array([np.nan, 1.0]), np.array([0, 1])), "NaN"),
        (lambda: metrics.roc_auc(SCORE, TRUTHS), "targets are 0 or 1"),
        (lambda: metrics.average_precision(SCORES, TRUTHS[:5]), "do not belong together"),
        (lambda: metrics.r2_score(ESTIMATES, REAL[:, :2]), "one shape"),
        (lambda: metrics.mean_squared_error(ESTIMATES, REAL[0]), "one shape"),
        (lambda: metrics.perplexity(SCORES, TRUTHS[:3]), "expected logits"),
        (lambda: metrics.Recall("mean"), "average must be"),
        (lambda: metrics.TopKAccuracy(-1), "k must be at least 1"),
    ],
)
def test_bad_input(call: Any, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        call()


def test_empty_input_is_no_number_and_no_crash() -> None:
    nothing, labels = np.zeros((0, 3), np.float32), np.zeros(0, np.int64)
    for function in (metrics.accuracy, metrics.top_k_accuracy, metrics.precision, metrics.roc_auc, metrics.perplexity):
        function(nothing, labels)
    for function in (metrics.r2_score, metrics.mean_absolute_error):
        assert np.isnan(function(labels.astype(float), labels.astype(float)))


class TestModeCoverage:
    CENTERS = np.array([[0, 0], [4, 0], [0, 4], [4, 4]], np.float32)

    def test_the_counts_are_those_of_the_nearest_centers(self) -> None:
        samples = generator.uniform(-1, 5, (500, 2)).astype(np.float32)
        distances = np.linalg.norm(samples[:, None] - self.CENTERS, axis=2)
        nearest, close = distances.argmin(axis=1), distances.min(axis=1) <= 1.5
        shares = np.bincount(nearest[close], minlength=4) / close.sum()
        entropy = -(shares[shares > 0] * np.log(shares[shares > 0])).sum()
        found = metrics.mode_coverage(samples, self.CENTERS, 1.5)
        assert found["modes"] == (shares > 0).sum()
        assert found["quality"] == pytest.approx(close.mean())
        assert found["balance"] == pytest.approx(entropy / np.log(4))

    def test_a_generator_that_has_collapsed(self) -> None:
        found = metrics.mode_coverage(np.full((50, 2), 4.0), self.CENTERS, 0.5)
        assert found == {"modes": 1, "quality": 1.0, "balance": 0.0}
        even = metrics.mode_coverage(np.repeat(self.CENTERS, 25, axis=0), self.CENTERS, 0.5)
        assert even == {"modes": 4, "quality": 1.0, "balance": pytest.approx(1.0)}
        for samples in (np.full((9, 2), 99.0), np.full((9, 2), np.nan), np.zeros((0, 2))):
            assert metrics.mode_coverage(samples, self.CENTERS, 0.5) == {"modes": 0, "quality": 0.0, "balance": 0.0}

    def test_bad_input(self) -> None:
        good = np.zeros((5, 2))
        for samples, centers in ((good[0], self.CENTERS), (good[:, :1], self.CENTERS), (good, self.CENTERS[:0])):
            with pytest.raises(ValueError, match=r"samples \(n, d\) and centers \(modes, d\)"):
                metrics.mode_coverage(samples, centers, 1.0)
        for radius in (0.0, -1.0, np.nan):
            with pytest.raises(ValueError, match="radius"):
                metrics.mode_coverage(good, self.CENTERS, radius)


@pytest.mark.parametrize("name", ["roc_auc", "average_precision"])
@pytest.mark.parametrize("columns", [2, 3])
def test_infinite_scores_that_cannot_be_ranked_end_with_nan(name: str, columns: int) -> None:
    scores = np.full((4, columns), np.inf, np.float32)
    assert np.isnan(getattr(sg.metrics, name)(scores, np.arange(4) % columns))
