"""Pooling: ties, NaN, positions, errors, the layers, and PyTorch's numbers."""

from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import nn

F = nn.functional


def test_of_equals_the_first_counts_and_gets_the_gradient() -> None:
    x = sg.zeros(1, 4, 6, requires_grad=True)
    y, places = F.max_pool2d(x, 2, return_indices=True)
    assert places.dtype == sg.int64
    np.testing.assert_array_equal(places, [[[0, 2, 4], [12, 14, 16]]])
    y.sum().backward()
    expected = np.zeros((1, 4, 6))
    expected[:, ::2, ::2] = 1
    np.testing.assert_array_equal(x.grad, expected)


def test_nan_wins_and_only_in_its_windows() -> None:
    x = np.arange(48, dtype=np.float32).reshape(1, 6, 8)
    x[0, 1, 2] = np.nan
    y, places = F.max_pool2d(sg.from_numpy(x), 2, return_indices=True)
    assert np.isnan(np.asarray(y)).sum() == 1 and places[0, 0, 1].item() == 10


@pytest.mark.parametrize("dtype", ["float32", "float64"])
@pytest.mark.parametrize("shape", [(2, 3, 24, 24), (3, 5, 9), (1, 2, 33), (2, 4, 70), (1, 3, 3), (2, 2, 64), (0, 4, 6)])
def test_windows_side_by_side(shape: tuple[int, ...], dtype: str) -> None:
    x = np.random.default_rng(0).integers(0, 7, shape).astype(dtype)
    x[x == 3] = -np.inf
    x[x == 6] = np.nan
    y, places = F.max_pool2d(sg.from_numpy(x), 2, return_indices=True)
    height, width = shape[-2] // 2, shape[-1] // 2
    windows = x[..., : 2 * height, : 2 * width].reshape(*shape[:-2], height, 2, width, 2).swapaxes(-3, -2)
    windows = windows.reshape(*shape[:-2], height, width, 4)
    np.testing.assert_array_equal(y, windows.max(-1))
    numbers = np.arange(shape[-2] * shape[-1]).reshape(shape[-2:])[: 2 * height, : 2 * width]
    numbers = numbers.reshape(height, 2, width, 2).swapaxes(1, 2).reshape(height, width, 4)
    numbers = np.broadcast_to(numbers, windows.shape)
    isnan = np.isnan(windows)
    first = np.where(isnan.any(-1), 3 - isnan[..., ::-1].argmax(-1), np.where(isnan, -np.inf, windows).argmax(-1))
    np.testing.assert_array_equal(places, np.take_along_axis(numbers, first[..., None], -1)[..., 0])


def test_windows_of_minus_infinity_have_positions_inside() -> None:
    x = sg.full((1, 5, 5), -np.inf)
    _, places = F.max_pool2d(x, 3, 2, 1, return_indices=True)
    np.testing.assert_array_equal(places, [[[0, 1, 3], [5, 6, 8], [15, 16, 18]]])


def test_overlapping_windows_add_up_in_the_gradient() -> None:
    x = sg.asarray([[0.0, 1.0, 5.0, 2.0, 3.0]], requires_grad=True)
    F.max_pool1d(x, 3, 1).sum().backward()
    np.testing.assert_array_equal(x.grad, [[0, 0, 3, 0, 0]])


