"""Normalisation layers: running statistics, modes, accuracy, errors, and PyTorch's numbers."""

from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import nn

F = nn.functional


def test_batch_norm_tracks_the_mean_and_the_unbiased_variance() -> None:
    layer = nn.BatchNorm2d(3, momentum=0.3)
    x = np.random.default_rng(0).normal(2, 3, (4, 3, 5, 6)).astype(np.float32)
    layer(sg.from_numpy(x))
    np.testing.assert_allclose(layer.running_mean, 0.3 * x.mean((0, 2, 3)), rtol=1e-5)
    np.testing.assert_allclose(layer.running_var, 0.7 + 0.3 * x.var((0, 2, 3), ddof=1), rtol=1e-5)
    assert layer.num_batches_tracked.item() == 1 and layer.num_batches_tracked.dtype == sg.int64
    assert list(layer.state_dict()) == ["weight", "bias", "running_mean", "running_var", "num_batches_tracked"]
    before = {key: np.array(value) for key, value in layer.state_dict().items()}
    y = layer.eval()(sg.from_numpy(x))
    shape = (1, 3, 1, 1)
    expected = (x - before["running_mean"].reshape(shape)) / np.sqrt(before["running_var"].reshape(shape) + 1e-5)
    np.testing.assert_allclose(y.detach(), expected, rtol=2e-5, atol=2e-5)
    for key, value in layer.state_dict().items():
        np.testing.assert_array_equal(value, before[key])


def test_batch_norm_without_momentum_averages_all_batches() -> None:
    layer = nn.BatchNorm1d(2, momentum=None)
    batches = np.random.default_rng(1).normal(size=(3, 5, 2)).astype(np.float32)
    for batch in batches:
        layer(sg.from_numpy(batch))
    np.testing.assert_allclose(layer.running_mean, batches.mean(1).mean(0), rtol=1e-5, atol=1e-6)
    np.testing.assert_allclose(layer.running_var, batches.var(1, ddof=1).mean(0), rtol=1e-5)


def test_batch_norm_without_statistics_uses_the_batch_in_eval_mode_too() -> None:
    layer = nn.BatchNorm1d(2, affine=False, track_running_stats=False)
    x = sg.random.normal((6, 2, 3))
    np.testing.assert_array_equal(layer(x), layer.eval()(x))
    assert layer.state_dict() == {} and layer.weight is None and layer.running_mean is None


@pytest.mark.parametrize("shape", [(64, 2, 32, 32), (512, 2), (3, 2, 2, 2)])
def test_a_large_mean_does_not_lose_the_variance(shape: tuple[int, ...]) -> None:
    x = (1e4 + np.random.default_rng(2).normal(size=shape)).astype(np.float32)
    axes = (0, *range(2, x.ndim))
    wide = x.astype(np.float64)
    expected = (wide - wide.mean(axes, keepdims=True)) / np.sqrt(wide.var(axes, keepdims=True) + 1e-5)
    layer = (nn.BatchNorm1d if x.ndim == 2 else nn.BatchNorm2d)(2)
    np.testing.assert_allclose(layer(sg.from_numpy(x)).detach(), expected, atol=2e-6)
    rows = x.reshape(2, -1)
    wide = rows.astype(np.float64)
    expected = (wide - wide.mean(1, keepdims=True)) / np.sqrt(wide.var(1, keepdims=True) + 1e-5)
    np.testing.assert_allclose(F.layer_norm(sg.from_numpy(rows), rows.shape[1]), expected, atol=2e-6)


def test_a_first_element_far_from_all_others_does_not_cost_digits() -> None:
    x = np.random.default_rng(3).normal(size=(2, 3000)).astype(np.float32)
    x[:, 0] = 3e3
    wide = x.astype(np.float64)
    expected = (wide - wide.mean(1, keepdims=True)) / np.sqrt(wide.var(1, keepdims=True) + 1e-5)
    np.testing.assert_allclose(F.layer_norm(sg.from_numpy(x), 3000), expected, rtol=1e-5, atol=1e-6)


