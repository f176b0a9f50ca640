"""Sampling at the places of a grid beside PyTorch's, at its kinks, and at places that are none."""

import itertools

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad.nn import functional as F

PADDINGS = ("zeros", "border", "reflection")
CONFIGURATIONS = [
    *itertools.product((2,), ("nearest", "bilinear", "bicubic"), PADDINGS, (False, True)),
    *itertools.product((3,), ("nearest", "bilinear"), PADDINGS, (False, True)),
]


@pytest.mark.parametrize(("axes", "mode", "padding", "corners"), CONFIGURATIONS)
def test_results_and_gradients_are_pytorchs(axes: int, mode: str, padding: str, corners: bool) -> None:
    torch = pytest.importorskip("torch", reason="compares with PyTorch")
    rng = np.random.default_rng(axes)
    x = rng.normal(size=(2, 3, *(4, 5, 3)[:axes]))
    grid = rng.uniform(-2.5, 2.5, (2, *(6, 5, 4)[:axes], axes))
    grid[0, 0, 0] = -1  # at the corners and the centre, where slopes change
    grid[0, 1, 0] = 1
    grid[1, 0, 0] = 0
    theirs = [torch.tensor(a, requires_grad=True) for a in (x, grid)]
    expected = torch.nn.functional.grid_sample(*theirs, mode, padding, corners)
    weights = rng.normal(size=expected.shape)
    (expected * torch.tensor(weights)).sum().backward()
    ours = [sg.array(a, requires_grad=True) for a in (x, grid)]
    found = F.grid_sample(*ours, mode, padding, corners)
    (found * sg.asarray(weights)).sum().backward()
    np.testing.assert_allclose(found.detach(), expected.detach(), atol=1e-12)
    for a, b in zip(ours, theirs, strict=True):
        np.testing.assert_allclose(a.grad, b.grad, atol=1e-12)


@pytest.mark.parametrize("corners", [False, True])
def test_affine_grids_are_pytorchs(corners: bool) -> None:
    torch = pytest.importorskip("torch", reason="compares with PyTorch")
    rng = np.random.default_rng(0)
    for size in ((2, 3, 4, 5), (1, 2, 2, 7), (2, 1, 3, 2, 4)):
        theta = rng.normal(size=(size[0], len(size) - 2, len(size) - 1))
        expected = torch.nn.functional.affine_grid(torch.tensor(theta), size, corners)
        np.testing.assert_allclose(F.affine_grid(sg.asarray(theta), size, corners), expected, atol=1e-14)


@pytest.mark.parametrize("axes", [2, 3])
@pytest.mark.parametrize("corners", [False, True])
def test_the_identity_gives_the_image(axes: int, corners: bool) -> None:
    x = sg.asarray(np.random.default_rng(0).normal(size=(1, 2, *(4, 5, 3)[:axes])))
    grid = F.affine_grid(sg.eye(axes, axes + 1, dtype=sg.float64).reshape(1, axes, axes + 1), x.shape, corners)
    for mode in ("nearest", "bilinear"):
        np.testing.assert_allclose(F.grid_sample(x, grid, mode, align_corners=corners), x, atol=1e-14)


@pytest.mark.parametrize(("axes", "mode", "padding", "corners"), CONFIGURATIONS)
def test_places_that_are_none_touch_no_other(axes: int, mode: str, padding: str, corners: bool) -> None:
    x = sg.ones(1, 1, *(4, 5, 3)[:axes], requires_grad=True)
    places = [float("nan"), float("inf"), -float("inf"), 1e30, -1e30, 0.1]
    grid = sg.asarray(np.array(places, np.float32).repeat(axes).reshape(1, -1, *[1] * (axes - 1), axes))
    found = F.grid_sample(x, grid, mode, padding, corners)
    found.reshape(-1)[-1].backward()
    assert abs(found.reshape(-1)[-1].item() - 1) < 1e-6
    if padding == "zeros":
        assert found.reshape(-1)[:-1].tolist() == [0] * 5
        F.grid_sample(x, grid, mode, padding, corners).sum().backward()
        assert x.grad is not None
        assert sg.isfinite(x.grad).all()
