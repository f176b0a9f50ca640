"""What goes wrong, goes wrong as a Python exception that says what to do, and leaves everything as it was."""

import gc
import os
import signal
import sys
import threading
import time
import traceback
import tracemalloc

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import _core
from swiftgrad.nn import functional as F


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda t: sg.sum(), ["sum()", "missing", "'x'"]),
        (lambda t: sg.sum(t, 0, False, 1), ["sum()", "positional"]),
        (lambda t: sg.sum(t, nonsense=1), ["sum()", "unexpected keyword", "'nonsense'"]),
        (lambda t: sg.sum(t, x=t), ["sum()", "multiple values", "'x'"]),
        (lambda t: sg.sum(t, axis=0, dim=0), ["sum()", "multiple values"]),
        (lambda t: sg.sum(t, axis="a"), ["sum()", "'axis'", "int", "str"]),
        (lambda t: sg.sum(t, axis=1.5), ["sum()", "'axis'", "int", "float"]),
        (lambda t: sg.sum(t, axis=[1.5]), ["sum()", "'axis'"]),
        (lambda t: sg.sum(t, keepdims="yes"), ["sum()", "'keepdims'", "bool", "str"]),
        (lambda t: sg.sum(t, dtype="nonsense"), ["dtype", "nonsense"]),
        (lambda t: sg.sum("abc"), ["sum()", "'x'", "tensor", "str"]),
        (lambda t: sg.sum(None), ["sum()", "'x'", "tensor", "NoneType"]),
        (lambda t: sg.sum(object()), ["sum()", "'x'", "object"]),
        (lambda t: sg.concat(t), ["concat()", "'arrays'", "sequence", "Tensor"]),
        (lambda t: sg.concat([t, "a"]), ["str"]),
        (lambda t: sg.concat(3), ["concat()", "'arrays'"]),
        (lambda t: sg.linspace("a", 1), ["linspace()", "'start'", "number", "str"]),
        (lambda t: sg.eye(1.5), ["eye()", "'n_rows'", "integer", "float"]),
        (lambda t: F.gelu(t, approximate=3), ["gelu()", "'approximate'", "str", "int"]),
        (lambda t: t.reshape("a"), ["reshape()", "'shape'"]),
        (lambda t: t.reshape(2, None), ["reshape()", "'shape'"]),
        (lambda t: t.backward("a"), ["backward()", "'gradient'"]),
        (lambda t: t.sum(None, None, None, None, None, None, None, None, None, None, None), ["sum()"]),
    ],
)
def test_wrong_arguments(call, words):
    with pytest.raises(TypeError) as failure:
        call(sg.asarray([1.0, 2.0]))
    for word in words:
        assert word in str(failure.value)


def test_huge_integers():
    t = sg.asarray([1, 2])
    for call in (
        lambda: t + 2**63,
        lambda: t + 2**200,
        lambda: 2**64 - t,
        lambda: sg.sum(t, axis=2**63),
        lambda: sg.eye(2**70),
        lambda: t.reshape(2**63),
    ):
        with pytest.raises(OverflowError):
            call()
    assert (t + (2**63 - 1)).dtype == sg.int64
    for call in (
        lambda: sg.zeros(2**62),
        lambda: sg.zeros((2**40, 2**40)),
        lambda: sg.zeros(-1),
        lambda: t.reshape(2**62, 2**62),
        lambda: sg.eye(2**62),
        lambda: sg.sum(t, axis=2**62),
        lambda: sg.zeros((1,) * 65),
    ):
        with pytest.raises((ValueError, MemoryError, IndexError)):
            call()


class Failing:
    """An object whose every conversion raises."""

    def __getattr__(self, name):
        raise ZeroDivisionError(name)

    def _fail(self, *args, **kwargs):
        raise ZeroDivisionError

    __index__ = __float__ = __int__ = __bool__ = __len__ = __iter__ = __array__ = __dlpack_device__ = _fail
    __dlpack__ = __getitem__ = __fspath__ = _fail


def test_conversions_that_raise():
    t = sg.asarray([1.0, 2.0])
    thing = Failing()
    for call in (
        lambda: t[thing],
        lambda: t[thing:],
        lambda: t.sum(axis=thing),
        lambda: t.sum(axis=[thing]),
        lambda: t.reshape(thing),
        lambda: sg.linspace(thing, 1),
        lambda: sg.eye(thing),
        lambda: t + thing,
        lambda: t.__setitem__(0, thing),
        lambda: sg.asarray(thing),
        lambda: sg.concat(thing),
    ):
        with pytest.raises((ZeroDivisionError, TypeError)):
            call()
    assert t.tolist() == [1, 2]


