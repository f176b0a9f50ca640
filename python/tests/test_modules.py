"""Modules: the tree of parameters, buffers and children, state, hooks, copies, and Python's place in a Swift model."""

import copy
import gc
import inspect
import pickle
import weakref
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import nn
from swiftgrad.nn import functional as F


class Net(nn.Module):
    def __init__(self, width: int = 5) -> None:
        super().__init__()
        self.fc1 = nn.Linear(4, width)
        self.fc2 = nn.Linear(width, 3, bias=False)
        self.scale = nn.Parameter(sg.ones(3))
        self.register_buffer("offset", sg.zeros(3))
        self.width = width

    def forward(self, x: Any) -> Any:
        return self.fc2(F.relu(self.fc1(x))) * self.scale + self.offset


def values(tensor: Any) -> np.ndarray:
    return np.array(tensor.detach())


X = np.linspace(-1, 1, 8, dtype=np.float32).reshape(2, 4)


class TestTree:
    def test_names_and_order_are_those_of_pytorch(self) -> None:
        names = ["scale", "fc1.weight", "fc1.bias", "fc2.weight"]
        assert [name for name, _ in Net().named_parameters()] == names
        assert list(Net().state_dict()) == ["scale", "offset", "fc1.weight", "fc1.bias", "fc2.weight"]

    def test_the_same_as_a_pytorch_module(self) -> None:
        torch = pytest.importorskip("torch", reason="compares with PyTorch")

        class TorchNet(torch.nn.Module):  # type: ignore[name-defined, misc]
            def __init__(self) -> None:
                super().__init__()
                self.fc1 = torch.nn.Linear(4, 5)
                self.fc2 = torch.nn.Linear(5, 3, bias=False)
                self.scale = torch.nn.Parameter(torch.ones(3))
                self.register_buffer("offset", torch.zeros(3))

            def forward(self, x: Any) -> Any:
                return self.fc2(torch.relu(self.fc1(x))) * self.scale + self.offset

        ours, theirs = Net(), TorchNet()
        assert list(ours.state_dict()) == list(theirs.state_dict())
        assert repr(ours) == repr(theirs).replace("TorchNet", "Net")
        ours.load_state_dict({name: tensor.numpy() for name, tensor in theirs.state_dict().items()})
        expected = theirs(torch.from_numpy(X)).detach().numpy()
        np.testing.assert_allclose(values(ours(sg.from_numpy(X))), expected, rtol=1e-5, atol=1e-6)

    def test_children_modules_and_paths(self) -> None:
        model = nn.Sequential(Net(), nn.ReLU())
        assert [name for name, _ in model.named_modules()] == ["", "0", "0.fc1", "0.fc2", "1"]
        assert list(model.modules())[1] is model[0]
        assert [type(m).__name__ for m in model.children()] == ["Net", "ReLU"]
        assert model.get_submodule("0.fc1") is model[0].fc1
        assert model.get_parameter("0.fc1.bias").shape == (5,)
        assert model.get_buffer("0.offset").shape == (3,)
        with pytest.raises(AttributeError, match="nothing"):
            model.get_submodule("0.nothing")
        with pytest.raises(AttributeError, match="not a parameter"):
            model.get_parameter("0.offset")

    def test_own_members_only(self) -> None:
        assert [name for name, _ in Net().named_parameters(recurse=False)] == ["scale"]
        assert next(name for name, _ in Net().named_parameters(prefix="net")) == "net.scale"
        assert len(list(Net().buffers())) == 1

    def test_a_shared_parameter_is_listed_once_and_trained_once(self) -> None:
        model = Net()
        model.fc3 = nn.Linear(4, 5)
        model.fc3.weight = model.fc1.weight
        assert model.fc3.weight is model.fc1.weight
        assert "fc3.weight" not in dict(model.named_parameters())
        assert "fc3.weight" in model.state_dict()

    def test_parameters_are_parameters(self) -> None:
        model = Net()
        assert all(isinstance(p, nn.Parameter) and p.requires_grad for p in model.parameters())
        assert isinstance(model.fc1.weight, nn.Parameter)
        assert not isinstance(model.offset, nn.Parameter)
        assert model.scale is model.scale or values(model.scale) is not None
        assert nn.Parameter(np.zeros(2, np.float32)).requires_grad

    def test_settings_of_a_layer_are_attributes(self) -> None:
        layer = nn.Linear(3, 4, bias=False)
        assert (layer.in_features, layer.out_features, layer.bias) == (3, 4, None)
        assert nn.Dropout(0.25).p == 0.25
        with pytest.raises(AttributeError, match="'Linear' object has no attribute 'wieght'"):
            _ = layer.wieght

    def test_signatures_are_those_of_the_constructors(self) -> None:
        assert list(inspect.signature(nn.Linear).parameters)[:3] == ["in_features", "out_features", "bias"]
        assert list(inspect.signature(Net).parameters) == ["width"]

    def test_dir_lists_members(self) -> None:
        assert {"fc1", "scale", "offset", "width", "forward"} <= set(dir(Net()))
        assert {"weight", "bias", "in_features"} <= set(dir(nn.Linear(1, 1)))


