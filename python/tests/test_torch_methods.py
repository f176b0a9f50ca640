"""Tensor methods under PyTorch's names: each is its function under another name."""

import numpy as np
import pytest
import swiftgrad as sg

X = np.arange(12, dtype=np.float32).reshape(3, 4) - 5


def test_casts():
    x = sg.asarray(X)
    for name, dtype in [
        ("float", sg.float32),
        ("double", sg.float64),
        ("half", sg.float16),
        ("bfloat16", sg.bfloat16),
        ("long", sg.int64),
        ("int", sg.int32),
        ("bool", sg.bool),
    ]:
        assert getattr(x, name)().dtype == dtype
    assert x.float() is x and x.to("cpu") is x
    assert x.to(sg.int64).tolist() == X.astype(int).tolist()
    assert x.to(sg.zeros(2, dtype=sg.float64)).dtype == sg.float64
    with pytest.raises(TypeError, match="expected a dtype"):
        x.to("cuda")


def test_view_never_copies():
    x = sg.array(X)
    assert x.view(2, -1).shape == (2, 6)
    x.view(12)[0] = 9.0
    assert x[0, 0].item() == 9
    with pytest.raises(ValueError, match="view: the strides"):
        x.T.view(12)


def test_clone_is_new_memory_on_the_tape():
    x = sg.asarray(X, requires_grad=True)
    y = x.clone()
    (y * 3).sum().backward()
    assert not np.shares_memory(x.detach().numpy(), y.detach().numpy())
    assert x.grad is not None and x.grad.tolist() == np.full_like(X, 3).tolist()


def test_clamp_masked_fill_and_narrow():
    x = sg.asarray(X, requires_grad=True)
    assert x.clamp(-1, 2).tolist() == X.clip(-1, 2).tolist()
    assert x.clamp(max=0).tolist() == X.clip(None, 0).tolist()
    filled = x.masked_fill(x > 0, float("-inf"))
    assert filled.tolist() == np.where(X > 0, -np.inf, X).tolist()
    filled[0].sum().backward()
    assert x.grad is not None and x.grad.tolist() == [[1] * 4, [0] * 4, [0] * 4]
    assert x.narrow(1, 1, 2).tolist() == X[:, 1:3].tolist()
    assert x.narrow(0, -1, 1).tolist() == X[-1:].tolist()
    for start, length in [(5, 0), (-5, 1), (1, 9), (0, -1)]:
        with pytest.raises((IndexError, ValueError), match="narrow"):
            x.narrow(0, start, length)


def test_gather_and_index_select():
    x = sg.asarray(X, requires_grad=True)
    index = np.array([[3, 0], [1, 1]])
    gathered = x.gather(1, index)
    assert gathered.tolist() == np.take_along_axis(X[:2], index, 1).tolist()
    gathered.sum().backward()
    assert x.grad is not None and x.grad.tolist() == [[1, 0, 0, 1], [0, 2, 0, 0], [0] * 4]
    assert x.index_select(1, np.array([2, 2])).tolist() == X[:, [2, 2]].tolist()
    with pytest.raises(IndexError, match="take_along_axis: index 4"):
        x.gather(1, np.array([[4]]))
    with pytest.raises(ValueError, match="as many axes"):
        x.gather(1, np.array([0]))


@pytest.mark.parametrize("dtype", ["float32", "float64", "int8", "uint16", "int32", "int64", "bool"])
def test_argsort_is_stable_on_any_number_of_threads(dtype):
    x = np.random.default_rng(0).integers(0, 2 if dtype == "bool" else 50, (40, 999)).astype(dtype)
    expected = np.argsort(x, kind="stable").tolist()
    before = sg.get_num_threads()
    try:
        for threads in (1, 2, 4):
            sg.set_num_threads(threads)
            assert sg.argsort(x).tolist() == expected
    finally:
        sg.set_num_threads(before)


def test_sort_orders_special_floats():
    x = sg.asarray([2.0, float("nan"), -float("inf"), -0.0, 0.0, float("inf"), -1.5])
    assert sg.argsort(x).tolist() == [2, 6, 3, 4, 0, 5, 1]
    assert sg.argsort(x, descending=True).tolist() == [1, 5, 0, 3, 4, 6, 2]


