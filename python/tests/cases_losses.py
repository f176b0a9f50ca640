"""Rows of the losses beside cross-entropy, from their formulas in NumPy."""

import itertools
from typing import Any

import numpy as np
from formulas import binary_cross_entropy_with_logits, reduced, sigmoid, softplus
from rows import LONG, MEDIUM, Array, Row, X, call

F = "nn.functional."
PROBABILITIES = Array(MEDIUM, 0.05, 0.95)
VECTORS = Array((6, 5))


def huber(x: Any, target: Any, reduction: str = "mean", delta: float = 1.0) -> Any:
    d = np.abs(x - target)
    return reduced(np.where(d <= delta, d * d / 2, delta * (d - delta / 2)), reduction)


def smooth_l1(x: Any, target: Any, reduction: str = "mean", beta: float = 1.0) -> Any:
    d = np.abs(x - target)
    return reduced(np.where(d < beta, d * d / 2 / max(beta, 1e-300), d - beta / 2), reduction)


def binary_cross_entropy(x: Any, target: Any, weight: Any = None, reduction: str = "mean") -> Any:
    losses = -target * np.log(x) - (1 - target) * np.log(1 - x)
    return reduced(losses if weight is None else losses * weight, reduction)


def kl_div(x: Any, target: Any, reduction: str = "mean", log_target: bool = False) -> Any:
    losses = np.exp(target) * (target - x) if log_target else target * (np.log(target) - x)
    return losses.sum() / len(x) if reduction == "batchmean" else reduced(losses, reduction)


def poisson(
    x: Any, target: Any, log_input: bool = True, full: bool = False, eps: float = 1e-8, reduction: str = "mean"
) -> Any:
    losses = np.exp(x) - target * x if log_input else x - target * np.log(x + eps)
    if full:
        stirling = target * np.log(target) - target + np.log(2 * np.pi * target) / 2
        losses = losses + np.where(target > 1, stirling, 0)
    return reduced(losses, reduction)


def focal(x: Any, target: Any, alpha: float = 0.25, gamma: float = 2, reduction: str = "none") -> Any:
    p = sigmoid(x)
    hit = p * target + (1 - p) * (1 - target)
    losses = binary_cross_entropy_with_logits(x, target, reduction="none") * (1 - hit) ** gamma
    if alpha >= 0:
        losses = losses * (alpha * target + (1 - alpha) * (1 - target))
    return reduced(losses, reduction)


def hinge_embedding(x: Any, target: Any, margin: float = 1.0, reduction: str = "mean") -> Any:
    losses = np.where(target == 1, 0, np.maximum(margin - x, 0)) + np.where(target == -1, 0, x)
    return reduced(losses, reduction)


def multi_margin(
    x: Any, target: Any, p: int = 1, margin: float = 1.0, weight: Any = None, reduction: str = "mean"
) -> Any:
    rows, numbers = np.atleast_2d(x), np.atleast_1d(target)
    losses = np.zeros(len(rows))
    for i, (row, number) in enumerate(zip(rows, numbers, strict=True)):
        terms = np.maximum(margin - row[number] + row, 0) ** p
        terms[number] = 0
        losses[i] = terms.sum() / len(row) * (1 if weight is None else weight[number])
    return reduced(losses if x.ndim > 1 else losses[0], reduction)


def multilabel_margin(x: Any, target: Any, reduction: str = "mean") -> Any:
    losses = []
    for row, numbers in zip(np.atleast_2d(x), np.atleast_2d(target), strict=True):
        labels = list(itertools.takewhile(lambda n: n >= 0, numbers))
        others = [i for i in range(len(row)) if i not in labels]
        losses.append(sum(max(0, 1 - row[j] + row[i]) for j in labels for i in others) / len(row))
    return reduced(np.array(losses) if x.ndim > 1 else np.array(losses[0]), reduction)


def multilabel_soft_margin(x: Any, target: Any, weight: Any = None, reduction: str = "mean") -> Any:
    losses = binary_cross_entropy_with_logits(x, target, weight, reduction="none")
    return reduced(losses.mean(-1), reduction)


def margin_ranking(a: Any, b: Any, target: Any, margin: float = 0.0, reduction: str = "mean") -> Any:
    return reduced(np.maximum(-target * (a - b) + margin, 0), reduction)


def cosine_embedding(a: Any, b: Any, target: Any, margin: float = 0.0, reduction: str = "mean") -> Any:
    cosine = (a * b).sum(-1) / np.sqrt(((a * a).sum(-1) + 1e-12) * ((b * b).sum(-1) + 1e-12))
    losses = np.where(target == 1, 1 - cosine, 0) + np.where(target == -1, np.maximum(cosine - margin, 0), 0)
    return reduced(losses, reduction)


