"""Calls functions, operators, indexing and objects with hostile arguments, in a process of `test_hostile_calls`.

    python fuzz_calls.py TARGET SECONDS SEED LOG

Every call is written to LOG before it is made, so that its last line names the call that killed the process. What a
call raises must be one of the documented exceptions, and no argument may have changed.
"""

import itertools
import operator
import os
import sys
import time
from collections.abc import Callable
from typing import Any

import numpy as np
import swiftgrad as sg
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from swiftgrad import _core, _namespaces, nn

DOCUMENTED = (
    *(ValueError, TypeError, IndexError, KeyError, AttributeError),
    *(MemoryError, BufferError, RuntimeError, OverflowError, OSError),
)
# Measures for ten seconds, ends the process's random stream, waits, or takes minutes by design.
LEFT_OUT = {"peak_gflops", "set_num_threads", "save_file"}
DTYPES = [getattr(sg, name) for name in (
    "bool", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float16", "bfloat16", "float32",
    "float64")]  # fmt: skip
# Either small, or so large that no machine has the memory.
INTEGERS = [0, 1, -1, 2, 3, 4, -2, 5, 7, 63, 64, 65, -64, 2**47, 2**58, 2**61, 2**62, 2**63 - 1, -(2**63), -(2**62),
            2**63, 2**64, -(2**70)]  # fmt: skip
NUMBERS = [0.0, -0.0, 1.0, -1.0, 0.5, 2.5, 1e-320, 1e308, -1e308, 1e19, float("nan"), float("inf"), float("-inf")]
SHAPES = [(), (1,), (2,), (3,), (5,), (0,), (2, 3), (3, 2), (1, 3), (4, 4), (2, 0), (0, 2), (2, 3, 4), (1, 2, 5, 5),
          (2, 1, 3), (3, 3, 3), (1,) * 64, (2**58, 0), (0, 2**58), (2, 3, 6, 6), (1, 1, 1, 1, 1)]  # fmt: skip

integers = st.sampled_from(INTEGERS) | st.integers(-4, 9)
# Of several lengths none may be such that their product is merely large.
sizes = integers.filter(lambda n: not 7 < abs(n) < 2**47)
junk = st.sampled_from([None, "x", b"x", 1.5, True, [], {}, (), object(), [[1], [2, 3]], slice(None), ..., "mean", len])
numbers = st.sampled_from(NUMBERS) | st.floats(-3, 3)


@st.composite
def tensors(draw: st.DrawFn) -> Any:
    shape = draw(st.sampled_from(SHAPES))
    dtype = draw(st.sampled_from(DTYPES) | st.sampled_from([sg.float32, sg.float32, sg.float64, sg.int64]))
    kind = draw(st.sampled_from(["small", "special", "huge integers", "zeros", "view", "repeated", "read-only"]))
    size = int(np.prod(shape, dtype=object))
    rng = np.random.default_rng(draw(st.integers(0, 99)))
    if kind == "huge integers" and not dtype.is_floating_point:
        values = rng.choice(np.array([2**63 - 1, -(2**63), 0, 1, -1, 2**31, 127, -128]), size)
    elif kind == "special":
        with np.errstate(all="ignore"):
            values = rng.choice(np.array([*NUMBERS, 1.0, 2.0, 3.0]), size)
            values = values if dtype.is_floating_point else np.nan_to_num(values, posinf=3, neginf=-3).clip(-9, 9)
    else:
        values = np.zeros(size) if kind == "zeros" else rng.integers(-3, 6, size)
    array = np.asarray(values).reshape(shape)
    if kind == "view":
        array = array.T[tuple(slice(None, None, -1) for _ in shape)]
    tensor = sg.array(array).astype(dtype)
    if kind == "repeated" and len(shape) < 60 and max(shape, default=0) < 99:
        tensor = sg.broadcast_to(tensor, (2, *shape))
    if kind == "read-only" and dtype != sg.bfloat16:
        locked = np.array(tensor)
        locked.flags.writeable = False
        tensor = sg.from_numpy(locked)
    if dtype.is_floating_point and draw(st.booleans()):
        tensor = tensor.detach()
        tensor.requires_grad = True
    return tensor


indices = st.recursive(
    integers
    | st.builds(slice, integers | st.none(), integers | st.none(), integers | st.none())
    | st.sampled_from([None, ..., True, False])
    | tensors()
    | junk,
    lambda inner: st.lists(inner, max_size=4).map(tuple),
    max_leaves=5,
)

# State dicts, parameter groups and whatever looks like them.
mappings = st.dictionaries(
    st.sampled_from(["epoch", "position", "seed", "lr", "params", "state", "step", "weight", "0", "betas", "key"]),
    integers | numbers | tensors() | junk | st.lists(tensors() | integers, max_size=3),
    max_size=4,
)

