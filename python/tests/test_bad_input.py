"""What cannot work raises the documented exception, says which operation and which shapes, and changes nothing."""

import ctypes
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import _core

F = sg.nn.functional
HUGE = (2**47, 2**58, 2**62, 2**63 - 1)


def x(*shape: int, dtype: str = "float32") -> sg.Tensor:
    size = int(np.prod(shape))
    return sg.asarray(np.arange(size).reshape(shape)).astype(getattr(sg, dtype))


def leaf(*shape: int) -> sg.Tensor:
    tensor = x(*shape)
    tensor.requires_grad = True
    return tensor


# (a call, the exception, words that its message must contain)
Case = tuple[Callable[[], Any], type[Exception], tuple[str, ...]]

SHAPES: list[Case] = [
    (lambda: x(2, 3) + x(4), ValueError, ("add", "(2, 3)", "(4,)")),
    (lambda: x(2, 3) < x(4), ValueError, ("less", "(2, 3)", "(4,)")),
    (lambda: sg.logical_and(x(2), x(3)), ValueError, ("logical_and", "(2,)", "(3,)")),
    (lambda: sg.bitwise_or(x(2, dtype="int8"), x(3, dtype="int8")), ValueError, ("bitwise_or", "(2,)", "(3,)")),
    (lambda: sg.where(x(2) > 0, x(3), x(4)), ValueError, ("where", "(2,)", "(3,)", "(4,)")),
    (lambda: x(2, 3) @ x(2, 3), ValueError, ("matmul", "(2, 3)", "3 columns", "2 rows")),
    (lambda: x(3) @ x(4), ValueError, ("matmul", "3", "4")),
    (lambda: sg.matmul(x(), x(3)), ValueError, ("matmul", "()", "(3,)")),
    (lambda: x(2, 3, 4) @ x(3, 4, 5), ValueError, ("matmul", "(2, 3, 4)", "(3, 4, 5)", "broadcast")),
    (lambda: x(2, 3).reshape(4, 2), ValueError, ("reshape", "(2, 3)", "6", "(4, 2)")),
    (lambda: x(2, 3).reshape(-1, -1), ValueError, ("reshape", "-1")),
    (lambda: x(2, 3).reshape(4, -1), ValueError, ("reshape", "(4, -1)")),
    (lambda: x(2, 3).reshape(-2, 3), ValueError, ("reshape", "negative", "(-2, 3)")),
    (lambda: sg.zeros(0).reshape(-1, 0), ValueError, ("reshape", "(0,)")),
    (lambda: x(2, 3).flatten(1, 0), ValueError, ("flatten", "1", "0")),
    (lambda: x(2, 3).permute(0), ValueError, ("permute", "(2, 3)")),
    (lambda: x(2, 3).permute(0, 0), ValueError, ("permute", "0", "twice")),
    (lambda: sg.broadcast_to(x(2, 3), (3, 3)), ValueError, ("broadcast_to", "(2, 3)", "(3, 3)")),
    (lambda: sg.broadcast_to(x(2, 3), (3,)), ValueError, ("broadcast_to", "(2, 3)", "(3,)")),
    (lambda: sg.broadcast_to(x(1), (-1,)), ValueError, ("broadcast_to", "negative")),
    (lambda: sg.matrix_transpose(x(3)), ValueError, ("matrix_transpose", "(3,)")),
    (lambda: sg.squeeze(x(2, 1), 0), ValueError, ("squeeze", "axis 0", "(2, 1)")),
    (lambda: sg.expand_dims(x(2), (0, 0)), ValueError, ("expand_dims", "twice")),
    (lambda: sg.concat([x(2, 3), x(2)]), ValueError, ("concat", "(2, 3)", "(2,)")),
    (lambda: sg.concat([x(2, 3), x(2, 4)]), ValueError, ("concat", "(2, 3)", "(2, 4)")),
    (lambda: sg.concat([]), ValueError, ("concat", "at least one")),
    (lambda: sg.stack([]), ValueError, ("at least one",)),
    (lambda: sg.stack([x(2), x(3)]), ValueError, ("stack", "(2,)", "(3,)")),
    (lambda: x(5).split(0), ValueError, ("split", "0")),
    (lambda: x(5).split(-2), ValueError, ("split", "-2")),
    (lambda: x(5).split((2, 2)), ValueError, ("split", "(5,)")),
    (lambda: x(5).split((7, -2)), ValueError, ("split", "(5,)")),
    (lambda: sg.broadcast_to(x(1), (2**40,)).split(1), ValueError, ("split", "too many")),
    (lambda: sg.nonzero(x()), ValueError, ("nonzero",)),
    (lambda: x(2, 3).item(), ValueError, ("item", "6 elements")),
    (lambda: sg.max(sg.zeros(0)), ValueError, ("max", "(0,)")),
    (lambda: sg.argmin(sg.zeros((2, 0)), axis=1), ValueError, ("argmin", "(2, 0)")),
    (lambda: F.linear(x(2, 3), x(5, 4)), ValueError, ("linear", "(..., 4)", "(2, 3)")),
    (lambda: F.linear(x(2, 2, 2), x(5, 4)), ValueError, ("linear", "flatten(1)")),
    (lambda: F.linear(x(2, 3), x(3)), ValueError, ("linear", "(3,)", "(out, in)")),
    (lambda: F.linear(x(2, 3), x(5, 3), x(4)), ValueError, ("linear", "bias", "(4,)", "(5,)")),
    (lambda: F.mse_loss(x(3), x(3, 1)), ValueError, ("mse_loss", "(3,)", "(3, 1)")),
    (lambda: F.l1_loss(x(3), x(3, 1)), ValueError, ("l1_loss", "(3,)", "(3, 1)")),
    (lambda: F.cross_entropy(x(4, 3), x(5, dtype="int64")), ValueError, ("cross_entropy", "(4, 3)", "(4,)", "(5,)")),
    (lambda: F.cross_entropy(x(4, 3), x(4, 2)), ValueError, ("cross_entropy", "(4, 3)", "(4, 2)")),
    (lambda: F.cross_entropy(x(), x(dtype="int64")), ValueError, ("cross_entropy",)),
    (lambda: F.cross_entropy(x(4, 3), sg.zeros(4, dtype=sg.int64), x(4)), ValueError, ("weight", "(4,)", "(3,)")),
    (lambda: F.nll_loss(x(4, 3), sg.zeros(5, dtype=sg.int64)), ValueError, ("nll_loss", "(4, 3)", "(5,)")),
    (lambda: sg.full((2,), x(3)), ValueError, ("full", "(3,)")),
    (lambda: (leaf(2) * 2).backward(x(3)), ValueError, ("backward", "(3,)", "(2,)")),
]