def distance(a: Any, b: Any, p: float = 2.0, eps: float = 1e-6, keepdim: bool = False) -> Any:
    return np.linalg.norm(a - b + eps, p, axis=-1, keepdims=keepdim)


def triplet(
    anchor: Any,
    positive: Any,
    negative: Any,
    margin: float = 1.0,
    p: float = 2,
    eps: float = 1e-6,
    swap: bool = False,
    reduction: str = "mean",
) -> Any:
    far = distance(anchor, negative, p, eps)
    if swap:
        far = np.minimum(far, distance(positive, negative, p, eps))
    return reduced(np.maximum(distance(anchor, positive, p, eps) - far + margin, 0), reduction)


def triplet_with_distance(
    anchor: Any,
    positive: Any,
    negative: Any,
    distance_function: Any = None,
    margin: float = 1.0,
    swap: bool = False,
    reduction: str = "mean",
) -> Any:
    return triplet(anchor, positive, negative, margin, swap=swap, reduction=reduction)


def gaussian(x: Any, target: Any, var: Any, full: bool = False, eps: float = 1e-6, reduction: str = "mean") -> Any:
    var = np.maximum(var[..., None] if var.ndim < x.ndim else var, eps)
    losses = (np.log(var) + (x - target) ** 2 / var) / 2 + (np.log(2 * np.pi) / 2 if full else 0)
    return reduced(losses, reduction)


def ctc(
    log_probs: Any,
    targets: Any,
    input_lengths: Any,
    target_lengths: Any,
    blank: int = 0,
    reduction: str = "mean",
    zero_infinity: bool = False,
) -> Any:
    """-log of the sum over every path that spells the target, path by path."""
    is_batch = log_probs.ndim == 3
    x = log_probs if is_batch else log_probs[:, None]
    losses = []
    for n, (steps, length) in enumerate(zip(input_lengths, target_lengths, strict=True)):
        start = int(np.sum(target_lengths[:n]))
        label = list(targets[n, :length] if targets.ndim == 2 else targets[start : start + length])
        total = 0.0
        for path in itertools.product(range(x.shape[2]), repeat=steps):
            spelled = [c for c, _ in itertools.groupby(path) if c != blank]
            if spelled == label:
                total += np.exp(sum(x[t, n, c] for t, c in enumerate(path)))
        losses.append(-np.log(total) if total else 0.0 if zero_infinity else np.inf)
    values = np.array(losses)
    if reduction == "mean":
        values = values / np.maximum(1, target_lengths)
    return reduced(values if is_batch else values[0], reduction)


PAIRS = (call(X, X), call(X, X, reduction="sum"), call(X, X, reduction="none"))
FIXED = {"ulp": 16, "relative_to_largest": True}
LABELS = Array((3, 5), 0, 5, "int64")
LOG_PROBABILITIES = Array((4, 2, 3), -3, -0.2)

LOSSES_OF_PAIRS = [
    Row(
        F + "huber_loss",
        huber,
        (*PAIRS, call(X, X, delta=0.5), call(Array(()), Array(()))),
        second_gradient=False,
        large=(call(Array(LONG), Array(LONG)),),
        **FIXED,
    ),
    Row(F + "smooth_l1_loss", smooth_l1, (*PAIRS, call(X, X, beta=0.5)), second_gradient=False, **FIXED),
    Row(
        F + "binary_cross_entropy",
        binary_cross_entropy,
        (
            call(PROBABILITIES, PROBABILITIES),
            call(PROBABILITIES, PROBABILITIES, reduction="sum"),
            call(PROBABILITIES, PROBABILITIES, Array((5,), 0.5, 2), "none"),
        ),
        large=(call(Array(LONG, 0.05, 0.95), Array(LONG, 0, 1)),),
        **FIXED,
    ),
    Row(
        F + "kl_div",
        kl_div,
        (
            call(Array(MEDIUM, -3, -0.1), PROBABILITIES),
            call(Array(MEDIUM, -3, -0.1), PROBABILITIES, "batchmean"),
            call(Array(MEDIUM, -3, -0.1), Array(MEDIUM, -3, -0.1), "sum", True),
            call(Array(MEDIUM, -3, -0.1), PROBABILITIES, reduction="none"),
        ),
        **FIXED,
    ),
    Row(
        F + "soft_margin_loss",
        lambda x, target, reduction="mean": reduced(softplus(-target * x), reduction),
        PAIRS,
        **FIXED,
    ),
    Row(
        F + "hinge_embedding_loss",
        hinge_embedding,
        (call(X, Array(MEDIUM, 1, 1)), call(X, Array(MEDIUM, -1, -1), 2.0), call(X, X, 0.5, "none")),
        second_gradient=False,
        **FIXED,
    ),
    Row(
        F + "poisson_nll_loss",
        poisson,
        (
            call(X, Array(MEDIUM, 0.1, 4)),
            call(X, Array(MEDIUM, 0.1, 4), True, True, reduction="sum"),
            call(Array(MEDIUM, 0.1, 4), Array(MEDIUM, 0.1, 4), False, True, reduction="none"),
        ),
        **FIXED,
    ),
    Row(
        F + "sigmoid_focal_loss",
        focal,
        (
            call(X, Array(MEDIUM, 0, 1)),
            call(X, Array(MEDIUM, 0, 1), -1.0, reduction="mean"),
            call(X, Array(MEDIUM, 0, 1), 0.75, 1.5, "sum"),
            call(X, Array(MEDIUM, 0, 1), gamma=0.0),
            call(X, Array(MEDIUM, 0, 1), gamma=1.0),
        ),
        **FIXED,
    ),
]