def test_batch_norm_and_relu_in_a_row_equal_the_two_apart() -> None:
    sg.manual_seed(0)
    for x in (sg.random.normal((8, 5, 6, 6)), sg.random.normal((8, 5, 2, 2))):
        x.requires_grad = True
        apart, together = nn.BatchNorm2d(5), nn.Sequential(nn.BatchNorm2d(5), nn.ReLU())
        weights = [sg.random.normal((5,)), sg.random.normal((5,))]
        for layer in (apart, together[0]):
            layer.load_state_dict({"weight": weights[0], "bias": weights[1]}, strict=False)
        first, second = F.relu(apart(x)), together(x)
        np.testing.assert_array_equal(first.detach(), second.detach())
        seed = sg.random.normal(x.shape)
        for a, b in zip(
            sg.grad(first, [x, *apart.parameters()], seed),
            sg.grad(second, [x, *together.parameters()], seed),
            strict=True,
        ):
            np.testing.assert_array_equal(a, b)
        np.testing.assert_array_equal(apart.running_var, together[0].running_var)


def test_the_gradient_of_the_gradient_of_the_fused_layer() -> None:
    model = nn.Sequential(nn.BatchNorm1d(3), nn.ReLU()).double()
    x = sg.asarray(np.random.default_rng(4).normal(size=(5, 3)))

    def slope(x: sg.Tensor) -> sg.Tensor:
        x = x if x.requires_grad else x.detach().copy()
        x.requires_grad = True
        with sg.enable_grad():
            return sg.grad((model(x) ** 2).sum() + model(x)[0].sum(), [x], create_graph=True)[0]

    assert sg.gradcheck(model, [x])
    assert sg.gradcheck(slope, [x])