AXES: list[Case] = [
    (lambda: x(2, 3).sum(axis=2), IndexError, ("sum", "axis 2", "2 axes")),
    (lambda: x(2, 3).sum(axis=-3), IndexError, ("sum", "axis -3")),
    (lambda: x(2, 3).sum(axis=(0, 0)), ValueError, ("sum", "axis 0", "twice")),
    (lambda: x(2, 3).sum(axis=(0, -2)), ValueError, ("sum", "twice")),
    (lambda: x(2, 3).sum(axis=2**63 - 1), IndexError, ("sum", "out of range")),
    (lambda: x(2, 3).sum(axis=-(2**63)), IndexError, ("sum", "out of range")),
    (lambda: x().sum(axis=0), IndexError, ("sum", "0 axes")),
    (lambda: x(2).mean(axis=1), IndexError, ("mean", "axis 1")),
    (lambda: x(2).var(axis=1), IndexError, ("var", "axis 1")),
    (lambda: x(2).argmax(axis=1), IndexError, ("argmax", "axis 1")),
    (lambda: x(2).transpose(0, 1), IndexError, ("transpose", "axis 1")),
    (lambda: x(2).flip(3), IndexError, ("flip", "axis 3")),
    (lambda: x(2).unsqueeze(2), IndexError, ("axis 2",)),
    (lambda: x(2).unsqueeze(-(2**63)), IndexError, ("out of range",)),
    (lambda: sg.concat([x(2)], axis=1), IndexError, ("concat", "axis 1")),
    (lambda: sg.concat([x()]), IndexError, ("concat", "0 axes")),
    (lambda: sg.stack([x(2)], axis=5), IndexError, ("axis 5",)),
    (lambda: x(2).split(1, 1), IndexError, ("split", "axis 1")),
    (lambda: F.softmax(x(2), 1), IndexError, ("softmax", "axis 1")),
    (lambda: x(2).take(sg.zeros(1, dtype=sg.int64), axis=1), IndexError, ("take", "axis 1")),
]

