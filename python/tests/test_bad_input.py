"""What cannot work raises the documented exception, says which operation and which shapes, and changes nothing."""

import ctypes
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from bad_input_cases import AXES, HUGE, INDICES, NUMBERED, OVERFLOW, SHAPES, TYPES, VALUES, Case, F, leaf, x
from swiftgrad import _core


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