def test_an_axis_without_elements_may_have_any_length() -> None:
    shape = (2**58, 0)
    x = sg.from_numpy(np.lib.stride_tricks.as_strided(np.zeros(0, bool), shape, (1, 1)))
    for pieces in (lambda: sg.unbind(x, -2), lambda: sg.chunk(x, 2**60, -2), lambda: sg.split(x, 2, -2)):
        with pytest.raises(ValueError, match="pieces of shape"):
            pieces()
    assert x.sort(-2).shape == shape


@pytest.mark.parametrize(
    ("name", "arguments", "expected"),
    [
        ("add_", (2,), X + 2),
        ("sub_", (X,), X - X),
        ("mul_", (3,), X * 3),
        ("div_", (2,), X / 2),
        ("pow_", (2,), X**2),
        ("zero_", (), X * 0),
        ("fill_", (7,), X * 0 + 7),
        ("copy_", (X[0],), np.broadcast_to(X[0], X.shape)),
        ("clamp_", (-1, 2), X.clip(-1, 2)),
        ("masked_fill_", (X > 0, 9), np.where(X > 0, 9, X)),
    ],
)
def test_in_place(name, arguments, expected):
    """The same memory, and what shares it, hold the result."""
    array = X.copy()
    x = sg.from_numpy(array)
    given = [sg.asarray(a) if isinstance(a, np.ndarray) else a for a in arguments]
    assert getattr(x, name)(*given) is x
    np.testing.assert_array_equal(array, expected)


def test_in_place_random():
    sg.manual_seed(0)
    x = sg.zeros(10_000)
    assert abs(float(x.normal_(3, 0.1).mean()) - 3) < 0.01
    x.uniform_(-1, 1)
    assert -1 <= float(x.min()) < -0.99 and 0.99 < float(x.max()) < 1


def test_in_place_needs_no_tape():
    leaf = sg.ones(3, requires_grad=True)
    for x in (leaf, leaf * 2):
        with pytest.raises(RuntimeError, match="add_: the gradient of a change in place"):
            x.add_(1)
    with pytest.raises(RuntimeError, match="copy_"):
        sg.zeros(3).copy_(leaf)
    with sg.no_grad():
        leaf.add_(1)
    assert leaf.tolist() == [2, 2, 2]
    assert sg.zeros(3).requires_grad_().requires_grad


def test_in_place_bad_input():
    x = sg.arange(3)
    with pytest.raises(TypeError, match="mul_: a result of float32 does not fit int64"):
        x.mul_(0.5)
    with pytest.raises(ValueError, match=r"add_: shape \(2, 3\) does not fit into \(3,\)"):
        x.add_(sg.ones(2, 3, dtype=sg.int64))
    assert x.tolist() == [0, 1, 2]


def test_views_and_shapes():
    x = sg.asarray(X)
    assert x.expand(2, -1, 4).shape == (2, 3, 4) and x[0].expand_as(x).shape == (3, 4)
    assert x.view_as(sg.zeros(4, 3)).shape == (4, 3) and x.t().tolist() == X.T.tolist()
    assert x.unflatten(1, (2, -1)).shape == (3, 2, 2)
    assert x.select(1, -1).tolist() == X[:, -1].tolist()
    assert x.masked_select(x > 0).tolist() == X[X > 0].tolist()
    assert x.where(x > 0, 0).tolist() == np.where(X > 0, X, 0).tolist()
    assert x.is_contiguous() and not x.t().is_contiguous()
    assert (x.element_size(), x.nelement()) == (4, 12)
    assert x.new_zeros(2).dtype == x.dtype and x.new_full((2,), 3).tolist() == [3, 3]
    with pytest.raises(ValueError, match="t: expected at most two axes"):
        sg.zeros(1, 2, 3).t()
    for bad in [lambda: x.select(2, 0), lambda: x.select(0, 3), lambda: x.unflatten(1, (3, 3)), lambda: x.expand(5, 4)]:
        with pytest.raises((ValueError, IndexError)):
            bad()
