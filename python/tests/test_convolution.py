"""Convolution layers: PyTorch's names, layouts, start, printing and numbers; padding modes; what does not fit."""

from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from cases_convolution import convolution, transposed_convolution
from swiftgrad import nn
from swiftgrad.nn import functional as F

LAYERS: list[tuple[str, tuple[Any, ...], dict[str, Any], tuple[int, ...]]] = [
    ("Conv1d", (4, 6, 3), {"stride": 2, "groups": 2}, (2, 4, 9)),
    ("Conv1d", (4, 6, 3), {"padding": "same", "padding_mode": "circular", "dilation": 2}, (4, 9)),
    ("Conv2d", (3, 4, 3), {"padding": 1, "bias": False}, (2, 3, 6, 5)),
    ("Conv2d", (3, 4, (3, 5)), {"padding": (2, 1), "padding_mode": "reflect", "stride": (1, 2)}, (2, 3, 6, 7)),
    ("Conv2d", (3, 4, (2, 5)), {"padding": "same", "padding_mode": "replicate"}, (2, 3, 6, 7)),
    ("Conv2d", (4, 4, 3), {"padding": "valid", "groups": 4}, (1, 4, 9, 12)),
    ("Conv3d", (2, 3, 2), {"padding": 1, "padding_mode": "circular"}, (1, 2, 3, 4, 4)),
    ("ConvTranspose1d", (4, 6, 3), {"stride": 3, "output_padding": 2}, (2, 4, 5)),
    ("ConvTranspose2d", (4, 6, 4, 2, 1), {"groups": 2, "bias": False}, (2, 4, 5, 4)),
    ("ConvTranspose3d", (2, 3, 2), {"dilation": 2, "padding": 1}, (2, 2, 3, 3)),
]


def values(tensor: Any) -> Any:
    return np.array(tensor.detach())


def image(shape: tuple[int, ...]) -> Any:
    return np.random.default_rng(0).standard_normal(shape).astype(np.float32)