INDICES: list[Case] = [
    (lambda: x(2, 3)[2], IndexError, ("index 2", "axis 0", "(2, 3)")),
    (lambda: x(2, 3)[0, -4], IndexError, ("index -4", "axis 1")),
    (lambda: x(2, 3)[-(2**63)], IndexError, ("out of range",)),
    (lambda: x(2, 3)[2**64], IndexError, ("out of bounds",)),
    (lambda: x(2, 3)[0, 0, 0], IndexError, ("too many", "3", "(2, 3)")),
    (lambda: x(2, 3)[..., ...], IndexError, ("Ellipsis",)),
    (lambda: x(2, 3)[::0], ValueError, ("step", "0")),
    (lambda: x(2, 3)[x(2)], IndexError, ("float32",)),
    (lambda: x(2, 3)[[0, 5]], IndexError, ("5", "2")),
    (lambda: x(2, 3)[[0, 1], [0, 1, 2]], IndexError, ("(2,)", "(3,)", "broadcast")),
    (lambda: x(2, 3)[sg.ones(3, dtype=sg.bool)], IndexError, ("(3,)", "(2,)")),
    (lambda: x(2, 3)["a"], IndexError, ("str",)),
    (lambda: x(2, 3)[1.5], IndexError, ("float",)),
    (lambda: x(2).take(sg.asarray([2])), IndexError, ("take", "index 2", "length 2")),
    (lambda: x(2).take(sg.asarray([2**63 - 1])), IndexError, ("take", "length 2")),
    (lambda: x(2).take(sg.asarray([-(2**63)])), IndexError, ("take", "length 2")),
    (lambda: x(2).take(x(2)), IndexError, ("take", "float32")),
    (lambda: sg.zeros(0).take(sg.asarray([0])), IndexError, ("take", "length 0")),
    (lambda: F.cross_entropy(x(2, 3), sg.asarray([0, 3])), IndexError, ("cross_entropy", "3", "position 1")),
    (lambda: F.cross_entropy(x(2, 3), sg.asarray([0, -1])), IndexError, ("cross_entropy", "-1")),
    (lambda: F.nll_loss(x(2, 3), sg.asarray([0, 3])), IndexError, ("nll_loss", "3")),
]

TYPES: list[Case] = [
    (lambda: sg.exp("x"), TypeError, ("exp", "'x'", "str")),
    (lambda: sg.exp(None), TypeError, ("exp", "None")),
    (lambda: sg.exp(), TypeError, ("exp", "x")),
    (lambda: sg.exp(1, 2), TypeError, ("exp", "2")),
    (lambda: sg.add(x(2), object()), TypeError, ("add", "'y'", "object")),
    (lambda: x(2) + "a", TypeError, ("str",)),
    (lambda: x(2).sum(axis="0"), TypeError, ("sum", "axis", "str")),
    (lambda: x(2).sum(axis=0.5), TypeError, ("sum", "axis", "float")),
    (lambda: x(2).sum(axis=(0.5,)), TypeError, ("sum", "axis")),
    (lambda: sg.zeros(2.5), TypeError, ("zeros", "float")),
    (lambda: sg.zeros(float("nan")), TypeError, ("zeros", "float")),
    (lambda: sg.zeros(None), TypeError, ("zeros", "shape")),
    (lambda: sg.zeros((2, None)), TypeError, ("zeros", "shape")),
    (lambda: sg.zeros(2, dtype="nonsense"), TypeError, ("nonsense",)),
    (lambda: sg.zeros(2, dtype=np.complex64), TypeError, ("complex64",)),
    (lambda: sg.arange(None), TypeError, ("arange", "start", "None")),
    (lambda: sg.arange(1, 5, None), TypeError, ("arange", "step")),
    (lambda: sg.eye("3"), TypeError, ("eye", "n_rows")),
    (lambda: sg.concat(x(2)), TypeError, ("concat", "arrays")),
    (lambda: sg.concat([x(2), "a"]), TypeError, ()),
    (lambda: sg.concat(3), TypeError, ("concat", "arrays")),
    (lambda: x(2).astype(None), TypeError, ()),
    (lambda: -sg.ones(2, dtype=sg.bool), TypeError, ("negative", "bool")),
    (lambda: sg.ones(2, dtype=sg.bool) - sg.ones(2, dtype=sg.bool), TypeError, ("subtract", "bool")),
    (lambda: x(2) & x(2), TypeError, ("bitwise_and", "float32")),
    (lambda: ~x(2), TypeError, ("bitwise_invert", "float32")),
    (lambda: sg.ones(2, 2, dtype=sg.bool) @ sg.ones(2, 2, dtype=sg.bool), TypeError, ("matmul", "bool")),
    (lambda: F.linear(x(2, 3, dtype="int64"), x(4, 3)), TypeError, ("linear", "int64")),
    (lambda: F.cross_entropy(x(2, 3, dtype="int32"), sg.asarray([0, 1])), TypeError, ("cross_entropy", "int32")),
    (lambda: F.gelu(x(2), 1), TypeError, ("gelu", "approximate", "int")),
    (lambda: sg.random.uniform(3, dtype=sg.int32), TypeError, ("uniform", "int32")),
    (lambda: sg.from_numpy([1, 2]), TypeError, ("from_numpy", "list")),
    (lambda: sg.from_numpy(np.zeros(2, "complex64")), TypeError, ("complex64",)),
    (lambda: sg.from_numpy(np.zeros(2, ">f4")), TypeError, (">f4",)),
    (lambda: sg.from_numpy(np.zeros(2, object)), TypeError, ("object",)),
    (lambda: sg.asarray({}), TypeError, ()),
    (lambda: sg.zeros(2, dtype=sg.int64, requires_grad=True), RuntimeError, ("int64",)),
]