class TestAttributes:
    def test_assignment_before_init_says_what_to_do(self) -> None:
        class Early(nn.Module):
            def __init__(self) -> None:
                self.fc = nn.Linear(1, 1)

        class EarlyParameter(nn.Module):
            def __init__(self) -> None:
                self.weight = nn.Parameter(sg.ones(1))

        for cls in (Early, EarlyParameter):
            with pytest.raises(AttributeError, match=r"super\(\).__init__\(\)"):
                cls()

    def test_use_before_init_raises(self) -> None:
        class Forgetful(nn.Module):
            def __init__(self) -> None:
                self.number = 3

        module = Forgetful()
        assert module.number == 3
        assert "not initialised" in repr(module)
        with pytest.raises(RuntimeError, match=r"super\(\).__init__\(\)"):
            list(module.parameters())

    def test_replacing_and_removing_members(self) -> None:
        model = Net()
        model.fc1 = nn.Linear(4, 5, bias=False)
        assert "fc1.bias" not in model.state_dict()
        model.scale = None
        assert model.scale is None
        assert "scale" not in dict(model.named_parameters())
        model.scale = nn.Parameter(sg.zeros(3))
        assert "scale" in dict(model.named_parameters())
        del model.fc2
        assert not hasattr(model, "fc2")
        assert "fc2.weight" not in model.state_dict()
        with pytest.raises(AttributeError):
            del model.fc2

    def test_a_member_keeps_its_kind(self) -> None:
        model = Net()
        with pytest.raises(TypeError, match="child module 'fc1'"):
            model.fc1 = 3
        with pytest.raises(TypeError, match=r"nn\.Parameter"):  # it would not be trained any more
            model.scale = model.scale.detach() * 2
        with pytest.raises(TypeError, match="parameter 'scale'"):
            model.scale = 3.0
        with pytest.raises(TypeError, match="buffer 'offset'"):
            model.offset = [1, 2, 3]
        model.offset = sg.ones(3)
        assert values(model.state_dict()["offset"]).tolist() == [1, 1, 1]
        model.fc1 = None
        assert model.fc1 is None
        assert [name for name, _ in model.named_children()] == ["fc2"]

    def test_a_plain_tensor_is_a_plain_attribute(self) -> None:
        model = Net()
        model.mask = sg.ones(3)
        assert "mask" not in model.state_dict()
        assert values(model.mask).sum() == 3

    def test_a_name_stands_for_one_thing(self) -> None:
        model = Net()
        model.thing = 1
        model.thing = nn.Linear(1, 1)
        assert "thing.weight" in model.state_dict()
        model.thing = nn.Parameter(sg.ones(1))
        assert "thing.weight" not in model.state_dict()
        assert "thing" in dict(model.named_parameters())

    def test_names_of_the_engines_methods_are_free(self) -> None:
        class Model(nn.Module):
            def __init__(self) -> None:
                super().__init__()
                self.get = nn.Linear(1, 1)
                self.call = nn.Linear(1, 1)
                self.index = nn.Linear(1, 1)

            def forward(self, x: Any) -> Any:
                return self.index(self.call(self.get(x)))

        assert Model()(sg.ones((2, 1))).shape == (2, 1)

    def test_wrong_members(self) -> None:
        model = Net()
        with pytest.raises(KeyError, match="dot"):
            model.register_buffer("a.b", sg.ones(1))
        with pytest.raises(ValueError, match="contain itself"):
            model.fc3 = model
        with pytest.raises(ValueError, match="leaf"):
            model.register_parameter("computed", model.scale * 2)
        with pytest.raises(TypeError, match="child module"):
            model.add_module("fc3", sg.ones(1))  # type: ignore[arg-type]

    def test_buffers_that_are_not_saved(self) -> None:
        model = Net()
        model.register_buffer("cache", sg.ones(2), persistent=False)
        assert "cache" not in model.state_dict()
        model.cache = sg.zeros(2)
        assert "cache" not in model.state_dict()
        assert "cache" in dict(model.named_buffers())


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


