"""Modules: state dicts, copies and pickles, and how long they live."""

import copy
import gc
import pickle
import weakref
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from module_cases import Net, X, values
from swiftgrad import nn


class TestState:
    def test_state_shares_memory(self) -> None:
        model = Net()
        state = model.state_dict()
        np.asarray(state["fc1.bias"])[:] = 7
        assert values(model.fc1.bias).tolist() == [7] * 5
        assert not state["fc1.bias"].requires_grad

    def test_loading_says_what_does_not_fit_and_changes_nothing(self) -> None:
        model = Net()
        before = {name: values(t) for name, t in model.state_dict().items()}
        state = {name: np.zeros(t.shape, np.float32) for name, t in model.state_dict().items()}
        state["fc1.weight"] = np.zeros((1, 1), np.float32)
        state["extra"] = state.pop("scale")
        with pytest.raises(RuntimeError) as error:
            model.load_state_dict(state)
        for words in ("scale", "extra", "fc1.weight", "(5, 4)", "(1, 1)"):
            assert words in str(error.value)
        for name, tensor in model.state_dict().items():
            np.testing.assert_array_equal(values(tensor), before[name])

    def test_loading_without_strict_reports_keys(self) -> None:
        model = Net()
        result = model.load_state_dict({"scale": np.full(3, 2.0), "extra": np.ones(1)}, strict=False)
        assert result.missing_keys == ["offset", "fc1.weight", "fc1.bias", "fc2.weight"]
        assert result.unexpected_keys == ["extra"]
        assert values(model.scale).tolist() == [2, 2, 2]
        assert model.scale.dtype == sg.float32
        with pytest.raises(TypeError, match="dict of tensors"):
            model.load_state_dict([1, 2])  # type: ignore[arg-type]

    def test_training_mode_reaches_the_tree(self) -> None:
        model = nn.Sequential(Net(), nn.Dropout(0.5))
        assert model.training
        assert model.eval() is model
        assert not any(module.training for module in model.modules())
        assert model.train()[1].training

    def test_an_overridden_train_is_called(self) -> None:
        class Frozen(Net):
            def train(self, mode: bool = True) -> "Frozen":
                return super().train(False)

        model = nn.Sequential(Frozen(), nn.Dropout(0.5))
        model.train()
        assert model.training
        assert not model[0].training
        assert not model[0].fc1.training

    def test_gradients_appear_and_go(self) -> None:
        model = Net()
        model(sg.from_numpy(X)).sum().backward()
        assert all(p.grad is not None for p in model.parameters())
        model.zero_grad(set_to_none=False)
        assert all(not values(p.grad).any() for p in model.parameters())
        model.zero_grad()
        assert all(p.grad is None for p in model.parameters())

    def test_freezing(self) -> None:
        model = Net()
        model.fc1.requires_grad_(False)
        model(sg.from_numpy(X)).sum().backward()
        assert model.fc1.weight.grad is None
        assert model.fc2.weight.grad is not None
        for parameter in model.parameters():
            parameter.requires_grad = False
        assert not model(sg.from_numpy(X)).requires_grad

    def test_conversion(self) -> None:
        model = Net()
        model.fc3 = nn.Linear(4, 5)
        model.fc3.weight = model.fc1.weight
        model.fc1.bias.requires_grad = False
        assert model.double() is model
        assert all(t.dtype == sg.float64 for t in model.state_dict().values())
        assert model.fc3.weight is model.fc1.weight
        assert not model.fc1.bias.requires_grad
        assert model(sg.from_numpy(X.astype(np.float64))).dtype == sg.float64
        with pytest.raises(TypeError, match="int32"):
            model.to(sg.int32)
        assert model.float().to("cpu").scale.dtype == sg.float32

    def test_apply_visits_children_first(self) -> None:
        seen: list[str] = []
        nn.Sequential(Net(), nn.ReLU()).apply(lambda module: seen.append(type(module).__name__))
        assert seen == ["Linear", "Linear", "Net", "ReLU", "Sequential"]


class TestLife:
    def test_a_child_lives_as_long_as_its_parent(self) -> None:
        model = nn.Sequential(Net())
        model[0].note = "kept"
        gc.collect()
        assert model[0].note == "kept"

        class Outer(nn.Module):
            def __init__(self) -> None:
                super().__init__()
                self.inner = nn.Sequential(Net())

            def forward(self, x: Any) -> Any:
                return self.inner(x)

        outer = Outer()
        gc.collect()
        assert outer(sg.from_numpy(X)).shape == (2, 3)

    def test_a_model_goes_with_its_last_reference(self) -> None:
        model = nn.Sequential(Net(), nn.ReLU())
        model(sg.from_numpy(X)).sum().backward()
        inside = weakref.ref(model[0])
        del model
        gc.collect()
        assert inside() is None

    def test_a_replaced_child_goes(self) -> None:
        model = Net()
        old = weakref.ref(model.fc1)
        model.fc1 = nn.Linear(4, 5)
        gc.collect()
        assert old() is None


class TestCopies:
    def model(self) -> nn.Module:
        model = nn.Sequential(Net(), nn.Dropout(0.3), nn.Linear(3, 2))
        model.append(nn.ReLU())
        model[2].weight.requires_grad = False
        model[0].note = {"a": [1]}
        model[0].eval()
        return model

    @pytest.mark.parametrize("copier", [copy.deepcopy, lambda model: pickle.loads(pickle.dumps(model))])
    def test_a_copy_is_the_same_and_independent(self, copier: Any) -> None:
        model = self.model()
        model.eval()
        model[0].train()
        other = copier(model)
        x = sg.from_numpy(X)
        assert repr(other) == repr(model)
        assert list(other.state_dict()) == list(model.state_dict())
        np.testing.assert_array_equal(values(other(x)), values(model(x)))
        assert [m.training for m in other.modules()] == [m.training for m in model.modules()]
        assert not other[2].weight.requires_grad
        assert other[0].note == {"a": [1]}
        assert other[0].note is not model[0].note
        np.asarray(other.state_dict()["2.bias"])[:] = 9
        assert not (values(model[2].bias) == 9).any()

    def test_sharing_survives(self) -> None:
        model = Net()
        model.fc3 = nn.Linear(4, 5)
        model.fc3.weight = model.fc1.weight
        other = copy.deepcopy(model)
        assert other.fc3.weight is other.fc1.weight
        assert other.fc3.weight is not model.fc1.weight

    def test_absent_members_survive(self) -> None:
        model = Net()
        model.register_parameter("gate", None)
        model.register_buffer("cache", None, persistent=False)
        other = copy.deepcopy(model)
        assert other.gate is None
        assert other.cache is None
        other.cache = sg.ones(1)
        assert "cache" not in other.state_dict()

    def test_a_copy_draws_no_random_numbers(self) -> None:
        model = self.model()
        before = sg.random.get_state()
        copy.deepcopy(model)
        assert sg.random.get_state() == before

    def test_a_state_dict_can_be_pickled(self) -> None:
        state = Net().state_dict()
        again = pickle.loads(pickle.dumps(state))
        assert list(again) == list(state)
        assert all((values(again[name]) == values(state[name])).all() for name in state)