VALUES: list[Case] = [
    (lambda: F.gelu(x(2), "cube"), ValueError, ("gelu", "cube")),
    (lambda: F.mse_loss(x(2), x(2), "median"), ValueError, ("mse_loss", "median")),
    (lambda: F.cross_entropy(x(1, 2), sg.asarray([0]), label_smoothing=1.5), ValueError, ("label_smoothing", "1.5")),
    (lambda: F.cross_entropy(x(1, 2), sg.asarray([0]), label_smoothing=np.nan), ValueError, ("label_smoothing",)),
    (lambda: F.dropout(x(2), 1.5), ValueError, ("dropout", "1.5")),
    (lambda: F.dropout(x(2), float("nan")), ValueError, ("dropout", "nan")),
    (lambda: sg.arange(0, 5, 0), ValueError, ("arange", "step")),
    (lambda: sg.arange(0.0, 5, float("nan")), ValueError, ("arange", "nan")),
    (lambda: sg.arange(float("nan")), ValueError, ("arange",)),
    (lambda: sg.arange(float("inf")), ValueError, ("arange", "inf")),
    (lambda: sg.arange(1e30), ValueError, ("arange",)),
    (lambda: sg.arange(-(2**63), 2**63 - 1), ValueError, ("arange", "too long")),
    (lambda: sg.linspace(0, 1, -1), ValueError, ("linspace", "-1")),
    (lambda: sg.eye(-1), ValueError, ("-1",)),
    (lambda: sg.zeros(-1), ValueError, ("negative", "-1")),
    (lambda: sg.zeros((2, -(2**63))), ValueError, ("negative",)),
    (lambda: sg.random.bernoulli(2, p=-0.1), ValueError, ("bernoulli", "-0.1")),
    (lambda: sg.random.integers(3, 3), ValueError, ("integers", "3")),
    (lambda: sg.random.integers(0), ValueError, ("integers", "0")),
    (lambda: sg.random.permutation(-1), ValueError, ("permutation", "-1")),
    (lambda: sg.random.set_state((1,)), ValueError, ("set_state", "1")),
    (lambda: sg.set_num_threads(0), ValueError, ("set_num_threads", "0")),
    (lambda: sg.set_num_threads(2**62), ValueError, ("set_num_threads",)),
    (lambda: sg.ones(2, dtype=sg.uint8) + 256, ValueError, ("add", "256", "uint8")),
    (lambda: sg.ones(2, dtype=sg.uint8) - -1, ValueError, ("subtract", "-1", "uint8")),
    (lambda: sg.full_like(sg.ones(2, dtype=sg.int8), 300), ValueError, ("full_like", "300", "int8")),
    (lambda: sg.zeros(*(1,) * 65), ValueError, ("64 axes", "65")),
    (lambda: sg.zeros(1).reshape((1,) * 65), ValueError, ("64 axes", "65")),
    (lambda: sg.zeros((1,) * 64).unsqueeze(0), ValueError, ("64 axes", "65")),
    (lambda: sg.zeros((1,) * 64)[None], ValueError, ("64 axes", "65")),
    (lambda: sg.stack([sg.zeros((1,) * 64)]), ValueError, ("64 axes", "65")),
    (lambda: sg.broadcast_to(sg.zeros(1), (1,) * 65), ValueError, ("broadcast_to",)),
    (lambda: x(2)[sg.zeros((1,) * 64, dtype=sg.int64)][..., None], ValueError, ("64 axes",)),
    (lambda: x(2, 3)[:, sg.zeros((1,) * 64, dtype=sg.int64)], ValueError, ("64 axes",)),
]