class TestForward:
    def test_hooks_run_in_order_and_can_replace(self) -> None:
        layer = nn.Linear(4, 2)
        calls: list[str] = []
        x = sg.from_numpy(X)
        plain = values(layer(x))
        before = layer.register_forward_pre_hook(lambda module, args: (calls.append("before"), (args[0] * 2,))[1])
        after = layer.register_forward_hook(lambda module, args, result: (calls.append("after"), result * 3)[1])
        expected = 3 * values(F.linear(x * 2, layer.weight, layer.bias))
        np.testing.assert_allclose(values(layer(x)), expected, rtol=1e-6)
        assert calls == ["before", "after"]
        before.remove()
        before.remove()
        with after:
            pass
        np.testing.assert_array_equal(values(layer(x)), plain)

    def test_hooks_of_a_python_module_run_inside_a_sequential(self) -> None:
        model = nn.Sequential(Net(), nn.ReLU())
        shapes: list[Any] = []
        with model[0].register_forward_hook(lambda module, args, result: shapes.append(result.shape)):
            model(sg.from_numpy(X))
        model(sg.from_numpy(X))
        assert shapes == [(2, 3)]

    def test_hooks_of_layers_run_inside_a_sequential(self) -> None:
        model = nn.Sequential(nn.Linear(4, 3), nn.ReLU(), nn.Sequential(nn.Linear(3, 2), nn.ReLU()))
        x = sg.from_numpy(X)
        plain = values(model(x))
        seen: list[Any] = []
        handles = [
            module.register_forward_hook(lambda module, args, result: seen.append((module, result.shape)))
            for module in (model[0], model[2][1])
        ]
        np.testing.assert_allclose(values(model(x)), plain, rtol=1e-6)
        assert seen == [(model[0], (2, 3)), (model[2][1], (2, 2))]
        for handle in handles:
            handle.remove()
        model(x)
        assert len(seen) == 2

    def test_a_layer_with_a_forward_of_ones_own(self) -> None:
        class Doubled(nn.Linear):
            def __init__(self, width: int) -> None:
                super().__init__(width, width)

            def forward(self, x: Any) -> Any:
                return super().forward(x) * 2

        layer = Doubled(4)
        x = sg.from_numpy(X)
        expected = 2 * values(F.linear(x, layer.weight, layer.bias))
        for model in (layer, nn.Sequential(nn.Identity(), layer), copy.deepcopy(nn.Sequential(layer))):
            np.testing.assert_allclose(values(model(x)), expected, rtol=1e-6)

    def test_a_python_module_inside_a_sequential_gets_gradients(self) -> None:
        model = nn.Sequential(nn.Linear(4, 4), Net(), nn.Linear(3, 1))
        model(sg.from_numpy(X)).sum().backward()
        assert all(p.grad is not None for p in model.parameters())

    def test_an_exception_comes_out_as_the_same_object(self) -> None:
        class CustomError(Exception):
            pass

        error = CustomError("from forward")

        class Failing(nn.Module):
            def forward(self, x: Any) -> Any:
                raise error

        for model in (Failing(), nn.Sequential(nn.Linear(4, 4), nn.Sequential(Failing()))):
            with pytest.raises(CustomError) as caught:
                model(sg.from_numpy(X))
            assert caught.value is error

    def test_an_error_names_the_layer(self) -> None:
        model = nn.Sequential(nn.Flatten(), nn.Sequential(nn.Linear(3, 4), nn.ReLU()))
        with pytest.raises(ValueError, match=r"1\.0 \(Linear\): .*\(2, 4\)"):
            model(sg.from_numpy(X))

    def test_several_arguments_and_results(self) -> None:
        class Pair(nn.Module):
            def forward(self, x: Any, *, twice: bool = False) -> Any:
                return (x, x + 1) if not twice else x * 2

        assert values(Pair()(sg.ones(1), twice=True))[0] == 2
        first, second = Pair()(sg.ones(1))
        assert values(second)[0] == 2
        assert values(first)[0] == 1

    def test_without_a_forward(self) -> None:
        with pytest.raises(NotImplementedError, match="Bare has no forward"):
            type("Bare", (nn.Module,), {})()(sg.ones(1))
        with pytest.raises(NotImplementedError, match="no forward"):
            nn.Sequential(nn.Module())(sg.ones(1))


