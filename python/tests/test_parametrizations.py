"""Spectral and weight normalisation: names, forwards before one backward, eval mode, copies, PyTorch's numbers."""

import copy
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import nn
from swiftgrad.nn.utils.parametrizations import spectral_norm, weight_norm


def largest(weight: Any) -> float:
    return float(np.linalg.svd(np.asarray(weight).reshape(weight.shape[0], -1), compute_uv=False)[0])


def test_the_largest_singular_value_becomes_one() -> None:
    sg.manual_seed(0)
    layer = spectral_norm(nn.Linear(12, 20), n_power_iterations=30)
    assert isinstance(layer, nn.Linear)
    assert abs(largest(layer.weight.detach()) - 1) < 1e-3
    names = ["bias", "parametrizations.weight.original", "parametrizations.weight.0._u", "parametrizations.weight.0._v"]
    assert list(layer.state_dict()) == names
    assert [name for name, _ in layer.named_parameters()] == names[:2]
    assert nn.utils.spectral_norm(nn.Linear(2, 2)).parametrizations.weight.original.shape == (2, 2)


def test_vectors_move_in_training_and_rest_in_eval_mode() -> None:
    layer = spectral_norm(nn.Linear(5, 7))
    x = sg.random.normal((3, 5))
    before = {name: np.array(value) for name, value in layer.state_dict().items()}
    layer.eval()
    np.testing.assert_array_equal(layer(x).detach(), layer(x).detach())
    for name, value in layer.state_dict().items():
        np.testing.assert_array_equal(value, before[name])
    layer.train()(x)
    assert not np.array_equal(
        layer.state_dict()["parametrizations.weight.0._u"], before["parametrizations.weight.0._u"]
    )


def test_several_forwards_before_one_backward_give_the_sum_of_their_gradients() -> None:
    sg.manual_seed(1)
    model = nn.Sequential(spectral_norm(nn.Linear(4, 6)), nn.ReLU(), spectral_norm(nn.Linear(6, 1)))
    real, fake = sg.random.normal((5, 4)), sg.random.normal((5, 4))
    start = {name: value.copy() for name, value in model.state_dict().items()}
    (model(real).mean() - model(fake).mean()).backward()
    together = [np.array(p.grad) for p in model.parameters()]
    model.zero_grad()
    model.load_state_dict(start)
    model(real).mean().backward()
    (-model(fake).mean()).backward()
    for gradient, parameter in zip(together, model.parameters(), strict=True):
        np.testing.assert_allclose(gradient, parameter.grad, rtol=1e-5, atol=1e-6)


def test_gradients_are_difference_quotients() -> None:
    for wrap, names in ((spectral_norm, ["original"]), (weight_norm, ["original0", "original1"])):
        layer = wrap(nn.Linear(3, 4)).double().eval()
        x = sg.asarray(np.random.default_rng(0).normal(size=(2, 3)))
        for name in names:
            parameter = getattr(layer.parametrizations.weight, name)
            (layer(x) ** 2).sum().backward()
            found, values = np.array(parameter.grad), parameter.detach()
            layer.zero_grad()
            for place in np.ndindex(*values.shape):
                original, sides = values[place].item(), []
                for step in (1e-6, -1e-6):
                    values[place] = original + step
                    sides.append((layer(x) ** 2).sum().item())
                values[place] = original
                assert abs((sides[0] - sides[1]) / 2e-6 - found[place]) < 1e-6


def test_weight_norm_starts_as_the_weight_and_has_its_own_lengths() -> None:
    for dim, shape in ((0, (6, 1)), (1, (1, 4)), (None, ())):
        layer = nn.Linear(4, 6)
        weight = np.array(layer.weight.detach())
        weight_norm(layer, dim=dim)
        np.testing.assert_allclose(layer.weight.detach(), weight, rtol=1e-6)
        assert layer.parametrizations.weight.original0.shape == shape
        assert list(layer.state_dict())[1:] == [f"parametrizations.weight.original{i}" for i in (0, 1)]


def test_copies_are_independent_and_compute_the_same() -> None:
    for wrap in (spectral_norm, weight_norm):
        model = nn.Sequential(wrap(nn.Linear(4, 6)), nn.ReLU()).eval()
        twin = copy.deepcopy(model)
        x = sg.random.normal((3, 4))
        np.testing.assert_array_equal(twin(x).detach(), model(x).detach())
        with sg.no_grad():
            for parameter in twin.parameters():
                parameter *= 2
        assert not np.array_equal(twin(x).detach(), model(x).detach())


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: spectral_norm(nn.Linear(2, 3), "weigth"), "Linear has no parameter 'weigth'"),
        (lambda: spectral_norm(nn.Linear(2, 3), dim=2), r"axis 2 is none of a weight of shape \(3, 2\)"),
        (lambda: spectral_norm(nn.Linear(2, 3), n_power_iterations=0), "n_power_iterations must be at least 1, got 0"),
        (lambda: spectral_norm(spectral_norm(nn.Linear(2, 3))), "parametrized already"),
        (lambda: weight_norm(nn.Linear(2, 3), dim=5), "axis 5 is none"),
    ],
)
def test_bad_input_is_named(call: Any, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        call()


@pytest.mark.parametrize("name", ["spectral_norm", "weight_norm"])
def test_numbers_are_those_of_pytorch(name: str) -> None:
    torch = pytest.importorskip("torch")
    ours = getattr(nn.utils.parametrizations, name)(nn.Linear(5, 7))
    theirs = getattr(torch.nn.utils.parametrizations, name)(torch.nn.Linear(5, 7))
    ours.load_state_dict({key: value.numpy() for key, value in theirs.state_dict().items()})
    rng = np.random.default_rng(2)
    for training in (True, True, False):
        ours.train(training), theirs.train(training)
        x = rng.normal(size=(3, 5)).astype(np.float32)
        ours.zero_grad(), theirs.zero_grad()
        y, z = ours(sg.from_numpy(x)), theirs(torch.from_numpy(x))
        np.testing.assert_allclose(y.detach(), z.detach().numpy(), rtol=1e-5, atol=1e-6)
        y.square().sum().backward(), (z**2).sum().backward()
        for (key, a), (other, b) in zip(ours.named_parameters(), theirs.named_parameters(), strict=True):
            assert key == other
            np.testing.assert_allclose(a.grad, b.grad, rtol=1e-4, atol=1e-5)
        for key, value in theirs.state_dict().items():
            np.testing.assert_allclose(ours.state_dict()[key], value, rtol=1e-5, atol=1e-6)