LOSSES_OF_CLASSES = [
    Row(
        F + "multi_margin_loss",
        multi_margin,
        (
            call(VECTORS, Array((6,), 0, 5, "int64")),
            call(VECTORS, Array((6,), 0, 5, "int64"), 2, 0.5, reduction="none"),
            call(VECTORS, Array((6,), 0, 5, "int64"), weight=Array((5,), 0.5, 2), reduction="sum"),
            call(Array((5,)), Array((), 0, 5, "int64")),
        ),
        second_gradient=False,
        **FIXED,
    ),
    Row(
        F + "multilabel_margin_loss",
        multilabel_margin,
        (
            call(Array((3, 5)), LABELS),
            call(Array((5,)), Array((5,), -1, 5, "int64")),
            call(Array((3, 5)), LABELS, "none"),
        ),
        second_gradient=False,
        **FIXED,
    ),
    Row(
        F + "multilabel_soft_margin_loss",
        multilabel_soft_margin,
        (
            call(VECTORS, Array((6, 5), 0, 1)),
            call(VECTORS, Array((6, 5), 0, 1), Array((5,), 0.5, 2), "sum"),
            call(Array((5,)), Array((5,), 0, 1), reduction="none"),
        ),
        **FIXED,
    ),
    Row(
        F + "ctc_loss",
        ctc,
        (
            call(LOG_PROBABILITIES, Array((2, 2), 1, 3, "int64"), (4, 3), (2, 1)),
            call(LOG_PROBABILITIES, Array((3,), 1, 3, "int32"), (4, 4), (1, 2), reduction="none"),
            call(LOG_PROBABILITIES, Array((2, 3), 0, 2, "int64"), (4, 2), (1, 0), 2, "sum"),
            call(LOG_PROBABILITIES, Array((2, 4), 1, 3, "int64"), (1, 4), (4, 2), 0, "none", True),
            call(Array((4, 3), -3, -0.2), Array((2,), 1, 3, "int64"), (4,), (2,)),
        ),
        second_gradient=False,
        **FIXED,
    ),
]

LOSSES_OF_VECTORS = [
    Row(
        F + "margin_ranking_loss",
        margin_ranking,
        (call(X, X, X), call(X, X, X, 0.5, "sum"), call(X, X, X, reduction="none")),
        second_gradient=False,
        **FIXED,
    ),
    Row(
        F + "cosine_embedding_loss",
        cosine_embedding,
        (
            call(VECTORS, VECTORS, Array((6,), 1, 2, "int64")),
            call(VECTORS, VECTORS, Array((6,), -1, 0, "int64"), -0.7, "none"),
            call(Array((5,)), Array((5,)), Array((), 1, 2, "int64"), reduction="sum"),
        ),
        second_gradient=False,
        **FIXED,
    ),
    Row(
        F + "triplet_margin_loss",
        triplet,
        (
            call(VECTORS, VECTORS, VECTORS),
            call(VECTORS, VECTORS, VECTORS, 3.0, 1, swap=True, reduction="none"),
            call(Array((5,)), Array((5,)), Array((5,)), 5.0, 3.0, reduction="sum"),
        ),
        second_gradient=False,
        **FIXED,
    ),
    Row(
        F + "triplet_margin_with_distance_loss",
        triplet_with_distance,
        (
            call(VECTORS, VECTORS, VECTORS),
            call(VECTORS, VECTORS, VECTORS, None, 3.0, True, "none"),
            call(Array((5,)), Array((5,)), Array((5,)), margin=5.0, reduction="sum"),
        ),
        second_gradient=False,
        **FIXED,
    ),
    Row(
        F + "gaussian_nll_loss",
        gaussian,
        (
            call(VECTORS, VECTORS, Array((6, 5), 0.1, 2)),
            call(VECTORS, VECTORS, Array((6,), 0.1, 2), True, reduction="none"),
            call(VECTORS, VECTORS, Array((6, 1), 0.1, 2), reduction="sum"),
        ),
        **FIXED,
    ),
]

MORE_LOSSES = [*LOSSES_OF_PAIRS, *LOSSES_OF_CLASSES, *LOSSES_OF_VECTORS]