NUMBERED: list[Case] = [
    (
        lambda: sg.metrics.confusion_matrix(sg.asarray([2**63 - 1]), sg.asarray([0])),
        ValueError,
        ("confusion_matrix", "no class"),
    ),
    (lambda: sg.metrics.confusion_matrix(sg.asarray([-1]), sg.asarray([0])), ValueError, ("negative",)),
    (lambda: sg.metrics.confusion_matrix(sg.asarray([3]), sg.asarray([0]), 2), ValueError, ("class 3", "2 classes")),
]

OVERFLOW: list[Case] = [
    (lambda: sg.zeros(2**63), OverflowError, ("int64",)),
    (lambda: sg.zeros(2, 2**64), OverflowError, ("int64",)),
    (lambda: x(2).sum(axis=-(2**64)), OverflowError, ("int64",)),
    (lambda: x(2) + 2**63, OverflowError, ("int64",)),
    (lambda: sg.manual_seed(2**63), OverflowError, ("int64",)),
    (lambda: sg.array(2**64), OverflowError, ("int64",)),
]


def check(case: Case) -> None:
    call, error, words = case
    with pytest.raises(error) as raised:
        call()
    assert type(raised.value) is error
    for word in words:
        assert word in str(raised.value), f"{word!r} is not in {raised.value}"


def identify(case: Any) -> str:
    return " ".join(case[2][:3]) or "call"


