"""A tensor as a Python object: operators, numbers, attributes, text, pickling."""

import copy
import gc
import operator
import pickle
import weakref

import numpy as np
import pytest
import swiftgrad as sg
from hypothesis import given
from hypothesis.extra import numpy as hnp

BINARY = [
    operator.add,
    operator.sub,
    operator.mul,
    operator.truediv,
    operator.floordiv,
    operator.mod,
    operator.pow,
    operator.lt,
    operator.le,
    operator.eq,
    operator.ne,
    operator.gt,
    operator.ge,
]
OPERANDS = [2, 2.5, True, np.float32(1.5), np.float64(2.5), np.int64(3), np.array(2.0, np.float32)]


# --- operators ---


@pytest.mark.parametrize("op", BINARY)
@pytest.mark.parametrize("other", [*OPERANDS, np.array([1.0, 2.0, 4.0], np.float32)], ids=str)
def test_operators_with_every_kind_of_operand(op, other):
    a = np.array([1.0, 2.0, 3.0], np.float32)
    t = sg.from_numpy(a)
    plain = other.item() if isinstance(other, np.generic) else other
    for mine, theirs in ((op(t, other), op(a, plain)), (op(other, t), op(plain, a))):
        assert type(mine) is sg.Tensor
        assert mine.dtype == theirs.dtype
        np.testing.assert_allclose(np.asarray(mine), theirs, rtol=1e-6)


@pytest.mark.parametrize("op", [operator.and_, operator.or_, operator.xor, operator.lshift, operator.rshift])
def test_bitwise_operators(op):
    a, b = np.array([1, 5, 12]), np.array([3, 1, 2])
    s, t = sg.from_numpy(a), sg.from_numpy(b)
    for mine in (op(s, t), op(a, t), op(s, b)):
        assert type(mine) is sg.Tensor and mine.tolist() == op(a, b).tolist()
    assert op(s, 2).tolist() == op(a, 2).tolist() and op(2, t).tolist() == op(2, b).tolist()


@pytest.mark.parametrize("op", [operator.neg, operator.pos, operator.abs])
def test_unary_operators(op):
    assert op(sg.asarray([-1.0, 2.0])).tolist() == op(np.array([-1.0, 2.0])).tolist()
    assert (~sg.asarray([True, False])).tolist() == [False, True]


@pytest.mark.parametrize("name", ["iadd", "isub", "imul", "itruediv", "ifloordiv", "imod", "ipow"])
@pytest.mark.parametrize("other", [2, 1.5, np.array([1.0, 2.0, 3.0]), sg.asarray([2.0, 1.0, 2.0])], ids=type)
def test_in_place_operators_write_in_place(name, other):
    op = getattr(operator, name)
    a = np.array([1.0, 2.0, 5.0])
    t = sg.from_numpy(a.copy())
    place, same = t.data_ptr(), t
    t = op(t, other)
    assert t is same and t.data_ptr() == place
    np.testing.assert_allclose(np.asarray(t), op(a, np.asarray(other)))


def test_matmul_and_power():
    a = np.arange(6.0).reshape(2, 3)
    t = sg.from_numpy(a)
    np.testing.assert_allclose(np.asarray(t @ t.T), a @ a.T)
    np.testing.assert_allclose(np.asarray(t @ a.T), a @ a.T)
    np.testing.assert_allclose(np.asarray(a @ t.T), a @ a.T)
    assert pow(t, 2).tolist() == (a**2).tolist() and (2**t).tolist() == (2**a).tolist()
    with pytest.raises(TypeError):
        pow(t, 2, 3)


def test_python_numbers_do_not_promote():
    t = sg.asarray([1.0], dtype="float16")
    assert (t + 1).dtype == (t * 2.5).dtype == (1 - t).dtype == (t + True).dtype == sg.float16
    assert (t + np.float64(1)).dtype == sg.float16
    assert (t + np.array([1.0])).dtype == sg.float64
    assert (sg.asarray([1, 2]) + 1).dtype == sg.int64


@pytest.mark.parametrize("other", [None, "a", b"a", object(), [1.0], (1.0,), {}, 1j, print, sg.float32])
def test_unknown_operands(other):
    t = sg.asarray([1.0])
    for op in (operator.add, operator.matmul, operator.lt, operator.iadd):
        with pytest.raises(TypeError):
            op(t, other)
    with pytest.raises(TypeError):
        other - t
    assert (t == other) is False and (t != other) is True


def test_the_other_side_may_know():
    class Other:
        def __radd__(self, t):
            return "radd"

        def __eq__(self, t):
            return "eq"

        __hash__ = None

    assert sg.asarray([1.0]) + Other() == "radd"
    assert (sg.asarray([1.0]) == Other()) == "eq"


# --- numbers ---


