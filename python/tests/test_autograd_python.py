"""Gradients from Python: modes, grad, value_and_grad, gradcheck, functions of one's own."""

import gc
import threading
import weakref
from typing import NamedTuple

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad.nn import functional as F


def leaf(*values):
    return sg.asarray(list(values), dtype="float64", requires_grad=True)


# --- modes ---


def test_modes_as_blocks_and_decorators():
    x = leaf(1.0)

    @sg.no_grad()
    def called():
        return x * 2

    @sg.no_grad
    def bare():
        with sg.enable_grad():
            inner = x * 2
        return inner, x * 2

    @sg.enable_grad()
    def enabled():
        return x * 2

    @sg.set_grad_enabled(False)
    def disabled():
        return x * 2

    assert not called().requires_grad and not disabled().requires_grad
    assert [t.requires_grad for t in bare()] == [True, False]
    with sg.no_grad():
        assert enabled().requires_grad and not (x * 2).requires_grad
        with sg.set_grad_enabled(True):
            assert (x * 2).requires_grad
        assert not (x * 2).requires_grad
    assert (x * 2).requires_grad
    sg.set_grad_enabled(False)
    assert not sg.is_grad_enabled()
    sg.set_grad_enabled(True)
    assert called.__name__ == "called"


def test_modes_survive_exceptions_and_belong_to_a_thread():
    with pytest.raises(KeyError), sg.no_grad():
        raise KeyError
    assert sg.is_grad_enabled()
    seen = []
    with sg.no_grad():
        thread = threading.Thread(target=lambda: seen.append(sg.is_grad_enabled()))
        thread.start()
        thread.join()
    assert seen == [True]
    with pytest.raises(TypeError, match="generator"):

        @sg.no_grad()
        def generator():
            yield 1


# --- grad, value_and_grad ---


def test_grad():
    x, y = leaf(1.0, 2.0), leaf(3.0, 4.0)
    z = x * y
    assert [g.tolist() for g in sg.grad(z.sum(), [x, y])] == [[3, 4], [1, 2]]
    (g,) = sg.grad(x * y, x, sg.asarray([1.0, 10.0], dtype="float64"))
    assert g.tolist() == [3, 40] and x.grad is None
    with pytest.raises(RuntimeError):
        sg.grad((x * 2).sum(), [y])
    assert sg.grad((x * 2).sum(), [y], allow_unused=True) == (None,)
    (first,) = sg.grad((x**3).sum(), [x], create_graph=True)
    assert sg.grad(first.sum(), [x])[0].tolist() == [6, 12]


def test_value_and_grad():
    class Pair(NamedTuple):
        a: sg.Tensor
        b: sg.Tensor

    w = sg.asarray([1.0, 2.0])
    value, gradient = sg.value_and_grad(lambda w: (w * w).sum())(w)
    assert value.item() == 5 and gradient.tolist() == [2, 4]
    assert not w.requires_grad and not value.requires_grad and not gradient.requires_grad
    tree = {"a": [w, sg.asarray([1.0])], "n": 3, "pair": Pair(w, w), "ids": sg.asarray([1])}
    _, gradient = sg.value_and_grad(lambda t: (t["a"][0] * t["n"] * t["pair"].b).sum())(tree)
    assert gradient["a"][0].tolist() == [3, 6] and gradient["a"][1].tolist() == [0]
    assert gradient["n"] == 3 and gradient["pair"].b.tolist() == [3, 6] and gradient["ids"] is None
    (value, extra), gradients = sg.value_and_grad(lambda a, b: ((a * b).sum(), "extra"), argnums=(0, -1), has_aux=True)(
        w, np.array([3.0, 4.0], np.float32)
    )
    assert extra == "extra" and [g.tolist() for g in gradients] == [[3, 4], [1, 2]]
    with sg.no_grad():
        assert sg.value_and_grad(lambda w: w.sum())(w)[1].tolist() == [1, 1]


