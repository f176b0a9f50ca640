"""Where numbers are delicate: against PyTorch, at the edges of domains, for huge logits, offsets and long sums."""

import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg

F = sg.nn.functional
# Values and gradients computed in float64 by PyTorch 2.13.
REFERENCE = json.loads((Path(__file__).parent / "reference" / "torch_functions.json").read_text())
LOGITS, TARGET, WEIGHT, PROBABILITIES = (
    np.array(REFERENCE[name]) for name in ("logits", "target", "weight", "probabilities")
)
ACTIVATIONS: dict[str, Callable[[Any], Any]] = {
    "gelu_tanh": lambda x: F.gelu(x, "tanh"),
    "softplus_2_5": lambda x: F.softplus(x, 2.0, 5.0),
}
LOSSES: dict[str, Callable[[Any], Any]] = {
    "cross_entropy": lambda x: F.cross_entropy(x, TARGET),
    "cross_entropy weight": lambda x: F.cross_entropy(x, TARGET, WEIGHT),
    "cross_entropy smoothing": lambda x: F.cross_entropy(x, TARGET, WEIGHT, label_smoothing=0.1),
    "cross_entropy ignore": lambda x: F.cross_entropy(x, TARGET, ignore_index=0),
    "cross_entropy probabilities": lambda x: F.cross_entropy(x, PROBABILITIES, WEIGHT, label_smoothing=0.2),
    "nll_loss": lambda x: F.nll_loss(x, TARGET, WEIGHT),
    "mse_loss": lambda x: F.mse_loss(x, PROBABILITIES),
    "l1_loss": lambda x: F.l1_loss(x, PROBABILITIES),
    "binary_cross_entropy_with_logits": lambda x: F.binary_cross_entropy_with_logits(
        x, PROBABILITIES, pos_weight=WEIGHT
    ),
    "softmax": lambda x: (F.softmax(x, 1) * PROBABILITIES).sum(),
    "log_softmax": lambda x: (F.log_softmax(x, 0) * PROBABILITIES).sum(),
}


def slopes(function: Callable[..., Any], *values: Any, dtype: sg.DType = sg.float64) -> list[Any]:
    """The gradient of the sum of the function with respect to each argument."""
    leaves = [sg.asarray(value, dtype=dtype, requires_grad=True) for value in values]
    return [None if g is None else g.tolist() for g in sg.grad(function(*leaves).sum(), leaves, allow_unused=True)]


