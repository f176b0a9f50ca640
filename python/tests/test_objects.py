"""Objects of the engine in Python: generated classes, who keeps whom alive, and what happens to the careless."""

import ast
import gc
import inspect
import pickle
import sys
import weakref

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import _core, _namespaces, nn, optim


def test_generated_classes_are_documented():
    assert nn.Linear.__module__ == "swiftgrad.nn" and nn.Linear.__name__ == "Linear"
    assert issubclass(nn.Linear, nn.Module) and issubclass(nn.Module, _core.Object)
    signature = inspect.signature(nn.Linear)
    assert list(signature.parameters)[:3] == ["in_features", "out_features", "bias"]
    assert signature.parameters["bias"].default is True
    assert nn.Linear.__doc__ and optim.SGD.__doc__
    assert inspect.signature(optim.SGD).parameters["maximize"].kind is inspect.Parameter.KEYWORD_ONLY


def test_every_class_has_a_signature_and_can_be_found():
    for number, entry in enumerate(_core.describe()["classes"]):
        cls = _namespaces.class_for(number)
        assert issubclass(cls, _core.Object)
        assert inspect.signature(cls.__init__) is not None
        for method in entry["methods"]:
            assert method["signature"].startswith("(")


def test_type_checkers_know_what_the_engine_adds_to_written_classes():
    for number, entry in enumerate(_namespaces._entries):
        cls = _namespaces.class_for(number)
        if cls.__module__ == f"swiftgrad.{entry.namespace}" or cls.__name__.startswith("_"):
            continue
        members = ((name, getattr(value, "fget", value)) for name, value in vars(cls).items())
        added = {name for name, value in members if inspect.ismethoddescriptor(value) and not name.startswith("__")}
        body = ast.parse(inspect.getsource(cls)).body[0]
        functions = {node.name for node in ast.walk(body) if isinstance(node, ast.FunctionDef)}
        attributes = {ast.unparse(node.target) for node in ast.walk(body) if isinstance(node, ast.AnnAssign)}
        assert added <= functions | attributes, cls


@pytest.mark.parametrize(
    ("make", "error", "words"),
    [
        (lambda: nn.Linear(), TypeError, ["Linear()", "missing", "'in_features'"]),
        (lambda: nn.Linear(2, 3, True, None, 5), TypeError, ["Linear()", "positional"]),
        (lambda: nn.Linear("a", 3), TypeError, ["Linear()", "'in_features'", "str"]),
        (lambda: nn.Linear(2, 3, nonsense=1), TypeError, ["Linear()", "'nonsense'"]),
        (lambda: nn.Linear(-2, 3), ValueError, []),
        (lambda: nn.Linear(2**62, 2**62), (ValueError, MemoryError), []),
        (lambda: nn.Linear(2**70, 3), OverflowError, []),
        (lambda: optim.SGD(3), TypeError, []),
        (lambda: optim.SGD([]), ValueError, []),
    ],
)
def test_wrong_constructor_arguments(make, error, words):
    with pytest.raises(error) as failure:
        make()
    for word in words:
        assert word in str(failure.value)


def test_an_object_is_made_once():
    layer = nn.Linear(2, 3)
    weight = layer.weight
    with pytest.raises(RuntimeError, match="twice"):
        layer.__init__(4, 5)
    assert layer.weight is weight

    class Forgetful(nn.Linear):
        def __init__(self):
            pass

    with pytest.raises((RuntimeError, AttributeError)):
        Forgetful()(sg.zeros(1, 2))
    with pytest.raises(RuntimeError, match="initialised"):
        nn.Sequential(nn.Linear.__new__(nn.Linear))


def test_methods_want_their_own_class():
    with pytest.raises(TypeError):
        optim.Optimizer.step(nn.Linear(1, 1))
    with pytest.raises(TypeError):
        optim.Optimizer.step(3)
    with pytest.raises(TypeError):
        optim.Optimizer.step()


def test_one_python_object_for_one_object_of_the_engine():
    inner = nn.Linear(2, 2)
    outer = nn.Sequential(inner, nn.ReLU())
    assert outer[0] is inner and next(iter(outer.children())) is inner
    assert outer[1] is outer[1]
    inner.note = "mine"
    del inner
    gc.collect()
    assert outer[0].note == "mine"
    assert outer[0].weight is outer[0].weight


def test_python_modules_inside_live_as_long_as_the_outer_one():
    class Double(nn.Module):
        def __init__(self):
            super().__init__()
            self.calls = 0

        def forward(self, x):
            self.calls += 1
            return x * 2

    inner = Double()
    died = weakref.ref(inner)
    model = nn.Sequential(nn.Sequential(inner))
    del inner
    gc.collect()
    assert model(sg.asarray([1.0])).tolist() == [2] and died().calls == 1
    del model
    gc.collect()
    assert died() is None