def test_conversions():
    assert bool(sg.asarray(1.0)) and not sg.asarray([[0]])
    assert int(sg.asarray(3.7)) == 3 and float(sg.asarray([2])) == 2.0
    assert [10, 20, 30][sg.asarray(1)] == 20
    assert sg.asarray(2**63 - 1).item() == 2**63 - 1
    for value in (True, 5, 2.5):
        item = sg.asarray(value).item()
        assert item == value and type(item) is type(value)
    for empty_or_many in (sg.zeros((0,)), sg.zeros((2,))):
        with pytest.raises(ValueError, match="elements"):
            bool(empty_or_many)
        with pytest.raises(ValueError):
            empty_or_many.item()
        with pytest.raises(TypeError):
            float(empty_or_many)
    for no_index in (sg.asarray(1.0), sg.asarray([1]), sg.asarray(True)):
        with pytest.raises(TypeError):
            operator.index(no_index)


@pytest.mark.parametrize("dtype", ["float16", "bfloat16", "float32", "float64"])
@pytest.mark.parametrize("value", [0.0, -0.0, 1.5, -2.25, float("inf"), float("-inf"), 2.0**-14, 2.0**-24])
def test_items_of_small_floats(dtype, value):
    item = sg.asarray([value], dtype="float64").astype(dtype).item()
    assert item == value and np.signbit(item) == np.signbit(value)
    assert np.isnan(sg.asarray(float("nan")).astype(dtype).item())


@given(
    hnp.arrays(
        hnp.integer_dtypes(endianness="=") | hnp.floating_dtypes(sizes=(16, 32, 64), endianness="="),
        hnp.array_shapes(max_dims=4, max_side=5),
    )
)
def test_tolist_is_numpys(a):
    np.testing.assert_equal(sg.from_numpy(a).tolist(), a.tolist())


@pytest.mark.parametrize(
    ("value", "dtype"),
    [
        (1.0, "float32"),
        (1, "int64"),
        (True, "bool"),
        ([1.0, 2.0], "float32"),
        ([1, 2.5], "float32"),
        ([[1], [2]], "int64"),
        ([True], "bool"),
        ([], "float32"),
        ((1, 2), "int64"),
        (np.float64(1), "float64"),
        (np.array([1.0]), "float64"),
        ([np.array([1.0]), np.array([2.0])], "float64"),
        (np.int8(3), "int8"),
        (range(3), "int64"),
    ],
    ids=str,
)
def test_default_dtypes(value, dtype):
    for make in (sg.asarray, sg.array):
        t = make(value)
        assert t.dtype == dtype
        assert t.tolist() == np.asarray(value).tolist()
        assert make(value, dtype="float64").dtype == sg.float64


def test_dtype_arguments():
    for dtype in (sg.float64, "float64", np.float64, np.dtype("float64")):
        assert sg.asarray([1], dtype=dtype).dtype == sg.float64
    assert sg.asarray([1], dtype=float).dtype == sg.float32
    assert sg.asarray([1.0], dtype=int).dtype == sg.int64 and sg.asarray([1], dtype=bool).dtype == sg.bool
    for wrong in ("float", "float31", np.complex64, object, 3):
        if wrong != "float":
            with pytest.raises(TypeError, match="dtype"):
                sg.asarray([1.0], dtype=wrong)


def test_dtype_objects():
    assert sg.float32 == "float32" == sg.float32 and sg.float32 == np.float32 and sg.float32 != sg.float64
    assert np.dtype(sg.float32) == np.float32 and np.zeros(2, sg.int8).dtype == np.int8
    assert repr(sg.float32) == "swiftgrad.float32" and str(sg.int8) == "int8"
    assert {sg.float32: 1}["float32"] == 1
    assert sg.bfloat16.itemsize == 2 and sg.bfloat16.is_floating_point and not sg.uint8.is_floating_point
    assert pickle.loads(pickle.dumps(sg.bfloat16)) is sg.bfloat16 and copy.deepcopy(sg.bool) is sg.bool
    with pytest.raises(TypeError):
        sg.DType()


@pytest.mark.parametrize("wrong", [[[1, 2], [3]], [1, "a"], [None], object(), None, "abc", 1j, [2**70], {1: 2}, {1}])
def test_what_no_tensor_can_hold(wrong):
    for make in (sg.asarray, sg.array):
        with pytest.raises((TypeError, ValueError)):
            make(wrong)
    with pytest.raises(OverflowError):
        sg.asarray(2**70)


# --- attributes ---


def test_lists_with_items_of_their_own():
    class Surprising(list):
        def __getitem__(self, position):
            return [[float(position)]] * 3

    assert sg.asarray(Surprising([[1.0, 2.0]])).tolist() == [[1.0, 2.0]]
    with pytest.raises(IndexError):  # what the C API's sequences ask for
        sg.arange(3).__getitem__(-4)


