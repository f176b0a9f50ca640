"""Optimisers: PyTorch's numbers and states, groups, closures, bad arguments."""

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import nn, optim
from swiftgrad.nn import functional as F
from training_cases import classifier, values, weights

REFERENCE = json.loads((Path(__file__).parent / "reference" / "optimizer_trajectories.json").read_text())


class TestOptimizers:
    @pytest.mark.parametrize(
        "case", REFERENCE["trajectories"], ids=lambda case: case["optimizer"] + json.dumps(case["settings"])
    )
    @pytest.mark.parametrize(("dtype", "tolerance"), [(np.float64, 1e-12), (np.float32, 2e-6)])
    def test_the_trajectory_is_pytorchs(self, case: dict[str, Any], dtype: Any, tolerance: float) -> None:
        w = nn.Parameter(sg.asarray(np.array(REFERENCE["start"], dtype)))
        scale = sg.asarray(np.array(REFERENCE["scale"], dtype))
        optimizer = getattr(optim, case["optimizer"])([w], **case["settings"])
        kept = {int(step): weights for step, weights in case["weights"].items()}
        for step in range(1, max(kept) + 1):
            optimizer.zero_grad()
            (scale * w * w + w.sin()).sum().backward()
            optimizer.step()
            if step in kept:
                np.testing.assert_allclose(values(w), kept[step], rtol=tolerance, atol=tolerance)

    def test_parameters_may_come_in_any_way(self) -> None:
        model = classifier()
        for parameters in (
            model.parameters(),
            list(model.parameters()),
            model,
            (p for p in model.parameters() if p.ndim == 2),
            [{"params": model[0].parameters()}, {"params": [model[2].weight], "lr": 0.1}],
        ):
            optimizer = optim.SGD(parameters, lr=0.5)
            assert all(isinstance(p, sg.Tensor) for group in optimizer.param_groups for p in group["params"])

    @pytest.mark.parametrize(
        ("make", "error", "words"),
        [
            (lambda: optim.SGD([], lr=0.1), ValueError, "empty"),
            (lambda: optim.Adam([sg.ones(1)], lr=-1.0), ValueError, "lr"),
            (lambda: optim.Adam([sg.ones(1)], betas=(1.0, 0.9)), ValueError, "betas"),
            (lambda: optim.SGD([3], lr=0.1), TypeError, "int"),
            (lambda: optim.SGD([sg.ones(1)], lr=0.1, momentun=0.9), TypeError, "momentun"),
            (lambda: optim.SGD([{"params": [sg.ones(1)], "rate": 1.0}]), KeyError, "rate"),
            (lambda: optim.Optimizer(), TypeError, "base"),
            (lambda: optim.Muon([sg.ones(3)]), ValueError, "matrices only"),
            (lambda: optim.Muon([sg.ones((2, 2))], ns_steps=100), ValueError, "ns_steps"),
            (lambda: optim.Muon([sg.ones((2, 2))], ns_coefficients=(1.0, 2.0)), TypeError, "3 numbers"),
            (lambda: optim.Muon([sg.ones((2, 2))], adjust_lr_fn="none"), ValueError, "adjust_lr_fn"),
            (lambda: optim.Adadelta([sg.ones(1)], rho=1.5), ValueError, "rho"),
            (lambda: optim.RMSprop([sg.ones(1)], momentum=-1), ValueError, "momentum"),
        ],
    )
    def test_wrong_arguments(self, make: Any, error: type[Exception], words: str) -> None:
        with pytest.raises(error, match=words):
            make()

    def test_groups_can_be_read_and_written(self) -> None:
        model = classifier()
        optimizer = optim.SGD([{"params": model[0].parameters()}], lr=0.5)
        optimizer.add_param_group({"params": model[2].parameters(), "lr": 0.25})
        assert [group["lr"] for group in optimizer.param_groups] == [0.5, 0.25]
        before = weights(model)
        for group in optimizer.param_groups:
            group["lr"] *= 0
            group["note"] = "slow"
        F.cross_entropy(model(sg.ones((1, 2))), sg.asarray([1])).backward()
        optimizer.step()
        assert weights(model) == before
        assert optimizer.param_groups[1]["note"] == "slow"
        with pytest.raises(ValueError, match="lr"):
            optimizer.param_groups[0]["lr"] = -1.0
        with pytest.raises(KeyError):
            _ = optimizer.param_groups[0]["nothing"]
        assert "lr: 0.0" in repr(optimizer)

    def test_gradients_go(self) -> None:
        w = nn.Parameter(sg.ones(2))
        optimizer = optim.SGD([w], lr=0.1)
        w.sum().backward()
        optimizer.zero_grad(set_to_none=False)
        assert values(w.grad).tolist() == [0, 0]
        optimizer.zero_grad()
        assert w.grad is None

    def test_a_closure_is_called_with_gradients_on(self) -> None:
        w = nn.Parameter(sg.asarray([2.0]))
        optimizer = optim.SGD([w], lr=0.25)

        def closure() -> Any:
            optimizer.zero_grad()
            loss = (w * w).sum()
            loss.backward()
            return loss

        with sg.no_grad():
            assert float(optimizer.step(closure)) == 4.0
        assert values(w).tolist() == [1.0]

    @pytest.mark.parametrize(
        ("name", "settings"),
        [
            ("SGD", {"momentum": 0.9}),
            ("Adam", {}),
            ("AdamW", {"amsgrad": True}),
            ("NAdam", {"momentum_decay": 0.3}),
            ("RAdam", {}),
            ("RMSprop", {"momentum": 0.9, "centered": True}),
            ("Adagrad", {"initial_accumulator_value": 0.5, "lr_decay": 0.1}),
            ("Adadelta", {}),
            ("Lion", {"weight_decay": 0.1}),
            ("Muon", {}),
        ],
    )
    def test_state_continues_bit_for_bit(self, name: str, settings: dict[str, Any]) -> None:
        settings = {"lr": 0.05, **settings}

        def steps(w: Any, optimizer: Any, count: int) -> None:
            for _ in range(count):
                optimizer.zero_grad()
                (w * w * w).sum().backward()
                optimizer.step()

        straight = nn.Parameter(sg.asarray([[1.0, 2.0]]))
        steps(straight, optimizer := getattr(optim, name)([straight], **settings), 3)
        state = optimizer.state_dict()
        assert set(state) == {"state", "param_groups"}
        assert state["param_groups"][0]["params"] == [0]
        other = nn.Parameter(straight.detach().copy())
        continued = getattr(optim, name)([other], lr=1.0)
        assert continued.state_dict()["state"] == {}
        continued.load_state_dict(state)
        steps(straight, optimizer, 3)
        steps(other, continued, 3)
        assert values(other).tolist() == values(straight).tolist()

    @pytest.mark.parametrize("name", ["Adam", "NAdam", "RAdam", "RMSprop", "Adagrad", "Adadelta"])
    def test_state_of_pytorch_loads(self, name: str) -> None:
        torch = pytest.importorskip("torch", reason="compares with PyTorch")
        theirs = torch.tensor([1.0, 2.0], requires_grad=True)
        optimizer = getattr(torch.optim, name)([theirs], lr=0.1)
        for _ in range(3):
            optimizer.zero_grad()
            (theirs**3).sum().backward()
            optimizer.step()
        ours = nn.Parameter(sg.array(theirs.detach().numpy()))
        continued = getattr(optim, name)([ours])
        continued.load_state_dict(optimizer.state_dict())
        (ours**3).sum().backward()
        continued.step()
        optimizer.zero_grad()
        (theirs**3).sum().backward()
        optimizer.step()
        np.testing.assert_allclose(values(ours), theirs.detach().numpy(), rtol=1e-6)

    def test_lion_is_the_papers(self) -> None:
        generator = np.random.default_rng(1)
        expected = generator.normal(size=(3, 5))
        w = nn.Parameter(sg.array(expected))
        optimizer = optim.Lion([w], lr=0.01, betas=(0.8, 0.95), weight_decay=0.3)
        mean = np.zeros_like(expected)
        for _ in range(20):
            gradient = generator.normal(size=expected.shape)
            gradient[0, 0] = 0.0
            update = np.sign(0.8 * mean + 0.2 * gradient)
            mean = 0.95 * mean + 0.05 * gradient
            expected = expected - 0.01 * (update + 0.3 * expected)
            w.grad = sg.array(gradient)
            optimizer.step()
        np.testing.assert_allclose(values(w), expected, rtol=1e-12)

    @pytest.mark.parametrize("shape", [(6, 4), (4, 6)])
    @pytest.mark.parametrize("nesterov", [False, True])
    @pytest.mark.parametrize("adjust", [None, "match_rms_adamw"])
    def test_muon_makes_its_step_orthogonal(self, shape: tuple[int, int], nesterov: bool, adjust: str | None) -> None:
        generator = np.random.default_rng(2)
        start = generator.normal(size=shape)
        w = nn.Parameter(sg.array(start))
        optimizer = optim.Muon([w], lr=0.1, weight_decay=0.2, momentum=0.9, nesterov=nesterov, adjust_lr_fn=adjust)
        mean, expected = np.zeros(shape), start
        for _ in range(3):
            gradient = generator.normal(size=shape)
            mean = 0.9 * mean + 0.1 * gradient
            x = 0.1 * gradient + 0.9 * mean if nesterov else mean
            u, s, v = np.linalg.svd(x, full_matrices=False)
            s = s / np.linalg.norm(s)
            for _ in range(5):
                s = 3.4445 * s - 4.775 * s**3 + 2.0315 * s**5
            scale = 0.2 * np.sqrt(max(shape)) if adjust else np.sqrt(max(1, shape[0] / shape[1]))
            expected = expected * (1 - 0.1 * 0.2) - 0.1 * scale * (u * s) @ v
            w.grad = sg.array(gradient)
            optimizer.step()
        np.testing.assert_allclose(values(w), expected, rtol=1e-9)

    def test_state_that_does_not_fit_changes_nothing(self) -> None:
        w = nn.Parameter(sg.ones(2))
        optimizer = optim.Adam([w], lr=0.1)
        with pytest.raises(ValueError, match="param_groups"):
            optimizer.load_state_dict({})
        state = optim.Adam([nn.Parameter(sg.ones(2)), nn.Parameter(sg.ones(2))], lr=0.7).state_dict()
        with pytest.raises(ValueError, match="other parameters"):
            optimizer.load_state_dict(state)
        assert optimizer.param_groups[0]["lr"] == 0.1