class TestContainers:
    def test_sequential_is_a_sequence(self) -> None:
        model = nn.Sequential(nn.Linear(4, 3), nn.ReLU(), nn.Linear(3, 2))
        assert len(model) == 3
        assert model[-1].out_features == 2
        assert [type(m).__name__ for m in model] == ["Linear", "ReLU", "Linear"]
        part = model[:2]
        assert isinstance(part, nn.Sequential)
        assert part[0] is model[0]
        assert model.append(nn.ReLU()) is model
        model.insert(0, nn.Flatten())
        del model[1]
        assert [type(m).__name__ for m in model] == ["Flatten", "ReLU", "Linear", "ReLU"]
        assert [name for name, _ in model.named_children()] == ["0", "1", "2", "3"]
        model[2] = nn.Linear(4, 7)
        assert model(sg.from_numpy(X)).shape == (2, 7)
        with pytest.raises(IndexError):
            _ = model[4]
        with pytest.raises(TypeError, match="child module"):
            model.append(3)  # type: ignore[arg-type]

    def test_sequential_with_names(self) -> None:
        model = nn.Sequential({"first": nn.Linear(4, 3), "second": nn.ReLU()})
        assert model.first.out_features == 3
        assert list(model.state_dict()) == ["first.weight", "first.bias"]

    def test_module_list_and_dict(self) -> None:
        class Model(nn.Module):
            def __init__(self) -> None:
                super().__init__()
                self.layers = nn.ModuleList([nn.Linear(4, 4), Net(), nn.Linear(3, 4)])
                self.heads = nn.ModuleDict({"a": nn.Linear(4, 2), "b": nn.Linear(4, 1)})

            def forward(self, x: Any) -> Any:
                for layer in self.layers:
                    x = layer(x)
                return {name: head(x) for name, head in self.heads.items()}

        model = Model()
        assert model(sg.from_numpy(X))["b"].shape == (2, 1)
        assert "layers.1.fc1.weight" in model.state_dict()
        assert "a" in model.heads
        assert list(model.heads) == ["a", "b"]
        del model.heads["a"]
        assert model.heads.keys() == ["b"]
        model.layers.extend([nn.ReLU()])
        assert len(model.layers) == 4

    def test_an_empty_container_is_true(self) -> None:
        assert nn.ModuleList()
        assert len(nn.ModuleList()) == 0


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


