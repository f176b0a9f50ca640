"""Everything that is not a matrix product beside PyTorch: microseconds, and GB/s of what has to be moved.

    python benchmarks/pointwise.py [--only softmax] [--seconds 0.1] [--rounds 5] [--threads 1 2]

Each family runs at sizes that fit the first-level cache, the second, and neither. GB/s count every operand once,
whether or not the cache line of a result is read before it is written; `copy` and `add` of NumPy, one call a thread,
are the machine's own. A backward pass is timed alone, on a graph that is kept.
"""

import argparse
import math
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
import peers

LIBRARIES = {"swiftgrad": "swiftgrad", "torch": "torch"}
SIZES = {"L1": 1 << 11, "L2": 1 << 15, "memory": 1 << 23}


@dataclass(frozen=True)
class Case:
    """`make(library)` gives the function to time; it moves `size` bytes."""

    make: Callable[[Any], Callable[[], object]]
    size: int


class Library:
    """What the libraries do not call by the same name."""

    def __init__(self, name: str, threads: int) -> None:
        self.name = name
        if name == "swiftgrad":
            import swiftgrad as sg

            sg.set_num_threads(threads)
            self.np, self.F, self.nn, self.optim = sg, sg.nn.functional, sg.nn, sg.optim
            self.normal, self.uniform = sg.random.normal, sg.random.uniform
            self.take, self.cast = sg.take, sg.astype
            self.copy, self.gradient = sg.copy, sg.grad
        else:
            import torch

            torch.set_num_threads(threads)
            self.np, self.F, self.nn, self.optim = torch, torch.nn.functional, torch.nn, torch.optim
            self.normal, self.uniform = torch.randn, torch.rand
            self.take = lambda x, indices, axis: torch.index_select(x, axis, indices)
            self.cast = lambda x, dtype: x.to(dtype)
            self.copy = lambda x: x.clone(memory_format=torch.contiguous_format)
            self.gradient = torch.autograd.grad

    def array(self, *shape: int, low: float = -3.0, high: float = 3.0, grad: bool = False) -> Any:
        x = np.random.default_rng(0).uniform(low, high, shape).astype(np.float32)
        return self.given(x, grad)

    def given(self, x: Any, grad: bool = False) -> Any:
        if self.name == "swiftgrad":
            return self.np.array(x, requires_grad=grad)
        return self.np.tensor(x, requires_grad=grad)

    def backward(self, y: Any, *inputs: Any) -> Callable[[], object]:
        """The gradient of y alone, again and again."""
        seed = self.np.ones_like(y)
        return lambda: self.gradient(y, inputs, seed, retain_graph=True)


CASES: dict[str, Case] = {}


def case(name: str, size: float, make: Callable[[Any], Callable[[], object]]) -> None:
    CASES[name] = Case(make, int(size))


def elementary() -> None:
    functions: dict[str, Callable[[Any, Any], Any]] = {
        "exp": lambda a, x: a.np.exp(x),
        "log": lambda a, x: a.np.log(x),
        "sqrt": lambda a, x: a.np.sqrt(x),
        "erf": lambda a, x: a.np.erf(x),
        "tanh": lambda a, x: a.np.tanh(x),
        "sigmoid": lambda a, x: a.F.sigmoid(x),
        "relu": lambda a, x: a.F.relu(x),
        "silu": lambda a, x: a.F.silu(x),
        "gelu": lambda a, x: a.F.gelu(x),
        "gelu tanh": lambda a, x: a.F.gelu(x, approximate="tanh"),
        "pow 2.5": lambda a, x: x**2.5,
        "pow array": lambda a, x: x**x,
    }
    for where, count in SIZES.items():
        for name, function in functions.items():
            low = 0.1 if name in ("log", "sqrt") or name.startswith("pow") else -3.0

            def forward(a: Any, function: Any = function, count: int = count, low: float = low) -> Any:
                x = a.array(count, low=low)
                return lambda: function(a, x)

            def backward(a: Any, function: Any = function, count: int = count, low: float = low) -> Any:
                x = a.array(count, low=low, grad=True)
                return a.backward(function(a, x), x)

            case(f"{name} {where}", 8 * count, forward)
            case(f"{name} backward {where}", 12 * count, backward)