def test_recursion():
    nested = []
    nested.append(nested)
    with pytest.raises((ValueError, RecursionError, TypeError)):
        sg.asarray(nested)
    with pytest.raises((ValueError, RecursionError, TypeError)):
        sg.zeros(2) + np.array(nested, dtype=object)
    deep = 1.0
    for _ in range(100000):
        deep = [deep]
    with pytest.raises((ValueError, RecursionError, TypeError)):
        sg.asarray(deep)
    from swiftgrad.autograd import gradients

    with pytest.raises((RecursionError, TypeError)):
        gradients._engine.grad([sg.asarray(1.0)], [sg.asarray(1.0)], deep)
    with pytest.raises((RecursionError, TypeError)):
        gradients._engine.grad([sg.asarray(1.0)], [sg.asarray(1.0)], nested)
    while deep != 1.0:
        deep = deep[0]


@pytest.mark.parametrize(
    ("call", "error", "words"),
    [
        (lambda: sg.zeros(3) + sg.zeros(4), ValueError, ["add", "(3,)", "(4,)"]),
        (lambda: sg.zeros(2, 3) @ sg.zeros(2, 3), ValueError, ["matmul"]),
        (lambda: sg.zeros(2, 3).sum(axis=2), (ValueError, IndexError), ["2"]),
        (lambda: sg.zeros(2, 3).reshape(4), ValueError, ["reshape"]),
        (lambda: sg.zeros(2)[5], IndexError, ["5"]),
        (lambda: sg.zeros(2)[0, 0], IndexError, []),
        (lambda: sg.zeros(2).backward(), RuntimeError, []),
    ],
)
def test_errors_of_the_engine(call, error, words):
    with pytest.raises(error) as failure:
        call()
    for word in words:
        assert word in str(failure.value)


# --- exceptions that pass through the engine ---


class Raises(sg.Function):
    error = KeyError("from backward")

    @staticmethod
    def forward(ctx, x):
        return x * 1

    @staticmethod
    def backward(ctx, grad):
        raise Raises.error


def test_an_exception_of_a_callback_arrives_as_it_is():
    x = sg.asarray([1.0], requires_grad=True)
    for _ in range(3):
        y = Raises.apply(x * 2).sum()
        with pytest.raises(KeyError) as failure:
            y.backward()
        assert failure.value is Raises.error
        assert any(frame.name == "backward" for frame in traceback.extract_tb(failure.value.__traceback__))
        Raises.error.__traceback__ = None
    assert x.grad is None
    (x * 3).sum().backward()
    assert x.grad.tolist() == [3]


def test_what_a_callback_returns_is_checked():
    class Wrong(sg.Function):
        result = None

        @staticmethod
        def forward(ctx, x, y):
            return x * y

        @staticmethod
        def backward(ctx, grad):
            return Wrong.result

    x = sg.asarray([1.0, 2.0], requires_grad=True)
    for result in ("abc", (1, 2, 3), (sg.zeros(3), None), (object(), None), grad_of_wrong_count()):
        Wrong.result = result
        with pytest.raises((TypeError, RuntimeError)):
            Wrong.apply(x, x).sum().backward()


def grad_of_wrong_count():
    return (sg.zeros(2),)


def test_system_exit_and_keyboard_interrupt_pass():
    x = sg.asarray([1.0], requires_grad=True)
    for error in (SystemExit(3), KeyboardInterrupt(), GeneratorExit()):
        Raises.error, before = error, Raises.error
        with pytest.raises(type(error)) as failure:
            Raises.apply(x).sum().backward()
        assert failure.value is error
        Raises.error = before


def test_callbacks_in_several_threads():
    class Slow(sg.Function):
        @staticmethod
        def forward(ctx, x):
            ctx.save_for_backward(x)
            return x * x

        @staticmethod
        def backward(ctx, grad):
            (x,) = ctx.saved_tensors
            time.sleep(0.0005)
            if x[0].item() == 3:
                raise LookupError(threading.get_ident())
            return 2 * x * grad

    failures = []

    def work(n):
        for _ in range(20):
            x = sg.asarray([float(n)] * 100, requires_grad=True)
            try:
                Slow.apply(x).sum().backward()
                if n == 3 or x.grad[0].item() != 2 * n:
                    failures.append(n)
            except LookupError as error:
                if n != 3 or error.args[0] != threading.get_ident():
                    failures.append(n)

    threads = [threading.Thread(target=work, args=(n,)) for n in range(5)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failures


def test_a_signal_reaches_python_between_calls():
    got = []
    previous = signal.signal(signal.SIGALRM, lambda *_: got.append(1))
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.05)
        t = sg.asarray(np.random.rand(300, 300))
        end = time.monotonic() + 2
        while not got and time.monotonic() < end:
            t @ t
    finally:
        signal.signal(signal.SIGALRM, previous)
    assert got


