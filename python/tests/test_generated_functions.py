"""Functions and methods made from the registry: documentation, signatures, binding of arguments."""

import inspect
import pickle
import pydoc

import numpy as np
import swiftgrad as sg


def test_functions_are_documented_builtins():
    assert inspect.isbuiltin(sg.sum) and sg.sum.__name__ == "sum" and sg.sum.__module__ == "swiftgrad"
    assert list(inspect.signature(sg.sum).parameters)[:2] == ["x", "axis"]
    assert inspect.signature(sg.sum).parameters["keepdims"].default is False
    assert inspect.ismethoddescriptor(sg.Tensor.sum) and sg.Tensor.sum.__doc__ == sg.sum.__doc__
    assert list(inspect.signature(sg.Tensor.sum).parameters)[:2] == ["self", "axis"]
    assert "sum(x, axis=None" in pydoc.render_doc(sg.sum, renderer=pydoc.plaintext)
    assert pickle.loads(pickle.dumps(sg.sum)) is sg.sum


def test_every_function_has_a_signature():
    from swiftgrad import _core

    for function in _core.describe()["functions"]:
        if function["namespace"] == "":
            assert inspect.signature(getattr(sg, function["name"])) is not None
        if function["method"]:
            assert inspect.signature(getattr(sg.Tensor, function["method"])) is not None


def test_argument_binding():
    a = np.arange(24.0).reshape(2, 3, 4)
    t = sg.from_numpy(a)
    expected = a.sum(1, keepdims=True).tolist()
    for result in (
        t.sum(1, keepdims=True),
        t.sum(axis=1, keepdims=True),
        t.sum(dim=1, keepdim=True),
        t.sum((1,), keepdims=True),
        t.sum([-2], keepdims=np.bool_(True)),
        sg.sum(t, np.int64(1), keepdims=1),
        sg.sum(x=t, axis=1, keepdims=True),
        sg.sum(input=t, dim=(1,), keepdim=True),
        sg.sum(a, 1, keepdims=True),
        sg.sum(a.tolist(), 1, keepdims=True),
    ):
        assert result.tolist() == expected
    assert t.reshape(6, 4).shape == t.reshape((6, 4)).shape == t.reshape([6, -1]).shape == (6, 4)
    assert t.reshape(np.int64(24)).shape == t.reshape(24).shape == t.reshape(np.array([24])).shape == (24,)
    assert t.permute(2, 0, 1).shape == t.permute((2, 0, 1)).shape == (4, 2, 3)
    assert sg.zeros(2, 3).shape == sg.zeros((2, 3)).shape == sg.zeros([2, 3], dtype="int8").shape == (2, 3)
    assert sg.asarray([5.0]).reshape(()).shape == sg.asarray([5.0]).reshape().shape == sg.zeros(()).shape == ()
