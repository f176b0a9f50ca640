"""Gradients of every public function: difference quotients, layouts, types, threads."""

from typing import Any

import numpy as np
import swiftgrad as sg
from function_cases import DIFFERENTIABLE, rows
from rows import FLOATS, Array, Call, Row
from table import (
    LAYOUTS,
    Prepared,
    assert_close,
    describe,
    generator,
    outputs,
    prepare,
    tensors_in,
    to_numpy,
)


def weighted(result: Any, seed: int = 0) -> sg.Tensor:
    """The sum of all floating-point outputs with fixed weights."""
    rng = np.random.default_rng(seed)
    total = None
    for output in tensors_in(outputs(result)):
        if output.dtype.is_floating_point:
            term = (output * sg.asarray(rng.uniform(0.5, 1.5, output.shape), dtype=sg.float64)).sum()
            total = term if total is None else total + term
    assert total is not None
    return total


def differentiated(row: Row, call: Call) -> tuple[Prepared, list[sg.Tensor], Any]:
    """The call in float64 as a function of its floating-point tensors alone."""
    prepared = prepare(row, call, "float64", salt="gradient")
    inputs = [t for t in prepared.tensors() if t.dtype == sg.float64]

    def substitute(item: Any, fresh: Any) -> Any:
        if isinstance(item, sg.Tensor):
            return next(fresh) if item.dtype == sg.float64 else item
        return type(item)(substitute(i, fresh) for i in item) if isinstance(item, (list, tuple)) else item

    def function(*tensors: sg.Tensor) -> Any:
        fresh = iter(tensors)
        args = [substitute(a, fresh) for a in prepared.args]
        return row.function(*args, **{k: substitute(v, fresh) for k, v in prepared.kwargs.items()})

    return prepared, inputs, function


def is_small(call: Call) -> bool:
    sizes = [np.prod(a.shape) for a in [*call.args, *call.kwargs.values()] if isinstance(a, Array)]
    return not sizes or max(sizes) <= 300


@rows(DIFFERENTIABLE)
def test_gradients_are_difference_quotients(row: Row) -> None:
    for call in row.calls:
        if not is_small(call):
            continue
        _, inputs, function = differentiated(row, call)
        if row.name.endswith("cross_entropy"):
            inputs, function = inputs[:1], first_only(row, call)
        assert sg.gradcheck(function, inputs, atol=1e-7, rtol=1e-6), describe(call)


def first_only(row: Row, call: Call) -> Any:
    """The call as a function of its first tensor: cross_entropy takes its target and weights as constants."""
    prepared = prepare(row, call, "float64", salt="gradient")
    return lambda x: row.function(x, *prepared.args[1:], **prepared.kwargs)


@rows([row for row in DIFFERENTIABLE if row.second_gradient])
def test_gradients_of_gradients_are_difference_quotients(row: Row) -> None:
    for call in row.calls:
        if not is_small(call):
            continue
        _, inputs, function = differentiated(row, call)
        if row.name.endswith("cross_entropy"):
            inputs, function = inputs[:1], first_only(row, call)

        def slope(*tensors: sg.Tensor, function: Any = function) -> Any:
            leaves = [t if t.requires_grad else t.detach().copy() for t in tensors]
            for leaf in leaves:
                leaf.requires_grad = True
            with sg.enable_grad():
                value = weighted(function(*leaves))
                return sg.grad(value, leaves, create_graph=True, allow_unused=True)

        firsts = [g for g in slope(*inputs) if g is not None]
        if any(g.requires_grad for g in firsts):
            assert sg.gradcheck(
                lambda *tensors, slope=slope: [g for g in slope(*tensors) if g is not None],
                inputs,
                atol=1e-6,
                rtol=1e-5,
            ), describe(call)


def gradients(row: Row, call: Call, dtype: str, layout: Any) -> list[Any]:
    prepared = prepare(row, call, dtype, layout, salt="gradient layout")
    leaves = [t for t in prepared.tensors() if str(t.dtype) == dtype]
    for leaf in leaves:
        leaf.requires_grad = True
    results = [o for o in outputs(prepared.run(row.function)) if o.dtype.is_floating_point]
    rng = generator(row, "seed")
    seeds = [sg.asarray(rng.uniform(0.5, 1.5, o.shape)).astype(o.dtype) for o in results]
    found = sg.grad(results, leaves, seeds, allow_unused=True)
    prepared.check_inputs_unchanged()
    for leaf, gradient in zip(leaves, found, strict=True):
        assert gradient is None or (gradient.shape, gradient.dtype) == (leaf.shape, leaf.dtype)
    return [None if g is None else to_numpy(g) for g in found]


@rows(DIFFERENTIABLE)
def test_gradients_do_not_depend_on_strides(row: Row) -> None:
    for call in row.calls:
        expected = gradients(row, call, "float32", lambda values: values)
        for name in ("transposed", "backwards", "every_second"):
            found = gradients(row, call, "float32", LAYOUTS[name])
            for a, b in zip(found, expected, strict=True):
                assert (a is None) == (b is None)
                if a is not None:
                    assert_close(a, b, "float32", 16, True, f"{row.name}{describe(call)} {name}")


@rows([row for row in DIFFERENTIABLE if set(FLOATS) <= set(row.dtypes)])
def test_gradients_exist_in_every_float_type(row: Row) -> None:
    for dtype in FLOATS:
        found = gradients(row, row.calls[0], dtype, lambda values: values)
        assert all(g is None or np.isfinite(g).all() for g in found)
        assert any(g is not None for g in found)


@rows([row for row in DIFFERENTIABLE if row.large])
def test_gradients_have_the_same_bits_on_any_number_of_threads(row: Row) -> None:
    before = sg.get_num_threads()
    call = row.large[-1]
    try:
        found = []
        for threads in (1, 2):
            sg.set_num_threads(threads)
            found.append([g.tobytes() for g in gradients(row, call, "float32", lambda v: v) if g is not None])
        assert found[0] == found[1]
    finally:
        sg.set_num_threads(before)