STRATEGIES: dict[str, st.SearchStrategy[Any]] = {
    "tensor": tensors(),
    "tensors": st.lists(tensors(), max_size=4) | st.lists(tensors() | junk, max_size=3),
    "scalar": tensors() | integers | numbers,
    "bool": st.booleans(),
    "int": integers,
    "ints": integers | st.lists(sizes, max_size=5).map(tuple) | st.sampled_from([(1,) * 65, (2,) * 64, (2**47,) * 3]),
    "float": numbers | integers,
    "string": st.sampled_from(
        ["none", "mean", "sum", "tanh", "", "relu", "x" * 500, "\0", "\u00e9", "fan_in", "zeros"]
    ),
    "dtype": st.sampled_from([*DTYPES, "float32", "nonsense", np.int8]),
    "index": indices,
    "callable": st.sampled_from([lambda *args: None, lambda *args: 1 / 0, len]),
    "any": junk | integers | tensors() | st.lists(tensors(), max_size=3) | mappings,
    "object": st.sampled_from([nn.Linear(2, 3), nn.ReLU(), sg.data.ArrayDataset(np.zeros((4, 2)), np.arange(4))]),
}


def arguments(parameters: Any, data: st.DataObject, wild: bool) -> dict[str, Any]:
    """One value for most parameters, by name."""
    chosen: dict[str, Any] = {}
    for parameter in parameters:
        required = parameter["required"]
        if not required and data.draw(st.integers(0, 2)) == 0:
            continue
        strategy = STRATEGIES[parameter["type"].rstrip("?")]
        if parameter["type"].endswith("?"):
            strategy = strategy | st.none()
        if wild and data.draw(st.integers(0, 9)) == 0:
            strategy = junk
        chosen[parameter["name"].lstrip("*")] = data.draw(strategy)
    return chosen


class Log:
    def __init__(self, path: str) -> None:
        self.file = open(path, "w", buffering=1)  # noqa: SIM115 - as long as the process
        self.calls = 0

    def write(self, name: str, items: Any) -> None:
        self.calls += 1
        self.file.write(f"{name}({', '.join(map(text, items))})\n")


def text(item: Any) -> str:
    if isinstance(item, tuple) and len(item) == 2 and isinstance(item[0], str):
        return f"{item[0]}={text(item[1])}"
    if isinstance(item, sg.Tensor):
        grad = ", requires_grad" if item.requires_grad else ""
        return f"<{item.dtype} {item.shape} strides {item.strides}{grad} {bytes_of(item)[:24].hex()}>"
    if isinstance(item, (list, tuple)):
        return f"[{', '.join(map(text, item))}]"
    return repr(item)


def bytes_of(tensor: sg.Tensor) -> bytes:
    plain = tensor.detach()
    return np.asarray(plain.astype(sg.float32) if plain.dtype == sg.bfloat16 else plain).tobytes()


def all_tensors(item: Any) -> list[sg.Tensor]:
    if isinstance(item, sg.Tensor):
        return [item]
    if isinstance(item, dict):
        item = list(item.values())
    return [t for i in item for t in all_tensors(i)] if isinstance(item, (list, tuple)) else []


def attempt(log: Log, name: str, function: Callable[..., Any], kwargs: dict[str, Any], changes: bool = False) -> Any:
    """Makes the call; a documented failure is fine, a changed argument is not."""
    given = all_tensors(kwargs)
    before = [bytes_of(t) for t in given]
    log.write(name, kwargs.items())
    result = None
    failed = False
    try:
        result = function(**kwargs)
    except DOCUMENTED as error:
        failed = True
        assert str(error) or isinstance(error, MemoryError), f"{name}: {type(error).__name__} without a message"
    if failed or not changes:
        assert before == [bytes_of(t) for t in given], f"{name} changed an argument"
    return result


def differentiate(log: Log, name: str, result: Any) -> None:
    for output in all_tensors(result):
        if output.requires_grad:
            log.write(f"{name} backward", [output])
            try:
                total = (output * 0.5).sum()
                total.backward(create_graph=log.calls % 2 == 0)
            except DOCUMENTED:
                pass


def public_functions() -> list[tuple[str, Callable[..., Any], Any]]:
    found = []
    for entry in _core.describe()["functions"]:
        namespace = entry["namespace"]
        name = f"{namespace}.{entry['name']}".lstrip(".")
        if name in LEFT_OUT:
            continue
        function = getattr(_namespaces.internal(namespace), entry["name"])
        variadic = [p["name"] for p in entry["parameters"] if p["name"].startswith("*")]
        if variadic:
            function = spread(function, variadic[0].lstrip("*"))
        found.append((name, function, entry["parameters"]))
    return found


def spread(function: Callable[..., Any], name: str) -> Callable[..., Any]:
    def call(**kwargs: Any) -> Any:
        rest = kwargs.pop(name)
        first = [kwargs.pop("x")] if "x" in kwargs else []
        return function(*first, *(rest if isinstance(rest, (list, tuple)) else [rest]), **kwargs)

    return call