def test_nan_stays_in_its_channel() -> None:
    x = np.random.default_rng(5).normal(size=(4, 3, 40)).astype(np.float32)
    x[1, 1, 3] = np.nan
    layer = nn.BatchNorm1d(3)
    found = np.isnan(np.asarray(layer(sg.from_numpy(x)).detach())).all((0, 2))
    np.testing.assert_array_equal(found, [False, True, False])
    assert np.isnan(np.asarray(layer.running_var)).tolist() == [False, True, False]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: nn.BatchNorm2d(3)(sg.zeros(2, 4, 5, 5)), r"BatchNorm2d: expected input \(N, 3, H, W\), got \(2, 4"),
        (lambda: nn.BatchNorm1d(3)(sg.zeros(1, 3)), "BatchNorm1d: training needs more than one value"),
        (lambda: nn.LayerNorm((4, 5))(sg.zeros(2, 5)), r"LayerNorm: expected input \(..., 4, 5\), got \(2, 5\)"),
        (lambda: nn.GroupNorm(2, 4)(sg.zeros(2, 5)), r"GroupNorm: expected input \(N, 4, ...\), got \(2, 5\)"),
        (lambda: nn.GroupNorm(3, 4), "num_groups must divide num_channels, got 3 and 4"),
        (lambda: nn.InstanceNorm2d(3)(sg.zeros(2, 3, 1, 1)), "more than one value"),
        (lambda: nn.BatchNorm2d(-1), "num_features must not be negative, got -1"),
        (lambda: nn.LayerNorm(()), "normalized_shape must be one or more lengths"),
        (lambda: nn.LayerNorm(-3), "normalized_shape must be one or more lengths"),
        (lambda: F.layer_norm(sg.zeros(2, 5), 5, sg.ones(4)), r"expected weight \(5,\), got \(4,\)"),
        (lambda: F.group_norm(sg.zeros(2, 5), 0), "num_groups must divide"),
        (lambda: F.group_norm(sg.zeros(2, 5), -1), "num_groups must divide"),
        (lambda: F.batch_norm(sg.zeros(2, 5), None, None), "running_mean and running_var are needed"),
        (lambda: F.batch_norm(sg.zeros(2, 5), sg.zeros(4), sg.ones(4)), r"expected running_mean \(5,\)"),
        (lambda: F.batch_norm(sg.zeros(5), None, None, training=True), r"expected input \(N, C, ...\), got \(5,\)"),
    ],
)
def test_bad_input_is_named(call: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()


def test_integers_are_a_type_error() -> None:
    x = sg.ones(2, 3, 4, dtype=sg.int32)
    for call in (
        lambda: F.batch_norm(x, None, None, training=True),
        lambda: F.layer_norm(x, 4),
        lambda: F.rms_norm(x, 4),
        lambda: F.group_norm(x, 3),
        lambda: F.instance_norm(x),
    ):
        with pytest.raises(TypeError, match="floating-point"):
            call()


LAYERS: list[tuple[str, tuple[Any, ...], dict[str, Any], tuple[int, ...]]] = [
    ("BatchNorm1d", (6,), {}, (7, 6)),
    ("BatchNorm1d", (6,), {"momentum": None}, (7, 6, 20)),
    ("BatchNorm2d", (6,), {"eps": 1e-2}, (3, 6, 5, 5)),
    ("BatchNorm2d", (20,), {"affine": False}, (3, 20, 2, 2)),
    ("BatchNorm3d", (4,), {"track_running_stats": False}, (3, 4, 3, 4, 5)),
    ("LayerNorm", ((6, 5),), {}, (3, 6, 5)),
    ("LayerNorm", (70,), {"bias": False}, (9, 70)),
    ("RMSNorm", (70,), {}, (9, 70)),
    ("GroupNorm", (2, 6), {}, (3, 6, 5, 5)),
    ("GroupNorm", (3, 6), {}, (3, 6)),
    ("InstanceNorm1d", (6,), {"affine": True, "track_running_stats": True}, (3, 6, 9)),
    ("InstanceNorm2d", (6,), {}, (6, 5, 5)),
    ("InstanceNorm3d", (2,), {"track_running_stats": True}, (3, 2, 3, 4, 5)),
]


@pytest.mark.parametrize(("name", "args", "kwargs", "shape"), LAYERS)
def test_numbers_are_those_of_pytorch(
    name: str, args: tuple[Any, ...], kwargs: dict[str, Any], shape: tuple[int, ...]
) -> None:
    torch = pytest.importorskip("torch")
    rng = np.random.default_rng(6)
    ours, theirs = getattr(nn, name)(*args, **kwargs), getattr(torch.nn, name)(*args, **kwargs)
    assert list(ours.state_dict()) == list(theirs.state_dict())
    state = {k: rng.uniform(0.5, 1.5, v.shape).astype(str(v.dtype)[6:]) for k, v in theirs.state_dict().items()}
    ours.load_state_dict(state)
    theirs.load_state_dict({k: torch.from_numpy(np.asarray(v)) for k, v in state.items()})
    for training in (True, True, False):
        ours.train(training), theirs.train(training)
        x, dy = rng.normal(1, 2, (2, *shape)).astype(np.float32)
        a, b = sg.asarray(x, requires_grad=True), torch.tensor(x, requires_grad=True)
        y, z = ours(a), theirs(b)
        np.testing.assert_allclose(y.detach(), z.detach(), rtol=1e-4, atol=1e-5)
        found = sg.grad(y, [a, *ours.parameters()], sg.from_numpy(dy))
        expected = torch.autograd.grad(z, [b, *theirs.parameters()], torch.from_numpy(dy))
        for left, right in zip(found, expected, strict=True):
            np.testing.assert_allclose(left, right, rtol=1e-4, atol=1e-4)
        for key, value in theirs.state_dict().items():
            np.testing.assert_allclose(ours.state_dict()[key], value, rtol=1e-5, atol=1e-6)