def test_gradcheck():
    x = sg.asarray(np.random.default_rng(0).normal(size=(2, 3)))
    assert sg.gradcheck(F.softplus, [x])
    assert sg.gradcheck(lambda a, b: a @ b.T, [x, x + 1])
    assert sg.gradcheck(lambda a, n: a[n], [x, sg.asarray([0, 1, 0])])
    wrong = lambda t: t * t.detach()  # noqa: E731
    with pytest.raises(ValueError, match="input 0, element"):
        sg.gradcheck(wrong, [x])
    assert not sg.gradcheck(wrong, x, raise_exception=False)
    with pytest.raises(ValueError, match="no output"):
        sg.gradcheck(lambda t: t.detach(), [x])


# --- Function ---


class Scale(sg.Function):
    @staticmethod
    def forward(ctx, x, factor, y=None):
        ctx.save_for_backward(x, None, y)
        ctx.factor = factor
        return x * factor if y is None else (x * factor, y * factor)

    @staticmethod
    def backward(ctx, grad, grad_y=None):
        x, nothing, y = ctx.saved_tensors
        assert nothing is None and x.shape == grad.shape
        if y is None:
            return grad * ctx.factor, None
        return grad * ctx.factor, None, grad_y * ctx.factor


def test_function_with_other_arguments_and_several_outputs():
    x, y = leaf(1.0, 2.0), leaf(3.0, 4.0)
    a, b = Scale.apply(x, 3.0, y)
    (a.sum() + (b * b).sum()).backward()
    assert x.grad.tolist() == [3, 3] and y.grad.tolist() == [54, 72]
    assert Scale.apply(x, 2.0).grad_fn == "Scale"
    a, _ = Scale.apply(x, 3.0, y)
    x.grad = y.grad = None
    a.sum().backward()
    assert y.grad.tolist() == [0, 0]


def test_function_gradients_of_gradients():
    class Cube(sg.Function):
        @staticmethod
        def forward(ctx, x):
            ctx.save_for_backward(x)
            return x * x * x

        @staticmethod
        def backward(ctx, grad):
            (x,) = ctx.saved_tensors
            return 3 * x * x * grad

    x = leaf(2.0)
    (g,) = sg.grad(Cube.apply(x).sum(), [x], create_graph=True)
    (h,) = sg.grad(g.sum(), [x])
    assert (g.item(), h.item()) == (12, 12)
    assert sg.gradcheck(Cube.apply, [x])


def test_function_options():
    class Parts(sg.Function):
        needed = None

        @staticmethod
        def forward(ctx, x, y):
            ctx.set_materialize_grads(False)
            count = (x > 0).sum()
            sign = x * 0 + 1
            ctx.mark_non_differentiable(sign)
            return x * y, sign, x + y, count

        @staticmethod
        def backward(ctx, product, added):
            Parts.needed = ctx.needs_input_grad
            return product, added

    x, y = leaf(1.0, 2.0), sg.asarray([3.0, 4.0], dtype="float64")
    product, sign, added, count = Parts.apply(x, y)
    assert product.requires_grad and added.requires_grad and not sign.requires_grad and count.item() == 2
    product.sum().backward()
    assert x.grad.tolist() == [1, 1] and Parts.needed == (True, False)
    with sg.no_grad():
        assert not Parts.apply(x, y)[0].requires_grad
    assert not Parts.apply(y, y)[0].requires_grad


def test_function_returns_its_input():
    class Identity(sg.Function):
        @staticmethod
        def forward(ctx, x):
            return x

        @staticmethod
        def backward(ctx, grad):
            return grad * 5

    x = leaf(1.0)
    y = Identity.apply(x)
    assert y is not x and x.is_leaf
    y.sum().backward()
    assert x.grad.tolist() == [5]


def test_function_lets_go():
    class Keep(sg.Function):
        @staticmethod
        def forward(ctx, x):
            ctx.marker = Marker()
            seen.append(weakref.ref(ctx.marker))
            y = x * 2
            ctx.save_for_backward(y)
            return y

        @staticmethod
        def backward(ctx, grad):
            return grad * 2

    class Marker:
        pass

    seen = []
    x = leaf(1.0)
    y = Keep.apply(x)
    del y
    gc.collect()
    assert seen[0]() is None


def test_saved_tensor_changed_in_place():
    class Save(sg.Function):
        @staticmethod
        def forward(ctx, x, s):
            ctx.save_for_backward(s)
            return x * s

        @staticmethod
        def backward(ctx, grad):
            return grad * ctx.saved_tensors[0], None

    s = sg.asarray([2.0], dtype="float64")
    y = Save.apply(leaf(1.0), s)
    s += 1
    with pytest.raises(RuntimeError, match="Save"):
        y.sum().backward()


