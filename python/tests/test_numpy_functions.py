"""NumPy's own functions on tensors: which compute here and on the tape, and which NumPy computes."""

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import _interchange

X = np.array([[0.25, 0.5], [0.75, 0.875]], np.float32)
INTEGERS = ("bitwise", "invert", "shift", "gcd", "lcm")


@pytest.mark.parametrize("ufunc", _interchange.functions(), ids=lambda ufunc: ufunc.__name__)
def test_what_has_a_function_here_gives_its_tensor(ufunc: np.ufunc) -> None:
    x = np.array([[5, 3], [2, 6]]) if any(part in ufunc.__name__ for part in INTEGERS) else X
    x = x + 1 if ufunc is np.arccosh else x
    expected = ufunc(*[x] * ufunc.nin)
    found = ufunc(*[sg.asarray(x)] * ufunc.nin)
    assert isinstance(found, sg.Tensor)
    np.testing.assert_allclose(found.numpy(), expected, rtol=1e-6)
    if ufunc.nin == 2:
        mixed = ufunc(x, sg.asarray(x))
        assert isinstance(mixed, sg.Tensor)
        assert mixed.tolist() == found.tolist()


def test_the_gradient_goes_through() -> None:
    x = sg.asarray(X, requires_grad=True)
    (np.sin(x) * X).sum().backward()
    assert x.grad is not None
    np.testing.assert_allclose(x.grad, np.cos(X) * X, rtol=1e-6)
    assert (X * x).requires_grad
    assert (np.float32(2) * x).dtype == sg.float32


def test_numpy_computes_what_there_is_none_for() -> None:
    x = sg.asarray(X)
    assert isinstance(np.cbrt(x), sg.Tensor)
    np.testing.assert_array_equal(np.cbrt(x), np.cbrt(X))
    np.testing.assert_array_equal(np.add.reduce(x, axis=1), X.sum(1))
    whole, rest = np.divmod(X, x)
    assert isinstance(whole, sg.Tensor)
    assert isinstance(rest, sg.Tensor)
    array = X.copy()
    array += x
    assert isinstance(array, np.ndarray)
    np.testing.assert_array_equal(array, X + X)


def test_what_numpy_cannot_do_says_so() -> None:
    x = sg.asarray(X, requires_grad=True)
    with pytest.raises(RuntimeError, match="requires"):
        np.cbrt(x)
    with pytest.raises(RuntimeError, match="requires"):
        np.add(X, x, out=X.copy())
    with pytest.raises(TypeError, match=r"numpy\.add: out must be a NumPy array"):
        np.add(X, X, out=sg.zeros(2, 2))  # type: ignore[call-overload]
    with pytest.raises(ValueError, match="broadcast"):
        np.add(sg.ones(2), sg.ones(3))
