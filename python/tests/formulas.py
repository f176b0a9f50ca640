"""Functions that NumPy has under no name, written plainly in float64."""

import math
from typing import Any

import numpy as np


def erf(x: Any) -> Any:
    return np.vectorize(math.erf, otypes=[np.float64])(np.asarray(x, np.float64))


def sigmoid(x: Any) -> Any:
    return 1 / (1 + np.exp(-x))


def softplus(x: Any, beta: float = 1.0, threshold: float = 20.0) -> Any:
    return np.where(beta * x > threshold, x, np.logaddexp(0, beta * x) / beta)


def elu(x: Any, alpha: float = 1.0) -> Any:
    return np.where(x > 0, x, alpha * np.expm1(np.minimum(x, 0)))


def gelu(x: Any, approximate: str = "none") -> Any:
    if approximate == "tanh":
        return 0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))
    return 0.5 * x * (1 + erf(x / math.sqrt(2)))


def log_softmax(x: Any, axis: int = -1) -> Any:
    if x.ndim == 0:
        return np.zeros(())
    shifted = x - x.max(axis=axis, keepdims=True, initial=-np.inf)
    return shifted - np.log(np.exp(shifted).sum(axis=axis, keepdims=True))


def softmax(x: Any, axis: int = -1) -> Any:
    return np.exp(log_softmax(x, axis))


def reduced(losses: Any, reduction: str) -> Any:
    return {"none": lambda: losses, "mean": lambda: np.mean(losses), "sum": lambda: np.sum(losses)}[reduction]()


def cross_entropy(
    x: Any,
    target: Any,
    weight: Any = None,
    ignore_index: int = -100,
    reduction: str = "mean",
    label_smoothing: float = 0.0,
) -> Any:
    """The formula of PyTorch's documentation, written plainly."""
    axis = 0 if x.ndim == 1 else 1
    classes = x.shape[axis]
    log_probabilities = np.moveaxis(log_softmax(x, axis), axis, -1)
    weight = np.ones(classes) if weight is None else np.asarray(weight, np.float64)
    if np.issubdtype(target.dtype, np.floating):
        goal = np.moveaxis(target, axis, -1) * (1 - label_smoothing) + label_smoothing / classes
        losses = -(goal * weight * log_probabilities).sum(-1)
        return losses.sum() / losses.size if reduction == "mean" else reduced(losses, reduction)
    counted = target != ignore_index
    one_hot = np.eye(classes)[np.where(counted, target, 0)]
    goal = (one_hot * (1 - label_smoothing) + label_smoothing / classes) * weight
    losses = -(goal * log_probabilities).sum(-1) * counted
    if reduction == "mean":
        return losses.sum() / (weight[np.where(counted, target, 0)] * counted).sum()
    return reduced(losses, reduction)


def nll_loss(x: Any, target: Any, weight: Any = None, ignore_index: int = -100, reduction: str = "mean") -> Any:
    classes = x.shape[-1]
    weight = np.ones(classes) if weight is None else weight
    counted = target != ignore_index
    place = np.where(counted, target, 0)
    weights = weight[place] * counted
    losses = -np.take_along_axis(x, place[..., None], -1)[..., 0] * weights
    return losses.sum() / weights.sum() if reduction == "mean" else reduced(losses, reduction)


def binary_cross_entropy_with_logits(
    x: Any, target: Any, weight: Any = None, pos_weight: Any = None, reduction: str = "mean"
) -> Any:
    positive = 1.0 if pos_weight is None else pos_weight
    losses = positive * target * softplus(-x) + (1 - target) * softplus(x)
    return reduced(losses if weight is None else losses * weight, reduction)


def split(x: Any, sections: Any, axis: int = 0) -> list[Any]:
    length = x.shape[axis]
    ends = range(sections, length, sections) if isinstance(sections, int) else np.cumsum(sections)[:-1]
    return np.split(x, list(ends), axis)


def clip(x: Any, min: Any = None, max: Any = None) -> Any:
    x = x if min is None else np.maximum(x, min)
    return x if max is None else np.minimum(x, max)


def arange(start: Any, stop: Any = None, step: Any = 1, dtype: Any = None) -> Any:
    result = np.arange(0, start, step) if stop is None else np.arange(start, stop, step)
    return result.astype(dtype or ("float32" if result.dtype == np.float64 else "int64"))


def einsum(equation: str, *operands: Any) -> Any:
    """np.einsum in the dtype of the operands; of Python numbers too."""
    return np.asarray(np.einsum(equation, *operands))