FUNCTIONS = public_functions()


def one_function(data: st.DataObject, log: Log) -> None:
    name, function, parameters = data.draw(st.sampled_from(FUNCTIONS))
    kwargs = arguments(parameters, data, wild=True)
    changes = name.startswith("_") or name.endswith("_") or "random" in name
    changes = changes or bool(kwargs.get("inplace")) or kwargs.get("max_norm") is not None
    result = attempt(log, name, function, kwargs, changes)
    if name == "_autograd.set_grad_enabled":
        sg.set_grad_enabled(True)
    if not name.startswith("_"):
        differentiate(log, name, result)


OPERATORS = [operator.add, operator.sub, operator.mul, operator.truediv, operator.floordiv, operator.mod, operator.pow,
             operator.matmul, operator.and_, operator.lshift, operator.iadd, operator.imul, operator.itruediv,
             operator.ipow, operator.ifloordiv, operator.imod, operator.isub, operator.lt, operator.eq]  # fmt: skip


def one_operator(data: st.DataObject, log: Log) -> None:
    function = data.draw(st.sampled_from(OPERATORS))
    x, y = data.draw(tensors()), data.draw(tensors() | integers | numbers | junk)
    changes = function.__name__.startswith("i")
    result = attempt(log, function.__name__, lambda x, y: function(x, y), {"x": x, "y": y}, changes)
    differentiate(log, function.__name__, result)


def one_index(data: st.DataObject, log: Log) -> None:
    x, index = data.draw(tensors()), data.draw(indices)
    result = attempt(log, "getitem", lambda x, index: x[index], {"x": x, "index": index})
    differentiate(log, "getitem", result)
    value = data.draw(tensors() | integers | numbers | junk)

    def assign(x: Any, index: Any, value: Any) -> None:
        x[index] = value

    with sg.no_grad():
        attempt(log, "setitem", assign, {"x": x, "index": index, "value": value}, changes=True)


CLASSES = [
    entry
    for entry in _core.describe()["classes"]
    if entry["namespace"] in ("nn", "optim", "data") and entry["name"] != "Module"
    if not entry["name"].startswith("_")
]
METHODS = {
    entry["name"]: [m for m in entry["methods"] if m["name"] not in ("iter", "next")]
    for entry in _core.describe()["classes"]
}
BASES = {"nn": "Module", "optim": "Optimizer", "data": "Dataset"}


def one_object(data: st.DataObject, log: Log) -> None:
    entry = data.draw(st.sampled_from(CLASSES))
    name = entry["name"]
    cls: Any = sg
    for part in f"{entry['namespace']}.{name}".split("."):
        cls = getattr(cls, part)
    made = attempt(log, name, without_stars(cls), arguments(entry["parameters"], data, wild=True))
    if made is None:
        return
    if entry["namespace"] == "nn":
        inputs = data.draw(st.lists(tensors(), min_size=1, max_size=3))
        kwargs = {f"argument {n}": value for n, value in enumerate(inputs)}
        changes = "inplace=True" in repr(made) or "max_norm" in repr(made)
        result = attempt(log, f"{name}()", lambda **k: made(*k.values()), kwargs, changes)
        differentiate(log, name, result)
    elif entry["namespace"] == "data":
        attempt(log, f"iter({name})", lambda: list(itertools.islice(made, 4)), {})
    methods = METHODS[name] + METHODS[BASES[entry["namespace"]]]
    for method in data.draw(st.lists(st.sampled_from(methods), max_size=3)):
        if hasattr(made, method["name"]):
            function = without_stars(lambda *a, m=method, **k: getattr(made, m["name"])(*a, **k))
            kwargs = arguments(method["parameters"], data, wild=True)
            attempt(log, f"{name}.{method['name']}", function, kwargs, changes=True)


def without_stars(function: Callable[..., Any]) -> Callable[..., Any]:
    """Arguments of names that a signature takes by position only are given so."""

    def call(**kwargs: Any) -> Any:
        spread = [kwargs.pop(name) for name in ("arrays", "arguments") if name in kwargs]
        rest = spread[0] if spread else []
        return function(*(rest if isinstance(rest, (list, tuple)) else [rest]), **kwargs)

    return call


TARGETS = {"functions": one_function, "operators": one_operator, "indexing": one_index, "objects": one_object}


def main(target: str, seconds: float, number: int, path: str) -> None:
    log = Log(path)
    end = time.monotonic() + seconds

    @seed(number)
    @settings(
        max_examples=1_000_000,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def run(data: st.DataObject) -> None:
        if time.monotonic() > end:
            print(log.calls, flush=True)
            os._exit(0)  # an exception would be taken for a finding
        TARGETS[target](data, log)

    run()


if __name__ == "__main__":
    main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]), sys.argv[4])