@pytest.mark.parametrize("case", SHAPES, ids=identify)
def test_shapes_that_do_not_fit(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", AXES, ids=identify)
def test_axes_that_are_not_there(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", INDICES, ids=identify)
def test_indices_out_of_range(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", TYPES, ids=identify)
def test_arguments_of_another_type(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("case", [*VALUES, *NUMBERED, *OVERFLOW], ids=identify)
def test_values_out_of_range(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("size", HUGE)
def test_what_no_memory_can_hold(size: int) -> None:
    small = sg.ones(1, dtype=sg.int8)
    calls: list[Callable[[], Any]] = [
        lambda: sg.zeros(size),
        lambda: sg.ones((3, size), dtype=sg.int8),
        lambda: sg.full((size, size), 1),
        lambda: sg.eye(size),
        lambda: sg.linspace(0, 1, size),
        lambda: sg.arange(size),
        lambda: sg.arange(0.0, float(size)),
        lambda: sg.random.normal(size),
        lambda: sg.random.integers(3, shape=(size,)),
        lambda: sg.random.bernoulli((size, 2)),
        lambda: sg.random.permutation(size),
        lambda: sg.broadcast_to(small, (size,)).copy(),
        lambda: sg.broadcast_to(small, (size,)) + sg.broadcast_to(small, (size,)),
        lambda: sg.broadcast_to(small, (size, 1)) @ sg.broadcast_to(small, (1, size)),
        lambda: sg.concat([sg.broadcast_to(small, (size,))] * 2),
        lambda: sg.stack([sg.broadcast_to(small, (size,))] * 2),
        lambda: sg.broadcast_to(small, (size,)).take(sg.zeros(5, dtype=sg.int64)),
        lambda: sg.broadcast_to(small, (size, 3)).sum(axis=1),
        lambda: F.softmax(sg.broadcast_to(small, (size,))),
        lambda: sg.nonzero(sg.broadcast_to(small, (size,))),
        lambda: np.asarray(sg.broadcast_to(small, (size, size))),
        lambda: sg.broadcast_to(sg.ones(1), (size,)).flip().reshape(-1, 1).copy(),
    ]
    for call in calls:
        with pytest.raises((MemoryError, ValueError)) as raised:
            call()
        assert str(raised.value)


def test_huge_arrays_of_nothing_are_cheap() -> None:
    """None of these may walk the long axes."""
    for shape in ((2**58, 0), (0, 2**58), (2**29, 2**29, 0)):
        empty = sg.zeros(shape)
        assert empty.sum().item() == 0
        assert empty.prod().item() == 1
        assert np.isnan(empty.mean().item())
        assert (empty + 1).shape == shape
        assert empty.T.copy().shape == shape[::-1]
        assert F.softmax(empty).shape == shape
        assert empty.all().item()
        empty.requires_grad = True
        (empty * empty).sum().backward()
        assert empty.grad is not None
        assert empty.grad.shape == shape
    assert sg.eye(2**58, 0).shape == (2**58, 0)
    assert (sg.zeros(0, 2**58) @ sg.zeros(2**58, 0)).shape == (0, 0)


def test_failures_leave_arguments_unchanged() -> None:
    a, b = x(2, 3), x(2, 3)
    integers = x(3, dtype="int64")
    failures: list[Callable[[], Any]] = [
        lambda: a.__iadd__(x(3, 3)),
        lambda: a.__iadd__(x(5, 2, 3)),
        lambda: integers.__itruediv__(integers),
        lambda: integers.__imul__(1.5),
        lambda: a.__setitem__(0, x(4)),
        lambda: a.__setitem__((0, 7), 1),
        lambda: a.__setitem__([0, 9], 1),
        lambda: a.__setitem__(slice(None), "x"),
        lambda: sg.broadcast_to(a, (4, 2, 3)).__iadd__(1),
        lambda: sg.broadcast_to(a, (4, 2, 3)).__setitem__(0, 1),
        lambda: leaf(2, 3).__iadd__(1),
        lambda: leaf(2, 3).__setitem__(0, 1),
    ]
    for failure in failures:
        with pytest.raises((ValueError, TypeError, IndexError, RuntimeError)):
            failure()
        np.testing.assert_array_equal(a, b)
        np.testing.assert_array_equal(integers, [0, 1, 2])


def test_in_place_messages_name_operation_and_shapes() -> None:
    cases: list[Case] = [
        (lambda: x(2, 3).__iadd__(x(5, 2, 3)), ValueError, ("+=", "(5, 2, 3)", "(2, 3)")),
        (lambda: x(3, dtype="int64").__itruediv__(x(3)), TypeError, ("/=", "float32", "int64")),
        (lambda: sg.broadcast_to(x(1), (4,)).__imul__(2), ValueError, ("*=", "broadcast")),
        (lambda: leaf(2).__isub__(1), RuntimeError, ("-=", "leaf", "no_grad")),
    ]
    for case in cases:
        check(case)


def test_read_only_memory_stays_as_it_is() -> None:
    array = np.arange(3, dtype=np.float32)
    array.flags.writeable = False
    tensor = sg.from_numpy(array)
    for change in (lambda: tensor.__iadd__(1), lambda: tensor.__setitem__(0, 5), lambda: tensor[1:].__imul__(2)):
        with pytest.raises(ValueError, match="read-only"):
            change()
    with pytest.raises(ValueError, match="read-only"):
        sg.from_numpy(np.asarray(tensor)).__iadd__(1)
    np.testing.assert_array_equal(array, [0, 1, 2])


def strided(shape: tuple[int, ...], strides: tuple[int, ...], dtype: str = "int8") -> np.ndarray[Any, Any]:
    """An array that claims memory it does not have; it must not be read."""
    return np.lib.stride_tricks.as_strided(np.zeros(4, dtype), shape, strides)


@pytest.mark.parametrize(
    ("shape", "strides"),
    [
        ((2, 2), (2**62, -(2**62))),
        ((2, 2), (2**62, 2**62)),
        ((2,), (-(2**63),)),
        ((2,), (2**63 - 1,)),
        ((3,), (2**62,)),
        ((2, 3, 2), (-(2**62), 2**60, 2**61)),
    ],
)
def test_strides_that_reach_beyond_memory(shape: tuple[int, ...], strides: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="beyond memory"):
        sg.from_numpy(strided(shape, strides))


def test_strides_of_empty_arrays_and_single_elements_do_not_matter() -> None:
    for shape in ((0, 3, 5), (3, 0, 2), (1, 1)):
        tensor = sg.from_numpy(strided(shape, (2**62,) * len(shape)))
        for view in (tensor[:, ::2], tensor.flip(), tensor.T, tensor[..., -1:], tensor.reshape(-1)):
            assert view.sum().item() == 0
        assert (tensor + 1).shape == shape


def test_lists_that_contain_themselves() -> None:
    endless: list[Any] = []
    endless.append(endless)
    deep: list[Any] = []
    for _ in range(100_000):
        deep = [deep]
    for values in (endless, deep):
        for function in (sg.array, sg.zeros, sg.exp, lambda v: x(2)[v], lambda v: x(2) + v, lambda v: sg.concat(v)):
            with pytest.raises((ValueError, TypeError, RecursionError, IndexError)):
                function(values)
    while deep:
        deep = deep[0]


def test_ragged_and_foreign_lists() -> None:
    for values in ([[1, 2], [3]], [1, "a"], [None], [[1], 2], [object()]):
        with pytest.raises((ValueError, TypeError)):
            sg.array(values)


class Liar:
    """Claims to be what it is not."""

    def __index__(self) -> int:
        raise ZeroDivisionError("index")

    def __float__(self) -> float:
        raise ZeroDivisionError("float")

    def __dlpack__(self, **_: Any) -> Any:
        return ctypes.py_object(None)

    def __dlpack_device__(self) -> tuple[int, int]:
        return (1, 0)


def test_objects_that_fail_while_they_are_converted() -> None:
    for function in (lambda v: sg.zeros(v), lambda v: x(3)[v], lambda v: x(3).sum(axis=v), lambda v: sg.linspace(v, 1)):
        with pytest.raises((ZeroDivisionError, TypeError, ValueError, IndexError)):
            function(Liar())
    with pytest.raises((TypeError, ValueError)):
        sg.from_dlpack(Liar())


def test_names_that_are_not_text_for_the_library() -> None:
    for text in ("\0", "mean\0", "\u00e9", "x" * 100_000, ""):
        with pytest.raises(ValueError, match="mse_loss"):
            F.mse_loss(x(2), x(2), text)
    with pytest.raises((UnicodeEncodeError, ValueError)):
        F.mse_loss(x(2), x(2), "\ud800")


def test_private_functions_check_their_arguments_too() -> None:
    """They are reachable, so they may raise but not end the process."""
    from swiftgrad import _namespaces

    entries = [e for e in _core.describe()["functions"] if e["namespace"].startswith("_")]
    for entry in entries:
        if entry["name"] == "peak_float32_gflops":
            continue
        function = getattr(_namespaces.internal(entry["namespace"]), entry["name"])
        for arguments in ((), (None,), (x(2),), (x(2), None), (x(2), x(3)), ([], []), ([x(2)], [x(2)]), ("a",) * 9):
            try:
                function(*arguments)
            except (TypeError, ValueError, RuntimeError, IndexError):
                pass
            finally:
                sg.set_grad_enabled(True)


@pytest.mark.parametrize(("target", "seconds"), [("functions", 7), ("operators", 3), ("indexing", 4), ("objects", 4)])
def test_hostile_calls_never_end_the_process(target: str, seconds: float, tmp_path: Path) -> None:
    log = tmp_path / "calls"
    script = Path(__file__).with_name("fuzz_calls.py")
    command = [sys.executable, str(script), target, str(seconds), "1", str(log)]
    try:
        result = subprocess.run(
            command, capture_output=True, text=True, timeout=seconds + 60, errors="replace", cwd=tmp_path
        )
    except subprocess.TimeoutExpired:
        pytest.fail(f"does not end: {last_line(log)}")
    assert result.returncode == 0, (
        f"status {result.returncode} in {last_line(log)}\n{result.stdout[-2000:]}\n{result.stderr[-4000:]}"
    )
    assert int(result.stdout) > 50


def last_line(log: Path) -> str:
    lines = log.read_text(errors="replace").splitlines()
    return lines[-1] if lines else "nothing was called"