def test_attributes():
    t = sg.zeros((2, 3, 4), dtype="int16")
    assert (t.shape, t.ndim, t.size, t.itemsize, t.nbytes, t.strides) == ((2, 3, 4), 3, 24, 2, 48, (24, 8, 2))
    assert t.T.shape == (4, 3, 2) and t.mT.shape == (2, 4, 3) and t.device == "cpu"
    assert t.numel() == 24 and t.dim() == 3
    assert t.__array_namespace__() is sg
    with pytest.raises(AttributeError):
        t.shape = (1,)
    with pytest.raises(AttributeError):
        t.nonsense = 1


def test_gradient_attributes():
    x = sg.asarray([1.0, 2.0], requires_grad=True)
    y = x * 2
    assert x.requires_grad and x.is_leaf and x.grad is None and x.grad_fn is None
    assert y.requires_grad and not y.is_leaf and y.grad_fn == "multiply"
    y.sum().backward()
    assert x.grad.tolist() == [2, 2] and x.grad is x.grad
    x.grad = None
    assert x.grad is None
    x.grad = sg.asarray([5.0, 6.0])
    assert x.grad.tolist() == [5, 6]
    assert not x.data.requires_grad and x.data.data_ptr() == x.data_ptr()
    x.requires_grad = False
    assert not x.requires_grad
    for wrong in (1, "a", [1.0]):
        with pytest.raises(TypeError):
            x.grad = wrong
        with pytest.raises(TypeError):
            x.requires_grad = wrong
    with pytest.raises((TypeError, ValueError, RuntimeError)):
        sg.asarray([1, 2], requires_grad=True)


def test_identity():
    x = sg.asarray([1.0], requires_grad=True)
    (x * 2).sum().backward()
    assert x.grad is x.grad
    assert {x: 1}[x] == 1 and hash(x) == hash(x)
    died = weakref.ref(x)
    del x
    gc.collect()
    assert died() is None


def test_parameter():
    p = sg.Parameter([1.0, 2.0])
    assert isinstance(p, sg.Tensor) and isinstance(p, sg.Parameter) and p.requires_grad and p.is_leaf
    a = np.zeros(3, np.float32)
    assert sg.Parameter(sg.from_numpy(a)).data_ptr() == a.__array_interface__["data"][0]
    assert not sg.Parameter([1.0], requires_grad=False).requires_grad
    assert type(p + 1) is sg.Tensor
    (p * p).sum().backward()
    assert p.grad.tolist() == [2, 4]
    clone = pickle.loads(pickle.dumps(p))
    assert type(clone) is sg.Parameter and clone.requires_grad and clone.tolist() == [1, 2]
    with pytest.raises(TypeError):
        sg.Tensor([1.0])


# --- text and copies ---


def test_text():
    assert repr(sg.asarray([1.0, 2.0])) == "tensor([1., 2.], shape=(2,), dtype=float32)"
    assert repr(sg.asarray(3)) == "tensor(3, shape=(), dtype=int64)"
    assert "requires_grad=True" in repr(sg.asarray([1.0], requires_grad=True))
    assert "grad_fn=multiply" in repr(sg.asarray([1.0], requires_grad=True) * 2)
    assert "..." in repr(sg.zeros((1000, 1000))) and len(repr(sg.zeros((1000, 1000)))) < 1000
    assert "dtype=bfloat16" in str(sg.asarray([1.0]).astype("bfloat16"))
    assert repr(sg.zeros((0, 3))) == "tensor([], shape=(0, 3), dtype=float32)"


def test_format():
    assert f"{sg.asarray(2.5):.3f} {sg.asarray(7):04d} {sg.asarray(2.5)}" == "2.500 0007 2.5"
    t = sg.asarray([1.0, 2.0])
    assert f"{t}" == repr(t) == str(t)
    with pytest.raises(ValueError):
        f"{t:.3f}"


def test_functions_of_numpy():
    a = np.arange(6.0).reshape(2, 3)
    t = sg.from_numpy(a)
    for function in (np.sum, np.mean, np.max, np.prod, np.argmax, np.var):
        np.testing.assert_allclose(np.asarray(function(t)), function(a))
        np.testing.assert_allclose(np.asarray(function(t, axis=1)), function(a, axis=1))
    np.testing.assert_allclose(np.linalg.norm(t), np.linalg.norm(a))
    np.testing.assert_allclose(np.concatenate([t, t]), np.concatenate([a, a]))
    assert np.shape(t) == (2, 3) and np.allclose(t, a) and np.array_equal(t.T, a.T)


@pytest.mark.parametrize("dtype", ["bool", "int8", "uint64", "float16", "bfloat16", "float64"])
@pytest.mark.parametrize("through", [lambda t: pickle.loads(pickle.dumps(t)), copy.copy, copy.deepcopy])
def test_copies(dtype, through):
    t = sg.asarray([[0, 1, 1], [1, 0, 1]]).astype(dtype).T
    s = through(t)
    assert (s.dtype, s.shape, s.tolist()) == (t.dtype, t.shape, t.tolist())
    assert s.data_ptr() != t.data_ptr()
    if t.dtype.is_floating_point:
        t.requires_grad = True
        assert through(t).requires_grad