# --- slices: their gradients are put together, not added up from arrays of zeros ---


@pytest.mark.parametrize("dtype", ["float32", "float64", "bfloat16"])
@pytest.mark.parametrize(
    "windows",
    [
        [np.s_[:, :2], np.s_[:, 2:3], np.s_[:, 3:]],
        [np.s_[:, 3:], np.s_[:, :2], np.s_[:, 2]],
        [np.s_[:, :2], np.s_[:, 3:]],
        [np.s_[:, :3], np.s_[:, 2:], np.s_[1]],
        [np.s_[0], np.s_[1:, ::2], np.s_[1:, 1::2]],
        [np.s_[:, ::-1]],
        [np.s_[:], np.s_[:]],
        [np.s_[2:2], np.s_[:, :0]],
        [np.s_[0, 4]],
    ],
)
@pytest.mark.parametrize("uses_whole", [False, True])
def test_gradients_of_slices(windows, uses_whole, dtype):
    leaves = [sg.asarray(np.arange(20.0).reshape(4, 5), dtype=dtype, requires_grad=True) for _ in range(2)]
    expected = np.zeros((4, 5))
    total = sg.zeros((), dtype=dtype)
    for number, window in enumerate(windows):
        expected[window] += number + 1
    if uses_whole:
        expected += 10
    for x, is_leaf in zip(leaves, (True, False), strict=True):
        y = x if is_leaf else x * 1
        for number, window in enumerate(windows):
            total = total + y[window].sum() * (number + 1)
        if uses_whole:
            total = total + y.sum() * 10
    total.backward()
    for x in leaves:
        np.testing.assert_array_equal(x.grad.astype("float64"), expected)


def test_gradients_of_slices_are_the_same_with_a_graph():
    x = leaf(1.0, 2.0, 3.0, 4.0)
    y = x * x
    z = (y[:2] * y[2:]).sum() + (y[1:3] ** 2).sum()
    (plain,) = sg.grad(z, [x], retain_graph=True)
    (recorded,) = sg.grad(z, [x], create_graph=True)
    np.testing.assert_array_equal(plain, recorded.detach())
    (second,) = sg.grad(recorded.sum(), [x])
    h = 1e-5

    def gradient(values):
        x = sg.asarray(values, requires_grad=True)
        y = x * x
        return np.asarray(sg.grad((y[:2] * y[2:]).sum() + (y[1:3] ** 2).sum(), [x])[0])

    values = np.array([1.0, 2.0, 3.0, 4.0])
    steps = h * np.eye(4)
    expected = [((gradient(values + s) - gradient(values - s)) / (2 * h)).sum() for s in steps]
    np.testing.assert_allclose(second, expected, rtol=1e-7)


def test_a_gradient_of_slices_can_be_kept_and_stopped_at():
    x = leaf(1.0, 2.0, 3.0)
    y = x * 2
    y.retain_grad()
    (y[:1] * 3 + y[1:2] * 5).sum().backward()
    np.testing.assert_array_equal(y.grad, [3, 5, 0])
    np.testing.assert_array_equal(x.grad, [6, 10, 0])
    y = x * 2
    np.testing.assert_array_equal(sg.grad(y[1:].sum(), [y])[0], [0, 1, 1])


def test_running_products_with_zeros_have_gradients() -> None:
    """dy_j / dx_i is the product of the others up to j, also where a zero is among them."""
    rows = np.array([[2.0, 0.0, 3.0, 4.0], [0.0, 2.0, 0.0, 3.0], [1.0, 2.0, 3.0, 0.0], [1.0, -2.0, 3.0, 2.0]])
    weights = np.array([1.0, 2.0, 3.0, 5.0])
    expected = np.zeros_like(rows)
    for row, place in np.ndindex(rows.shape):
        others = rows[row].copy()
        others[place] = 1
        expected[row, place] = (weights * np.cumprod(others))[place:].sum()
    x = sg.asarray(rows, requires_grad=True)
    (sg.cumprod(x, 1) * sg.asarray(weights)).sum().backward()
    np.testing.assert_allclose(x.grad, expected)