# --- the GIL ---


def test_other_threads_run_during_a_long_call():
    a = sg.asarray(np.random.rand(1500, 1500).astype(np.float32))
    ticks = []
    stop = threading.Event()

    def tick():
        while not stop.is_set():
            ticks.append(time.monotonic())
            time.sleep(0.001)

    thread = threading.Thread(target=tick)
    thread.start()
    try:
        begin = time.monotonic()
        for _ in range(3):
            a @ a
        end = time.monotonic()
    finally:
        stop.set()
        thread.join()
    assert sum(begin < t < end for t in ticks) >= 3


# --- nothing is lost ---


def test_no_memory_is_lost():
    x = sg.asarray([1.0, 2.0, 3.0], requires_grad=True)

    class Square(sg.Function):
        @staticmethod
        def forward(ctx, v):
            ctx.save_for_backward(v)
            return v * v

        @staticmethod
        def backward(ctx, grad):
            (v,) = ctx.saved_tensors
            return 2 * v * grad

    def work():
        y = (Square.apply(x) * 2 + np.ones(3, np.float32)).sum(axis=0, keepdims=True)
        y.backward()
        x.grad = None
        y.reshape(1, 1)[0, ...].tolist()
        sg.concat([x, x, x], axis=0)
        repr(x)
        for wrong in (lambda: x + "a", lambda: sg.sum(x, axis=9), lambda: sg.sum(x, nonsense=1), lambda: x.reshape(7)):
            with pytest.raises((TypeError, ValueError, IndexError)):
                wrong()

    for _ in range(50):
        work()
    gc.collect()
    objects = len(gc.get_objects())
    tracemalloc.start()
    before = tracemalloc.take_snapshot()
    for _ in range(200):
        work()
    gc.collect()
    growth = sum(
        s.size_diff for s in tracemalloc.take_snapshot().compare_to(before, "filename") if "swiftgrad" in str(s)
    )
    tracemalloc.stop()
    assert growth < 4096
    assert len(gc.get_objects()) - objects < 50


def resident() -> int:
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE")


@pytest.mark.skipif(not os.path.exists("/proc/self/statm"), reason="needs /proc")
def test_no_native_memory_is_lost():
    x = sg.asarray(np.ones(1000), requires_grad=True)

    def work(count):
        for _ in range(count):
            y = (x * 2 + 1)[10:500:3].sum()
            y.backward()
            np.asarray(sg.from_numpy(np.ones(1000)) + 1)
            sg.from_dlpack(np.ones(1000))
            with pytest.raises(ValueError):
                sg.zeros(3) + sg.zeros(4)

    work(300)
    before = resident()
    work(2000)
    assert resident() - before < 8 << 20


def test_deep_recursion_of_callbacks():
    class Nest(sg.Function):
        @staticmethod
        def forward(ctx, x):
            return x * 1

        @staticmethod
        def backward(ctx, grad):
            x = sg.asarray([1.0], requires_grad=True)
            with sg.enable_grad():
                Nest.apply(x).sum().backward()
            return grad

    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(300)
    try:
        with pytest.raises(RecursionError):
            Nest.apply(sg.asarray([1.0], requires_grad=True)).sum().backward()
    finally:
        sys.setrecursionlimit(limit)


def test_registry_calls_check_their_arguments():
    class Bare(_core.Object):
        pass

    for call in (
        lambda: _core.construct(Bare(), 10**6, ()),
        lambda: _core.construct(Bare(), -1, ()),
        lambda: _core.construct(3, 0, ()),
        lambda: _core.invoke(Bare(), 0, ()),
        lambda: _core.register_class(0, int),
        lambda: _core.register_class(10**6, Bare),
        lambda: _core.hold(Bare(), object, 1),
        lambda: _core.add_methods(10**6, Bare, True, set()),
    ):
        with pytest.raises((TypeError, IndexError, RuntimeError)):
            call()