class TestDisplay:
    def test_text(self) -> None:
        model = nn.Sequential(nn.Linear(2, 3), nn.Sequential(nn.ReLU()))
        assert repr(model) == (
            "Sequential(\n"
            "  (0): Linear(in_features=2, out_features=3, bias=True)\n"
            "  (1): Sequential(\n"
            "    (0): ReLU()\n"
            "  )\n"
            ")"
        )

    def test_own_settings(self) -> None:
        class Scaled(Net):
            def extra_repr(self) -> str:
                return f"width={self.width}"

        assert repr(Scaled()).startswith("Scaled(\n  width=5\n  (fc1): Linear(")

    def test_html_folds_and_counts(self) -> None:
        page = Net()._repr_html_()
        assert page.count("<details") == 1
        assert "Linear(in_features=4" in page
        assert "43 parameters" in page


class TestSummary:
    def test_layers_shapes_and_costs(self) -> None:
        model = nn.Sequential(nn.Flatten(), nn.Linear(8, 3), nn.ReLU(), Net2(), nn.Dropout(0.5))
        model[1].bias.requires_grad = False
        model[4].eval()
        summary = model.summary((5, 2, 4))
        assert [line.path for line in summary.lines] == ["", "0", "1", "2", "3", "3.fc", "4"]
        assert [line.output_shapes for line in summary.lines[1:4]] == [((5, 8),), ((5, 3),), ((5, 3),)]
        assert summary.lines[5].output_shapes == ((5, 2),)
        assert summary.lines[3].output_bytes == 5 * 3 * 4
        assert (summary.parameters, summary.trainable) == (35, 32)
        assert summary.flops == 2 * 5 * (8 * 3 + 3 * 2)
        assert [m.training for m in model] == [True, True, True, True, False]
        assert not model[1]._forward_hooks
        text = repr(summary)
        assert "1: Linear" in text
        assert "35 parameters (32 trainable, 3 not)" in text
        assert summary._repr_html_().count("<tr>") == 8

    def test_tensors_as_inputs_and_errors(self) -> None:
        assert Net().summary(sg.from_numpy(X)).lines[0].output_shapes == ((2, 3),)
        model = Net()
        with pytest.raises(ValueError, match="fc1"):
            model.summary((2, 5))
        assert model.training
        assert not model.fc1._forward_hooks