def test_modules_from_a_generator_stay_alive():
    class Half(sg.nn.Module):
        def forward(self, x):
            return x / 2

    layers = sg.nn.ModuleList(Half() for _ in range(3))
    model = sg.nn.Sequential({name: Half() for name in "ab"})
    gc.collect()
    assert [type(layer) for layer in layers] == [Half, Half, Half]
    assert layers[0](8.0) == 4.0 and model(sg.asarray(8.0)).item() == 2.0


def test_children_go_with_their_last_name():
    class Half(sg.nn.Module):
        def forward(self, x):
            return x / 2

    first, second = Half(), Half()
    model = sg.nn.Sequential({"a": first, "b": first, "c": second})
    watched = weakref.ref(first), weakref.ref(second)
    model.a, model.c = model.a, sg.nn.ReLU()
    del first, second, model.a
    gc.collect()
    assert model(sg.asarray(8.0)).item() == 4.0
    assert watched[0]() is model.b and watched[1]() is None
    del model.b
    gc.collect()
    assert watched[0]() is None


def test_circles_are_collected():
    class Knot(nn.Module):
        def __init__(self):
            super().__init__()
            self.linear = nn.Linear(2, 2)
            self.me = [self]

    knot = Knot()
    knot.linear.__dict__["parent"] = knot
    died = [weakref.ref(knot), weakref.ref(knot.linear)]
    del knot
    gc.collect()
    assert [ref() for ref in died] == [None, None]


def test_parameters_are_parameters():
    layer = nn.Linear(2, 3)
    assert isinstance(layer.weight, sg.Parameter) and layer.weight.requires_grad
    weight = layer.weight
    (layer(sg.asarray([[1.0, 2.0]])) ** 2).sum().backward()
    assert weight.grad is not None and weight.grad.shape == (3, 2)
    assert {p: 1 for p in layer.parameters()}[weight] == 1
    assert _core.as_parameter(weight) is weight
    with pytest.raises(TypeError):
        _core.as_parameter(3)


def test_parameters_outlive_their_module():
    weight = nn.Linear(2, 3).weight
    gc.collect()
    sg.zeros(100)
    assert weight.shape == (3, 2) and np.isfinite(np.asarray(weight.detach())).all()


def test_hold_and_unhold():
    class Thing:
        def __call__(self):
            pass

    owner, thing = nn.ReLU(), Thing()
    died = weakref.ref(thing)
    for _ in range(3):
        _core.hold(owner, {"nested": [thing]})
    count = sys.getrefcount(thing)
    _core.unhold(owner, thing)
    assert sys.getrefcount(thing) == count - 1
    _core.unhold(owner, thing)
    _core.hold(owner, thing)
    del thing
    gc.collect()
    assert died() is not None
    del owner
    gc.collect()
    assert died() is None


def test_weak_references_and_attributes():
    layer = nn.ReLU()
    seen = []
    ref = weakref.ref(layer, seen.append)
    layer.anything = 1
    assert layer.__dict__["anything"] == 1
    del layer
    gc.collect()
    assert ref() is None and len(seen) == 1


def test_objects_resurrected_by_del():
    kept = []

    class Lazarus(nn.Linear):
        def __del__(self):
            kept.append(self)

    layer = Lazarus(2, 2)
    expected = layer.weight.tolist()
    del layer
    gc.collect()
    assert kept[0].weight.tolist() == expected
    kept[0](sg.zeros(1, 2))
    kept.clear()
    gc.collect()


def test_module_copies():
    layer = nn.Linear(2, 3)
    other = pickle.loads(pickle.dumps(layer))
    assert other.weight.tolist() == layer.weight.tolist() and other.weight is not layer.weight


def test_no_references_are_lost():
    layer = nn.Linear(2, 3)
    x = sg.zeros(1, 2)

    def work():
        model = nn.Sequential(layer, nn.ReLU())
        model(x).sum().backward()
        list(model.named_parameters())
        model.state_dict()
        for wrong in (lambda: nn.Linear("a"), lambda: model(1, 2, 3), lambda: model(sg.zeros(7))):
            with pytest.raises((TypeError, ValueError)):
                wrong()

    for _ in range(20):
        work()
    gc.collect()
    before = len(gc.get_objects()), sys.getrefcount(layer), sys.getrefcount(nn.Linear)
    for _ in range(100):
        work()
    gc.collect()
    after = len(gc.get_objects()), sys.getrefcount(layer), sys.getrefcount(nn.Linear)
    assert after[0] - before[0] < 30 and after[1:] == before[1:]
