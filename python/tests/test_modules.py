"""Modules: the tree of parameters, buffers and children, attributes, calls and hooks, containers."""

import copy
import inspect
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from module_cases import Net, X, values
from swiftgrad import nn
from swiftgrad.nn import functional as F


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
        with pytest.raises(NotImplementedError, match="ModuleList has no forward that makes one tensor of one"):
            nn.ModuleList()(sg.ones(1))


class TestContainers:
    def test_the_last_of_a_row_may_return_several(self) -> None:
        recurrent = nn.GRU(3, 4)
        x = sg.ones(5, 2, 3)
        outputs, state = nn.Sequential(nn.Identity(), recurrent)(x)
        assert outputs.shape == (5, 2, 4)
        np.testing.assert_array_equal(values(state), values(recurrent(x)[1]))
        with pytest.raises(TypeError, match=r"1 \(Linear\): expected one tensor, got \(list\)"):
            nn.Sequential(recurrent, nn.Linear(4, 1))(x)

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