@pytest.mark.parametrize(("name", "args", "kwargs", "shape"), LAYERS)
def test_the_same_as_pytorchs_layer(
    name: str, args: tuple[Any, ...], kwargs: dict[str, Any], shape: tuple[int, ...]
) -> None:
    torch = pytest.importorskip("torch", reason="compares with PyTorch")
    theirs = getattr(torch.nn, name)(*args, **kwargs)
    ours = getattr(nn, name)(*args, **kwargs)
    assert repr(ours) == repr(theirs)
    assert list(ours.state_dict()) == list(theirs.state_dict())
    ours.load_state_dict({key: value.numpy() for key, value in theirs.state_dict().items()})
    for setting in ("in_channels", "out_channels", "groups", "padding_mode"):
        assert getattr(ours, setting) == getattr(theirs, setting)
    for setting in ("kernel_size", "stride", "dilation", "padding", "output_padding"):
        assert tuple(getattr(ours, setting)) == tuple(getattr(theirs, setting))
    x = image(shape)
    a, b = torch.tensor(x, requires_grad=True), sg.array(x)
    b.requires_grad = True
    expected, found = theirs(a), ours(b)
    (expected * expected).sum().backward()
    (found * found).sum().backward()
    np.testing.assert_allclose(values(found), expected.detach().numpy(), rtol=1e-5, atol=1e-5)
    np.testing.assert_allclose(values(b.grad), a.grad.numpy(), rtol=1e-4, atol=1e-4)
    for own, other in zip(ours.parameters(), theirs.parameters(), strict=True):
        np.testing.assert_allclose(values(own.grad), other.grad.numpy(), rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize(("kernel", "stride"), [(3, 1), (3, 2), (4, 2)])
def test_layers_of_many_channels(kernel: int, stride: int) -> None:
    """Sizes that take minimal filtering: errors of 2^-20 of the largest sum of magnitudes."""
    rng = np.random.default_rng(2)
    x, w = (rng.standard_normal(s).astype(np.float32) for s in ((16, 64, 16, 16), (64, 64, kernel, kernel)))
    a, b = sg.array(x), sg.array(w)
    a.requires_grad = b.requires_grad = True
    y = F.conv2d(a, b, stride=stride, padding=1)
    expected = convolution(x.astype(np.float64), w, None, stride, 1)
    magnitude = convolution(np.abs(x), np.abs(w), None, stride, 1).max()
    np.testing.assert_allclose(values(y), expected, rtol=0, atol=2**-20 * magnitude)
    slope = rng.standard_normal(y.shape).astype(np.float32)
    y.backward(sg.array(slope))
    extra = (18 - kernel) % stride
    dx = transposed_convolution(slope.astype(np.float64), w, None, stride, 1, extra)
    magnitude = transposed_convolution(np.abs(slope), np.abs(w), None, stride, 1, extra).max()
    np.testing.assert_allclose(values(a.grad), dx, rtol=0, atol=2**-20 * magnitude)
    padded = np.pad(x, ((0, 0), (0, 0), (1, 1), (1, 1)))
    windows = np.lib.stride_tricks.sliding_window_view(padded, (kernel, kernel), (2, 3))[:, :, ::stride, ::stride]
    dw = np.einsum("nchwij,nkhw->kcij", windows.astype(np.float64), slope.astype(np.float64))
    magnitude = np.einsum("nchwij,nkhw->kcij", np.abs(windows), np.abs(slope)).max()
    np.testing.assert_allclose(values(b.grad), dw, rtol=0, atol=2**-20 * magnitude)


@pytest.mark.parametrize("padding_mode", ["zeros", "circular"])
def test_a_relu_behind_a_convolution_is_the_same_in_one_pass(padding_mode: Any) -> None:
    layer = nn.Conv2d(3, 4, 3, padding=1, padding_mode=padding_mode)
    x = image((2, 3, 6, 5))

    def gradients(function: Any) -> list[Any]:
        leaf = sg.array(x)
        leaf.requires_grad = True
        layer.zero_grad()
        y = function(leaf)
        (y * y).sum().backward()
        return [values(y), values(leaf.grad), *(values(p.grad) for p in layer.parameters())]

    together, apart = gradients(nn.Sequential(layer, nn.ReLU())), gradients(lambda x: F.relu(layer(x)))
    assert together[0].min() == 0
    for one, other in zip(together, apart, strict=True):
        np.testing.assert_array_equal(one, other)
    with pytest.raises(ValueError, match=r"0 \(Conv2d\): expected input \(N, 3, H, W\)"):
        nn.Sequential(layer if padding_mode == "zeros" else nn.Conv2d(3, 4, 3), nn.ReLU())(sg.ones((1, 2, 6, 5)))


@pytest.mark.parametrize(
    ("mode", "numpy_mode"), [("reflect", "reflect"), ("replicate", "edge"), ("circular", "wrap"), ("zeros", "constant")]
)
def test_padding_modes_are_numpys(mode: str, numpy_mode: Any) -> None:
    layer = nn.Conv2d(2, 3, 3, padding=(2, 1), padding_mode=mode)
    x = image((2, 2, 4, 5))
    padded = np.pad(x, ((0, 0), (0, 0), (2, 2), (1, 1)), numpy_mode)
    expected = convolution(padded, values(layer.weight), values(layer.bias))
    np.testing.assert_allclose(values(layer(sg.array(x))), expected, rtol=1e-5, atol=1e-5)


def test_weights_start_as_pytorchs_do() -> None:
    for layer, fan in ((nn.Conv2d(8, 32, 3, groups=2), 36), (nn.ConvTranspose2d(32, 16, (2, 4), groups=2), 64)):
        for parameter in layer.parameters():
            assert np.abs(values(parameter)).max() <= fan**-0.5
            assert parameter.requires_grad
        assert np.abs(values(layer.weight)).max() > 0.95 * fan**-0.5
    assert nn.Conv2d(8, 32, 3, groups=2).weight.shape == (32, 4, 3, 3)
    assert nn.ConvTranspose2d(32, 16, (2, 4), groups=2).weight.shape == (32, 8, 2, 4)


def test_a_transposed_convolution_can_be_given_the_size_of_its_output() -> None:
    layer = nn.ConvTranspose2d(3, 2, 3, stride=2, padding=1)
    x = image((1, 3, 4, 4))
    for size in ((7, 8), (1, 2, 8, 7)):
        found = layer(sg.array(x), size)
        assert found.shape[2:] == size[-2:]
        extra = [n - 7 for n in size[-2:]]
        expected = transposed_convolution(x, values(layer.weight), values(layer.bias), 2, 1, extra)
        np.testing.assert_allclose(values(found), expected, rtol=1e-5, atol=1e-5)
    with pytest.raises(ValueError, match=r"between \(7, 7\) and \(8, 8\), got \(9, 8\)"):
        layer(sg.array(x), (9, 8))


def test_the_penalty_of_a_gradients_norm_can_be_minimised() -> None:
    """The gradient of a gradient through a stack, as WGAN-GP needs it."""
    rng = np.random.default_rng(1)
    x, w, v = (sg.array(rng.standard_normal(s)) for s in ((2, 2, 6, 6), (3, 2, 4, 4), (3, 2, 3, 3)))

    def penalty(x: Any, w: Any, v: Any) -> Any:
        leaf = x.detach().copy()
        leaf.requires_grad = True
        with sg.enable_grad():
            y = F.conv_transpose2d(F.silu(F.conv2d(leaf + (x - x.detach()), w, stride=2, padding=1)), v, stride=2)
            (slope,) = sg.grad((y * y).sum(), [leaf], create_graph=True)
        return (slope * slope).sum()

    assert sg.gradcheck(lambda w, v: penalty(x, w, v), [w, v], atol=1e-4, rtol=1e-5)


@pytest.mark.parametrize(
    ("function", "message"),
    [
        (lambda: F.conv2d(sg.ones((8, 3, 32, 32)), sg.ones((4, 16, 3, 3))), r"expected input \(N, 16, H, W\) or \(16"),
        (lambda: F.conv1d(sg.ones((3,)), sg.ones((4, 3, 3))), r"conv1d: expected input \(N, 3, L\) or \(3, L\), got"),
        (lambda: F.conv2d(sg.ones((1, 3, 2, 2)), sg.ones((4, 3, 3, 3))), "reaches over 3 elements, more than the 2"),
        (lambda: F.conv2d(sg.ones((1, 3, 5, 5)), sg.ones((4, 3, 3))), "a weight of 4 axes"),
        (lambda: F.conv2d(sg.ones((1, 3, 5, 5)), sg.ones((4, 3, 3, 3)), sg.ones(3)), r"bias has shape \(3,\)"),
        (lambda: F.conv2d(sg.ones((1, 3, 5, 5)), sg.ones((4, 3, 3, 3)), stride=0), "stride must be at least 1"),
        (lambda: F.conv2d(sg.ones((1, 3, 5, 5)), sg.ones((4, 3, 3, 3)), stride=(1, 1, 1)), "one value or 2"),
        (lambda: F.conv2d(sg.ones((1, 3, 5, 5)), sg.ones((4, 3, 3, 3)), padding=-1), "padding must be at least 0"),
        (
            lambda: F.conv2d(sg.ones((1, 3, 5, 5)), sg.ones((4, 3, 3, 3)), padding="full"),
            "'valid' or 'same', got 'full'",
        ),
        (lambda: F.conv2d(sg.ones((1, 3, 5, 5)), sg.ones((4, 3, 3, 3)), None, 2, "same"), "'same' needs stride 1"),
        (lambda: F.conv2d(sg.ones((1, 4, 5, 5)), sg.ones((3, 2, 3, 3)), groups=2), "cannot be cut into 2 groups"),
        (lambda: F.conv2d(sg.ones((1, 3, 5, 5)), sg.ones((3, 3, 0, 3))), "kernel are empty"),
        (lambda: F.conv2d(sg.ones((1, 3, 5, 5)), sg.ones((3, 3, 3, 3)), padding=2**62), "too large|more elements"),
        (lambda: F.conv2d(sg.ones((1, 3, 5, 5)), sg.ones((3, 3, 3, 3)), dilation=2**62), "too large"),
        (lambda: F.conv_transpose2d(sg.ones((1, 3, 5, 5)), sg.ones((4, 3, 3, 3))), r"expected input \(N, 4"),
        (lambda: F.conv_transpose2d(sg.ones((1, 4, 5, 5)), sg.ones((4, 3, 3, 3)), output_padding=1), "output_padding"),
        (
            lambda: F.conv_transpose2d(sg.ones((1, 4, 5, 5)), sg.ones((4, 3, 3, 3)), padding=9),
            "would have -11 elements",
        ),
        (lambda: nn.Conv2d(3, 4, 3, groups=2), "in_channels must be divisible by groups, got 3 and 2"),
        (lambda: nn.Conv2d(0, 4, 3), "in_channels must be positive"),
        (lambda: nn.Conv2d(3, 4, 3, padding_mode="mirror"), "padding_mode"),
        (lambda: nn.Conv2d(3, 4, 3, padding=5, padding_mode="reflect")(sg.ones((1, 3, 5, 5))), "does not fit an axis"),
        (lambda: nn.ConvTranspose2d(3, 4, 3, padding_mode="reflect"), "can only be 'zeros'"),
    ],
)
def test_what_does_not_fit_says_so(function: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        function()


def test_wrong_types_are_type_errors() -> None:
    with pytest.raises(TypeError, match="floating-point operands, got int64"):
        F.conv2d(sg.ones((1, 3, 5, 5), dtype=sg.int64), sg.ones((4, 3, 3, 3), dtype=sg.int64))
    with pytest.raises(TypeError, match="padding"):
        F.conv2d(sg.ones((1, 3, 5, 5)), sg.ones((4, 3, 3, 3)), padding=1.5)