def test_layers_print_their_settings_and_take_them_in_pytorch_order() -> None:
    layer = nn.MaxPool2d((2, 3), 2, 1, 1, True)
    y, places = layer(sg.zeros(1, 2, 8, 8))
    assert y.shape == places.shape == (1, 2, 5, 4)
    text = "kernel_size=(2, 3), stride=2, padding=1, dilation=1, ceil_mode=False, return_indices=True"
    assert repr(layer) == f"MaxPool2d({text})"
    assert nn.AvgPool2d(2)(sg.zeros(1, 2, 8, 8)).shape == (1, 2, 4, 4)
    assert nn.AdaptiveAvgPool2d(1)(sg.zeros(1, 2, 8, 8)).shape == (1, 2, 1, 1)


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda x: F.max_pool2d(x, 0), "kernel_size must be one number or 2, of at least 1, got"),
        (lambda x: F.max_pool2d(x, 2, 0), "stride must be"),
        (lambda x: F.max_pool2d(x, (2, 2, 2)), "kernel_size must be"),
        (lambda x: F.max_pool2d(x, 2, padding=2), "padding must be at most half of the kernel"),
        (lambda x: F.max_pool2d(x, 2, padding=-1), "padding must be"),
        (lambda x: F.max_pool2d(x, 9), "larger than the padded input"),
        (lambda x: F.max_pool2d(x, 2, dilation=2**62), "dilation must be"),
        (lambda x: F.max_pool2d(x, 2**62), "kernel_size must be"),
        (lambda x: F.max_pool1d(x, 2), r"expected input \(N, C, L\) or \(C, L\), got \(1, 2, 8, 8\)"),
        (lambda x: F.avg_pool2d(x[:, :, :0], 2), r"expected input \(N, C, H, W\) or \(C, H, W\)"),
        (lambda x: F.avg_pool2d(x, 2, divisor_override=0), "divisor_override must not be 0"),
        (lambda x: F.adaptive_avg_pool2d(x, 0), "output_size must be"),
        (lambda x: F.adaptive_max_pool2d(x, (1, 2, 3)), "output_size must be"),
    ],
)
def test_bad_input_is_named(call: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call(sg.zeros(1, 2, 8, 8))


def test_integers_are_a_type_error() -> None:
    x = sg.ones(1, 2, 8, 8, dtype=sg.int32)
    for function in (F.max_pool2d, F.avg_pool2d, F.adaptive_avg_pool2d, F.adaptive_max_pool2d):
        with pytest.raises(TypeError, match="floating-point"):
            function(x, 2)


CASES: list[tuple[str, tuple[Any, ...], dict[str, Any], tuple[int, ...]]] = [
    ("max_pool1d", (3, 2, 1), {}, (4, 5, 70)),
    ("max_pool2d", (2,), {}, (4, 5, 24, 24)),
    ("max_pool2d", (3, 2, 1), {}, (4, 5, 33, 32)),
    ("max_pool2d", ((3, 2), (2, 3), (1, 1), (2, 1), True), {}, (2, 3, 30, 41)),
    ("max_pool3d", (2,), {"ceil_mode": True}, (2, 3, 7, 8, 9)),
    ("avg_pool1d", (4, 3, 2, True, False), {}, (4, 5, 70)),
    ("avg_pool2d", (3, 2, 1), {"ceil_mode": True}, (4, 5, 32, 32)),
    ("avg_pool3d", (2, 2, 1), {"count_include_pad": False}, (2, 3, 7, 8, 9)),
    ("adaptive_avg_pool2d", ((3, 5),), {}, (2, 3, 10, 12)),
    ("adaptive_max_pool2d", ((3, 5),), {}, (2, 3, 10, 12)),
]


@pytest.mark.parametrize(("name", "args", "kwargs", "shape"), CASES)
def test_numbers_are_those_of_pytorch(
    name: str, args: tuple[Any, ...], kwargs: dict[str, Any], shape: tuple[int, ...]
) -> None:
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(0)
    x = rng.integers(-4, 5, shape).astype(np.float32)  # with ties
    a, b = sg.asarray(x, requires_grad=True), torch.tensor(x, requires_grad=True)
    y, z = getattr(F, name)(a, *args, **kwargs), getattr(torch.nn.functional, name)(b, *args, **kwargs)
    np.testing.assert_allclose(y.detach(), z.detach(), rtol=1e-5, atol=1e-6)
    dy = rng.normal(size=z.shape).astype(np.float32)
    (found,) = sg.grad(y, [a], sg.from_numpy(dy))
    (expected,) = torch.autograd.grad(z, b, torch.from_numpy(dy))
    np.testing.assert_allclose(found, expected, rtol=1e-5, atol=1e-5)
    if "max" in name:
        _, places = getattr(F, name)(a, *args, **kwargs, return_indices=True)
        _, others = getattr(torch.nn.functional, name)(b, *args, **kwargs, return_indices=True)
        np.testing.assert_array_equal(places, others)