def binary() -> None:
    for where, count in SIZES.items():
        rows = 1 << (count.bit_length() // 2)
        columns = count // rows
        operands = {
            "": ((rows, columns), (rows, columns), 12),
            " row": ((rows, columns), (columns,), 8),
            " column": ((rows, columns), (rows, 1), 8),
        }
        for name in ("add", "multiply"):
            for kind, (left, right, width) in operands.items():

                def forward(a: Any, name: str = name, left: Any = left, right: Any = right) -> Any:
                    x, y = a.array(*left), a.array(*right)
                    function = getattr(a.np, name)
                    return lambda: function(x, y)

                case(f"{name}{kind} {where}", width * count, forward)

        def bias(a: Any, rows: int = rows, columns: int = columns) -> Any:
            x, y = a.array(rows, columns, grad=True), a.array(columns, grad=True)
            return a.backward(x * y, x, y)

        def scalar(a: Any, count: int = count) -> Any:
            x = a.array(count)
            return lambda: x * 2.5

        def where_(a: Any, count: int = count) -> Any:
            x, y = a.array(count), a.array(count, low=-1)
            mask = x > 0
            return lambda: a.np.where(mask, x, y)

        def compare(a: Any, count: int = count) -> Any:
            x, y = a.array(count), a.array(count, low=-1)
            return lambda: x < y

        def cast(a: Any, source: Any, target: str, count: int = count) -> Any:
            x = a.cast(a.array(count), getattr(a.np, source))
            dtype = getattr(a.np, target)
            return lambda: a.cast(x, dtype)

        case(f"multiply row backward {where}", 16 * count, bias)
        case(f"multiply scalar {where}", 8 * count, scalar)
        case(f"where {where}", 13 * count, where_)
        case(f"less {where}", 9 * count, compare)
        for source, target, width in (
            ("float32", "float64", 12),
            ("float32", "int32", 8),
            ("int64", "float32", 12),
            ("bool", "float32", 5),
            ("float32", "bool", 5),
            ("float32", "bfloat16", 6),
            ("float16", "float32", 6),
        ):
            case(
                f"cast {source} {target} {where}",
                width * count,
                lambda a, source=source, target=target, cast=cast: cast(a, source, target),
            )


def rows() -> None:
    for shape in ((64, 10), (768, 65), (4096, 512), (512, 50000)):
        size = 4 * math.prod(shape)
        label = "x".join(map(str, shape))

        def softmax(a: Any, name: str, shape: Any = shape) -> Any:
            x, function = a.array(*shape), getattr(a.F, name)
            return lambda: function(x, -1)

        def softmax_backward(a: Any, name: str, shape: Any = shape) -> Any:
            x = a.array(*shape, grad=True)
            return a.backward(getattr(a.F, name)(x, -1), x)

        def loss(a: Any, backward: bool, shape: Any = shape) -> Any:
            x = a.array(*shape, grad=backward)
            target = a.given(np.random.default_rng(1).integers(0, shape[1], shape[0]))
            if backward:
                return a.backward(a.F.cross_entropy(x, target), x)
            return lambda: a.F.cross_entropy(x, target)

        for name in ("softmax", "log_softmax"):
            case(f"{name} {label}", 2 * size, lambda a, name=name, make=softmax: make(a, name))
            case(f"{name} backward {label}", 3 * size, lambda a, name=name, make=softmax_backward: make(a, name))
        case(f"cross_entropy {label}", size, lambda a, make=loss: make(a, False))
        case(f"cross_entropy backward {label}", 2 * size, lambda a, make=loss: make(a, True))


def reductions() -> None:
    shapes: list[tuple[tuple[int, ...], list[Any]]] = [
        ((1000, 1000), [None, 0, 1]),
        ((64, 32, 28, 28), [None, 0, 1, (0, 2, 3), (2, 3), 3]),
        ((8, 1000000), [None, 0, 1]),
        ((100000, 8), [0, 1]),
        ((10000000,), [None]),
    ]
    for shape, axes in shapes:
        for axis in axes:
            for name in ("sum", "mean", "max", "argmax", "var"):
                if name == "argmax" and isinstance(axis, tuple):
                    continue

                def reduce(a: Any, name: str = name, shape: Any = shape, axis: Any = axis) -> Any:
                    x = a.array(*shape)
                    if a.name == "torch":
                        function = getattr(a.np, "amax" if name == "max" else name)
                        dim = tuple(range(len(shape))) if axis is None and name in ("max", "var") else axis
                        return lambda: function(x, dim=dim)
                    function = getattr(a.np, name)
                    return lambda: function(x, axis=axis)

                label = "x".join(map(str, shape)) + ("" if axis is None else f" axis {axis}")
                case(f"{name} {label}", 4 * math.prod(shape), reduce)
        if len(shape) == 2:
            for axis in (0, 1):

                def cumulative(a: Any, shape: Any = shape, axis: int = axis) -> Any:
                    x = a.array(*shape)
                    return lambda: a.np.cumsum(x, axis)

                case(f"cumsum {'x'.join(map(str, shape))} axis {axis}", 8 * math.prod(shape), cumulative)


def copies() -> None:
    layouts: list[tuple[tuple[int, ...], tuple[int, ...]]] = [
        ((1000, 1000), (1, 0)),
        ((4096, 4096), (1, 0)),
        ((64, 3, 32, 32), (0, 2, 3, 1)),
        ((64, 64, 32, 32), (0, 2, 3, 1)),
        ((64, 32, 32, 64), (0, 3, 1, 2)),
        ((12, 64, 4, 32), (0, 2, 1, 3)),
        ((16, 256, 6, 64), (0, 2, 1, 3)),
    ]
    for shape, order in layouts:

        def permuted(a: Any, shape: Any = shape, order: Any = order) -> Any:
            view = a.array(*shape).permute(*order)
            return lambda: a.copy(view)

        label = "x".join(map(str, shape)) + " -> " + "".join(map(str, order))
        case(f"permuted copy {label}", 8 * math.prod(shape), permuted)
    for axis in (0, 1):

        def joined(a: Any, axis: int = axis, stack: bool = False) -> Any:
            parts = [a.array(512, 512) for _ in range(4)]
            function = a.np.stack if stack else a.np.concat
            return lambda: function(parts, axis)

        case(f"concat 4 of 512x512 axis {axis}", 8 << 20, joined)
        case(f"stack 4 of 512x512 axis {axis}", 8 << 20, lambda a, axis=axis, make=joined: make(a, axis, True))

    def slice_backward(a: Any) -> Any:
        x = a.array(1024, 1024, grad=True)
        return a.backward(x[:, 256:512], x)

    def strided(a: Any) -> Any:
        x = a.array(2048, 2048)
        return lambda: a.copy(x[::2, 1:-1])

    case("slice [:, 256:512] backward 1024x1024", 5 << 20, slice_backward)
    case("copy [::2, 1:-1] 2048x2048", 8 * 1024 * 2046, strided)
    for shape, count, axis in (((65, 128), 768, 0), ((50000, 384), 1024, 0), ((1000, 1000), 500, 1)):
        picked = count * math.prod(shape) // shape[axis]

        def take(a: Any, backward: bool, shape: Any = shape, count: int = count, axis: int = axis) -> Any:
            x = a.array(*shape, grad=backward)
            indices = a.given(np.random.default_rng(1).integers(0, shape[axis], count))
            if backward:
                return a.backward(a.take(x, indices, axis), x)
            return lambda: a.take(x, indices, axis)

        label = f"{'x'.join(map(str, shape))} axis {axis}, {count}"
        case(f"take {label}", 8 * picked, lambda a, make=take: make(a, False))
        case(f"take backward {label}", 4 * (picked + math.prod(shape)), lambda a, make=take: make(a, True))


def randomness() -> None:
    for where, count in SIZES.items():

        def dropout(a: Any, backward: bool, count: int = count) -> Any:
            x = a.array(count, grad=backward)
            if backward:
                return a.backward(a.F.dropout(x, 0.1), x)
            return lambda: a.F.dropout(x, 0.1)

        case(f"dropout {where}", 8 * count, lambda a, make=dropout: make(a, False))
        case(f"dropout backward {where}", 8 * count, lambda a, make=dropout: make(a, True))
        case(f"normal {where}", 4 * count, lambda a, count=count: lambda: a.normal((count,)))
        case(f"uniform {where}", 4 * count, lambda a, count=count: lambda: a.uniform((count,)))


def optimisers() -> None:
    shapes: dict[str, list[tuple[int, ...]]] = {
        "4 small": [(128, 784), (128,), (10, 128), (10,)],
        "10M": [(1000, 1000)] * 10,
    }
    rules: dict[str, tuple[Callable[[Any, Any], Any], int]] = {
        "SGD": (lambda a, p: a.optim.SGD(p, lr=1e-3), 3),
        "Nesterov": (lambda a, p: a.optim.SGD(p, lr=1e-3, momentum=0.9, nesterov=True), 5),
        "Adam": (lambda a, p: a.optim.Adam(p, lr=1e-3), 7),
        "AdamW": (lambda a, p: a.optim.AdamW(p, lr=1e-3), 7),
    }
    for label, sizes in shapes.items():
        count = sum(map(math.prod, sizes))

        def parameters(a: Any, sizes: Any = sizes) -> Any:
            result = [a.array(*shape, grad=True) for shape in sizes]
            for x in result:
                x.grad = a.array(*x.shape)
            return result

        for name, (make, arrays) in rules.items():
            case(
                f"{name} step {label}",
                4 * arrays * count,
                lambda a, make=make, parameters=parameters: make(a, parameters(a)).step,
            )

        def clip(a: Any, parameters: Any = parameters) -> Any:
            given = parameters(a)
            return lambda: a.nn.utils.clip_grad_norm_(given, 1e9)

        case(f"clip_grad_norm_ {label}", 4 * count, clip)


def overhead() -> None:
    def chain(a: Any) -> Any:
        x = a.array(10, grad=True)
        y = x
        for _ in range(50):
            y = y * x
        return a.backward(y, x)

    def recorded_chain(a: Any) -> Any:
        x = a.array(10, grad=True)

        def run() -> object:
            y = x
            for _ in range(50):
                y = y * x
            x.grad = None
            return y.sum().backward()

        return run

    def linear(a: Any) -> Any:
        layer, x = a.nn.Linear(16, 16), a.array(4, 16)
        return lambda: layer(x)

    small: dict[str, Callable[[Any, Any], object]] = {
        "a + a": lambda a, x: x + x,
        "a + 1.0": lambda a, x: x + 1.0,
        "exp(a)": lambda a, x: a.np.exp(x),
        "a[0]": lambda a, x: x[0],
        "a[2:5]": lambda a, x: x[2:5],
        "a.sum()": lambda a, x: x.sum(),
        "a.mean()": lambda a, x: x.mean(),
        "a.reshape(2, 5)": lambda a, x: x.reshape(2, 5),
        "softmax(a)": lambda a, x: a.F.softmax(x, -1),
    }
    for name, function in small.items():

        def make(a: Any, function: Any = function) -> Any:
            x = a.array(10)
            return lambda: function(a, x)

        case(f"{name} of 10", 0, make)
    case("Linear(16, 16) of 4x16", 0, linear)
    case("50 products, backward", 0, chain)
    case("50 products, forward and backward", 0, recorded_chain)


FAMILIES = {
    "elementary": elementary,
    "binary": binary,
    "rows": rows,
    "reductions": reductions,
    "copies": copies,
    "randomness": randomness,
    "optimisers": optimisers,
    "overhead": overhead,
}
for family in FAMILIES.values():
    family()


def workloads(name: str, threads: int) -> dict[str, Callable[[], None]]:
    """Each case, prepared when it is first asked for; only the last one's arrays are kept."""
    library = Library(name, threads)
    current: dict[str, Callable[[], object]] = {}

    def run(case_name: str) -> None:
        if case_name not in current:
            current.clear()
            current[case_name] = CASES[case_name].make(library)
        current[case_name]()

    return {case_name: (lambda case_name=case_name: run(case_name)) for case_name in CASES}


def bandwidth(threads: int) -> dict[str, float]:
    """GB/s of NumPy's copy (read and write) and add (two reads and a write) of 64 MB arrays, one call a thread."""
    arrays = [[np.ones(1 << 24, np.float32) for _ in range(3)] for _ in range(threads)]
    kinds: dict[str, tuple[Callable[[Any], object], int]] = {
        "copy": (lambda x: np.copyto(x[0], x[1]), 2),
        "add": (lambda x: np.add(x[1], x[2], out=x[0]), 3),
    }
    result = {}
    for name, (function, moved) in kinds.items():
        best = math.inf
        for _ in range(5):
            pool = [threading.Thread(target=function, args=(each,)) for each in arrays]
            start = time.perf_counter()
            for thread in pool:
                thread.start()
            for thread in pool:
                thread.join()
            best = min(best, time.perf_counter() - start)
        result[name] = moved * (4 << 24) * threads / best / 1e9
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=0.1, help="per library and case")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--only", nargs="+", default=[""], help="cases or families whose name starts so")
    parser.add_argument("--serve", nargs=2, metavar=("LIBRARY", "THREADS"), help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        peers.serve(workloads(options.serve[0], int(options.serve[1])))
        sys.exit()
    chosen = CASES.copy()
    CASES.clear()
    for name in options.only:
        if name in FAMILIES:
            FAMILIES[name]()
        CASES.update({key: value for key, value in chosen.items() if key.startswith(name)})
    cases = list(CASES)
    libraries = peers.available(LIBRARIES)
    for threads in options.threads:
        limits = ", ".join(f"{name} {rate:.1f} GB/s" for name, rate in bandwidth(threads).items())
        print(f"\n{threads} thread{'s' if threads > 1 else ''}; NumPy: {limits}; best of {options.rounds} rounds")
        results = peers.compare(__file__, libraries, threads, cases, options.seconds, options.rounds)
        for name, timings in results.items():
            row = f"{name:46}"
            for library, timing in timings.items():
                rate = CASES[name].size / timing.best / 1e9
                row += f"{library:>11} {timing.best * 1e6:10.2f} us" + (f" {rate:6.1f} GB/s" if rate else " " * 12)
            if len(timings) > 1:
                row += f"   {timings['torch'].best / timings['swiftgrad'].best:5.2f}x"
            print(row)


if __name__ == "__main__":
    main()