@pytest.mark.parametrize("name", REFERENCE["activations"])
def test_activations_are_those_of_pytorch(name: str) -> None:
    function = ACTIVATIONS.get(name) or getattr(F, name)
    values, gradients = REFERENCE["activations"][name]
    x = sg.asarray(REFERENCE["x"], dtype=sg.float64)
    np.testing.assert_allclose(function(x), values, rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(slopes(function, REFERENCE["x"])[0], gradients, rtol=1e-12, atol=1e-15)


@pytest.mark.parametrize("name", REFERENCE["losses"])
def test_losses_are_those_of_pytorch(name: str) -> None:
    value, gradients = REFERENCE["losses"][name]
    np.testing.assert_allclose(LOSSES[name](sg.asarray(LOGITS)).item(), value, rtol=1e-12)
    np.testing.assert_allclose(slopes(LOSSES[name], LOGITS)[0], gradients, rtol=1e-11, atol=1e-15)
    single = sg.asarray(LOGITS).astype(sg.float32)
    np.testing.assert_allclose(LOSSES[name](single).item(), value, rtol=1e-6)


def test_random_inputs_agree_with_an_installed_pytorch() -> None:
    torch = pytest.importorskip("torch", reason="PyTorch is not installed; its stored numbers are compared above")
    rng = np.random.default_rng(0)
    x = rng.normal(size=(50, 40)).astype("float32") * 5
    target = rng.integers(0, 40, 50)
    for name in (
        "relu",
        "sigmoid",
        "tanh",
        "leaky_relu",
        "elu",
        "selu",
        "gelu",
        "silu",
        "mish",
        "hardswish",
        "softplus",
    ):
        theirs = getattr(torch.nn.functional, name)(torch.from_numpy(x)).numpy()
        np.testing.assert_allclose(getattr(F, name)(x), theirs, rtol=2e-6, atol=2e-6, err_msg=name)
    theirs = torch.nn.functional.cross_entropy(torch.from_numpy(x), torch.from_numpy(target), label_smoothing=0.1)
    np.testing.assert_allclose(F.cross_entropy(x, target, label_smoothing=0.1).item(), theirs.item(), rtol=2e-6)


def test_slopes_at_the_edges_of_domains() -> None:
    inf = np.inf
    assert slopes(lambda x: x**0, [0.0]) == [[0.0]]
    assert slopes(lambda x: x**1, [0.0]) == [[1.0]]
    assert slopes(lambda x: x**2, [0.0, -3.0]) == [[0.0, -6.0]]
    assert slopes(lambda x: x**3, [0.0, -2.0]) == [[0.0, 12.0]]
    assert slopes(lambda x: x**0.5, [0.0]) == [[inf]]
    assert slopes(lambda x, y: x**y, [0.0, 0.0, 2.0], [0.0, 2.0, 3.0]) == [
        [0.0, 0.0, 12.0],
        [0.0, 0.0, pytest.approx(8 * np.log(2))],
    ]
    assert slopes(sg.abs, [0.0, -0.0, -2.0]) == [[0.0, 0.0, -1.0]]
    assert slopes(sg.sqrt, [0.0, 4.0]) == [[inf, 0.25]]
    assert slopes(sg.log, [0.0]) == [[inf]]
    assert slopes(F.relu, [0.0, -0.0]) == [[0.0, 0.0]]
    assert slopes(sg.square, [0.0]) == [[0.0]]


def test_equal_elements_share_the_gradient() -> None:
    assert slopes(lambda x: x.max(), [1.0, 3.0, 3.0]) == [[0.0, 0.5, 0.5]]
    assert slopes(lambda x: x.min(axis=0), [[1.0, 3.0], [1.0, 2.0]]) == [[[0.5, 0.0], [0.5, 1.0]]]
    assert slopes(sg.maximum, [1.0, 2.0], [1.0, 0.0]) == [[0.5, 1.0], [0.5, 0.0]]
    assert slopes(sg.minimum, [1.0, 2.0], [1.0, 0.0]) == [[0.5, 0.0], [0.5, 1.0]]


def test_products_with_zeros() -> None:
    assert slopes(lambda x: x.prod(), [2.0, 5.0, 3.0]) == [[15.0, 6.0, 10.0]]
    assert slopes(lambda x: x.prod(), [2.0, 0.0, 3.0]) == [[0.0, 6.0, 0.0]]
    assert slopes(lambda x: x.prod(), [0.0, 0.0, 3.0]) == [[0.0, 0.0, 0.0]]
    assert slopes(lambda x: x.prod(axis=1), [[2.0, 0.0], [3.0, 4.0]]) == [[[0.0, 2.0], [4.0, 3.0]]]


def test_the_branch_not_taken_has_no_gradient() -> None:
    assert slopes(lambda x, y: sg.where(np.array([True, False]), x, y), [1.0, np.nan], [np.nan, 2.0]) == [
        [1.0, 0.0],
        [0.0, 1.0],
    ]


@pytest.mark.parametrize("dtype", [sg.float32, sg.float64, sg.float16, sg.bfloat16], ids=str)
def test_huge_logits(dtype: sg.DType) -> None:
    exact = {"float16": 1e-3, "bfloat16": 8e-3, "float32": 2e-6, "float64": 1e-11}[str(dtype)]
    logits = sg.asarray([[1e4, -1e4, 0], [-1e4, -1e4, -1e4], [1e4, 1e4, -1e4]]).astype(dtype)
    half, third = 0.5, 1 / 3
    np.testing.assert_allclose(
        F.softmax(logits).astype(sg.float64), [[1, 0, 0], [third] * 3, [half, half, 0]], rtol=exact
    )
    logs = F.log_softmax(logits).astype(sg.float64).numpy()
    np.testing.assert_allclose(logs[1:, 0], [-np.log(3), -np.log(2)], rtol=exact)
    target = [1, 0, 1]
    losses = F.cross_entropy(logits, sg.asarray(target), reduction="none").astype(sg.float64)
    np.testing.assert_allclose(
        losses, [2e4, np.log(3), np.log(2)], rtol=max(exact, 4e-3 if dtype == sg.bfloat16 else 0)
    )
    leaf = logits.detach()
    leaf.requires_grad = True
    F.cross_entropy(leaf, sg.asarray(target), reduction="sum").backward()
    assert leaf.grad is not None
    expected = [[1, -1, 0], [third - 1, third, third], [half, half - 1, 0]]
    np.testing.assert_allclose(leaf.grad.astype(sg.float64), expected, rtol=exact, atol=exact)


def test_infinite_logits() -> None:
    inf = np.inf
    assert F.softmax(sg.asarray([-inf, 0.0])).tolist() == [0, 1]
    assert F.log_softmax(sg.asarray([-inf, 0.0])).tolist() == [-inf, 0]
    assert F.cross_entropy(sg.asarray([[-inf, 0.0]]), sg.asarray([1])).item() == 0
    assert F.cross_entropy(sg.asarray([[-inf, 0.0]]), sg.asarray([0])).item() == inf


def test_activations_far_from_zero() -> None:
    for name in ("sigmoid", "tanh", "softplus", "gelu", "silu", "mish", "elu", "selu", "hardswish"):
        function = getattr(F, name)
        for dtype in (sg.float32, sg.float64):
            far = sg.asarray([-1e30, -1e4, -200.0, 200.0, 1e4, 1e30], dtype=dtype)
            assert np.isfinite(function(far).numpy()).all(), name
            assert np.isfinite(slopes(function, [-1e4, -200.0, 200.0, 1e4], dtype=dtype)[0]).all(), name


def test_gelu_keeps_its_digits_in_the_tails() -> None:
    """The distribution is 0 where it would not be a normal float: from 13 deviations on."""
    x = np.concatenate([np.linspace(-14, 14, 4001), [-1e30, 1e30, 0.0]]).astype("float32")
    wide = sg.asarray(x, dtype=sg.float64, requires_grad=True)
    tail = sg.asarray([math.erfc(-v / math.sqrt(2)) / 2 for v in x.tolist()], dtype=sg.float64)
    single = sg.asarray(x, requires_grad=True)
    y = F.gelu(single)
    np.testing.assert_allclose(y.detach(), np.asarray(wide.detach() * tail), rtol=4e-5, atol=14 * 2.0**-126)
    near = np.abs(x) < 4.5
    np.testing.assert_allclose(np.asarray(y.detach())[near], np.asarray(wide.detach() * tail)[near], rtol=3e-6)
    (slope,) = sg.grad(y.sum(), [single])
    (expected,) = sg.grad(F.gelu(wide).sum(), [wide])
    np.testing.assert_allclose(slope, expected, rtol=0, atol=3e-7)


def test_the_slope_of_the_logits_loss_has_a_slope() -> None:
    target = [0.0, 0.3, 1.0]
    function = lambda x: F.binary_cross_entropy_with_logits(x, sg.asarray(target, dtype=sg.float64))  # noqa: E731
    assert sg.gradcheck(function, [sg.asarray([-2.0, 0.5, 30.0], dtype=sg.float64)])
    x = sg.asarray([-2.0, 0.5, 3.0], dtype=sg.float64, requires_grad=True)
    (first,) = sg.grad(function(x), [x], create_graph=True)
    (second,) = sg.grad(first.sum(), [x])
    s = 1 / (1 + np.exp([2.0, -0.5, -3.0]))
    np.testing.assert_allclose(first.detach(), (s - target) / 3, rtol=1e-12)
    np.testing.assert_allclose(second, s * (1 - s) / 3, rtol=1e-12)


def test_binary_cross_entropy_of_huge_logits() -> None:
    x = sg.asarray([-1e4, -200.0, 0.0, 200.0, 1e4], requires_grad=True)
    losses = F.binary_cross_entropy_with_logits(x, sg.asarray([1.0, 0.0, 1.0, 1.0, 0.0]), reduction="none")
    np.testing.assert_allclose(losses.detach(), [1e4, 0, np.log(2), 0, 1e4], rtol=1e-6, atol=1e-30)
    losses.sum().backward()
    np.testing.assert_allclose(x.grad, [-1, 0, -0.5, 0, 1], atol=1e-30)


def test_moments_of_large_offsets() -> None:
    rng = np.random.default_rng(1)
    for offset, size in ((1e6, 1_000_000), (1e4, 1000), (-3e7, 100_000)):
        x = (offset + 50 * rng.standard_normal(size)).astype("float32")
        exact = x.astype("float64")
        assert sg.from_numpy(x).mean().item() == pytest.approx(exact.mean(), rel=2**-22)
        assert sg.from_numpy(x).var().item() == pytest.approx(exact.var(), rel=1e-5)
        assert sg.from_numpy(x).std().item() == pytest.approx(exact.std(), rel=1e-5)
    assert sg.full((4, 1000), 12345.678).var(axis=1).tolist() == pytest.approx([0] * 4, abs=1e-6)


def test_moments_of_half_precision_do_not_overflow_on_the_way() -> None:
    assert sg.full(100_000, 60000.0, dtype=sg.float16).mean().item() == 60000
    x = sg.asarray([-300.0, 300.0] * 1000).astype(sg.float16)
    assert x.std().item() == 300
    assert F.mse_loss(sg.full(100_000, 2.0, dtype=sg.float16), sg.zeros(100_000, dtype=sg.float16)).item() == 4


def test_long_sums() -> None:
    x = np.random.default_rng(2).random(10_000_000, dtype=np.float32)
    exact = x.sum(dtype=np.float64)
    assert abs(sg.from_numpy(x).sum().item() - exact) <= 4 * 2**-23 * exact
    matrix = x.reshape(10_000, 1000)
    for axis in (0, 1):
        exact_rows = matrix.sum(axis=axis, dtype=np.float64)
        error = np.abs(sg.from_numpy(matrix).sum(axis=axis).numpy() - exact_rows) / exact_rows
        assert error.max() < 4 * 2**-23
    assert sg.ones(1 << 25).sum().item() == 1 << 25
    cancelling = np.concatenate([x[:1_000_000], -x[:1_000_000]])
    assert abs(sg.from_numpy(cancelling).sum().item()) < 0.1


def test_floor_division_goes_with_the_remainder() -> None:
    rng = np.random.default_rng(3)
    for dtype in ("float32", "float64"):
        x = np.concatenate([rng.normal(size=2000) * 100, [1.0, 0.3, 6.0, -1.0, 0.7]]).astype(dtype)
        y = np.concatenate([rng.normal(size=2000), [0.1, 0.1, 0.6, 0.1, -0.1]]).astype(dtype)
        quotient, remainder = sg.floor_divide(x, y).numpy(), sg.remainder(x, y).numpy()
        np.testing.assert_array_equal(quotient, np.floor_divide(x, y))
        np.testing.assert_array_equal(remainder, np.remainder(x, y))


def test_uniform_numbers_stay_below_their_bound() -> None:
    for dtype in (sg.float16, sg.bfloat16):
        for low, high in ((0, 1), (-1, 0), (3, 4.5), (-5, -2)):
            x = sg.random.uniform((200_000,), low, high, dtype=dtype).astype(sg.float64).numpy()
            assert low <= x.min()
            assert x.max() < high