class Net2(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.fc = nn.Linear(3, 2)

    def forward(self, x: Any) -> Any:
        return (self.fc(x), x)[0]


class TestUtils:
    def gradients(self, *sizes: int) -> list[Any]:
        parameters = []
        for size in sizes:
            parameter = nn.Parameter(sg.ones(size))
            parameter.grad = sg.full((size,), 3.0)
            parameters.append(parameter)
        return [*parameters, nn.Parameter(sg.ones(2))]

    def test_clipping_by_norm(self) -> None:
        parameters = self.gradients(4, 12)
        norm = nn.utils.clip_grad_norm_((p for p in parameters), 1.0)
        assert float(norm) == pytest.approx(12.0)
        total = sum(float((p.grad**2).sum()) for p in parameters if p.grad is not None)
        assert total == pytest.approx(1.0, rel=1e-5)
        assert float(nn.utils.clip_grad_norm_(parameters, 5.0)) == pytest.approx(1.0, rel=1e-5)
        assert sum(float((p.grad**2).sum()) for p in parameters[:2]) == pytest.approx(1.0, rel=1e-5)

    @pytest.mark.parametrize("norm_type", [1.0, 2.0, 3.0, float("inf")])
    def test_norms_are_numpys(self, norm_type: float) -> None:
        parameters = self.gradients(3, 2)
        flat = np.concatenate([values(p.grad) for p in parameters[:2]])
        norm = nn.utils.clip_grad_norm_(parameters, 0.5, norm_type)
        assert float(norm) == pytest.approx(np.linalg.norm(flat, norm_type), rel=1e-5)

    def test_a_norm_that_is_not_finite(self) -> None:
        parameters = self.gradients(2)
        parameters[0].grad = sg.asarray([float("inf"), 1.0])
        with pytest.raises(RuntimeError, match="inf"):
            nn.utils.clip_grad_norm_(parameters, 1.0, error_if_nonfinite=True)
        assert values(parameters[0].grad)[1] == 1

    def test_clipping_by_value(self) -> None:
        parameters = self.gradients(3)
        nn.utils.clip_grad_value_(parameters, 0.5)
        assert values(parameters[0].grad).tolist() == [0.5] * 3

    @pytest.mark.parametrize("dtype", ["float32", "float64", "float16"])
    @pytest.mark.parametrize("norm_type", [2.0, float("inf")])
    def test_clipping_of_gradients_of_any_layout(self, dtype: str, norm_type: float) -> None:
        given = np.random.default_rng(0).normal(size=(3, 40, 70)).astype(dtype)
        parameters = []
        for array in given:
            parameter = nn.Parameter(sg.ones((70, 40), dtype=dtype))
            parameter.grad = sg.array(array).T
            parameters.append(parameter)
        flat = given.astype("float64").ravel()
        norm = nn.utils.clip_grad_norm_(parameters, 0.25, norm_type)
        assert float(norm) == pytest.approx(np.linalg.norm(flat, norm_type), rel=1e-6)
        for parameter, array in zip(parameters, given, strict=True):
            expected = array.T.astype("float64") * (0.25 / float(norm))
            np.testing.assert_allclose(values(parameter.grad).astype("float64"), expected, rtol=2e-3, atol=1e-6)
        nn.utils.clip_grad_value_(parameters, 0.002)
        assert max(np.abs(values(p.grad).astype("float64")).max() for p in parameters) <= np.dtype(dtype).type(0.002)

    def test_clipping_has_the_same_bits_on_any_number_of_threads(self) -> None:
        given = np.random.default_rng(0).normal(size=100_003).astype("float32")
        seen = []
        for threads in (1, 2, 4):
            sg.set_num_threads(threads)
            parameter = nn.Parameter(sg.ones(given.size))
            parameter.grad = sg.array(given)
            seen.append((float(nn.utils.clip_grad_norm_(parameter, 1.0)), values(parameter.grad).tobytes()))
        assert seen[0] == seen[1] == seen[2]

    def test_clipping_without_gradients_or_with_nan(self) -> None:
        assert float(nn.utils.clip_grad_norm_([], 1.0)) == 0
        assert float(nn.utils.clip_grad_norm_(nn.Parameter(sg.ones(2)), 1.0)) == 0
        parameters = self.gradients(3)
        parameters[0].grad = sg.asarray([1.0, float("nan"), -7.0])
        assert np.isnan(float(nn.utils.clip_grad_norm_(self.gradients(2) + parameters, 1.0, float("inf"))))
        parameters[0].grad = sg.asarray([1.0, float("nan"), -7.0])
        nn.utils.clip_grad_value_(parameters, 2.0)
        np.testing.assert_array_equal(values(parameters[0].grad), [1.0, np.nan, -2.0])

    def test_parameters_as_a_vector(self) -> None:
        model = Net()
        vector = nn.utils.parameters_to_vector(model.parameters())
        assert vector.shape == (43,)
        nn.utils.vector_to_parameters(sg.arange(43, dtype=sg.float32), model.parameters())
        assert values(model.scale).tolist() == [0, 1, 2]
        assert values(model.fc2.weight)[-1, -1] == 42
        with pytest.raises(ValueError, match=r"\(43,\)"):
            nn.utils.vector_to_parameters(sg.ones(3), model.parameters())

    def test_initialisers_fill_in_place(self) -> None:
        layer = nn.Linear(4, 3)
        assert nn.init.constant_(layer.weight, 0.5) is layer.weight
        assert (values(layer.weight) == 0.5).all()
        nn.init.zeros_(layer.bias)
        assert not values(layer.bias).any()
        bound = np.sqrt(6 / 7)
        nn.init.xavier_uniform_(layer.weight)
        assert (abs(values(layer.weight)) <= bound).all()
        assert values(layer.weight).std() > 0.1
