"""Rows of the recurrent networks and their cells."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from formulas import sigmoid
from rows import Array, Call, Row, call

Values = np.ndarray[Any, Any]
Step = Callable[[Values, Values, list[Values]], list[Values]]


def lstm_step(x: Values, p: Values, state: list[Values]) -> list[Values]:
    i, f, g, o = np.split(x + p, 4, axis=-1)
    c = sigmoid(f) * state[1] + sigmoid(i) * np.tanh(g)
    return [sigmoid(o) * np.tanh(c), c]


def gru_step(x: Values, p: Values, state: list[Values]) -> list[Values]:
    (xr, xz, xn), (pr, pz, pn) = np.split(x, 3, axis=-1), np.split(p, 3, axis=-1)
    z, n = sigmoid(xz + pz), np.tanh(xn + sigmoid(xr + pr) * pn)
    return [(1 - z) * n + z * state[0]]


def tanh_step(x: Values, p: Values, state: list[Values]) -> list[Values]:
    return [np.tanh(x + p)]


def relu_step(x: Values, p: Values, state: list[Values]) -> list[Values]:
    return [np.maximum(x + p, 0)]


def one_direction(
    step: Step, x: Values, state: list[Values], weights: Sequence[Values], bias: bool, lengths: Values, reverse: bool
) -> tuple[Values, list[Values]]:
    """x (T, B, in); one item after the other, so that lengths need no masks."""
    w_ih, w_hh = weights[:2]
    b_ih, b_hh = weights[2:4] if bias else (0.0, 0.0)
    projection = weights[-1] if len(weights) == (5 if bias else 3) else None
    output = np.zeros((*x.shape[:2], w_hh.shape[1]))
    last = [part.copy() for part in state]
    for b in range(x.shape[1]):
        now = [part[b] for part in state]
        for t in range(int(lengths[b]))[:: -1 if reverse else 1]:
            now = step(w_ih @ x[t, b] + b_ih, w_hh @ now[0] + b_hh, now)
            if projection is not None:
                now[0] = projection @ now[0]
            output[t, b] = now[0]
        for part, value in zip(last, now, strict=True):
            part[b] = value
    return output, last


def network(step: Step) -> Callable[..., list[Values]]:
    gates = {lstm_step: 4, gru_step: 3}.get(step, 1)

    def reference(
        x: Values,
        hx: list[Values],
        weights: list[Values],
        bias: bool = True,
        num_layers: int = 1,
        dropout: float = 0.0,
        bidirectional: bool = False,
        batch_first: bool = False,
        lengths: Values | None = None,
    ) -> list[Values]:
        if x.ndim == 2:
            alone = reference(x[:, None], [h[:, None] for h in hx], weights, bias, num_layers, dropout, bidirectional)
            return [part[:, 0] for part in alone]
        x = x.transpose(1, 0, 2) if batch_first else x
        ends = np.full(x.shape[1], x.shape[0]) if lengths is None else lengths
        directions = 2 if bidirectional else 1
        each = len(weights) // (num_layers * directions)
        last: list[list[Values]] = []
        for layer in range(num_layers):
            outputs = []
            for direction in range(directions):
                number = layer * directions + direction
                own = weights[number * each : (number + 1) * each]
                hidden = own[1].shape[0] // gates
                widths = (own[1].shape[1], hidden)[: 2 if step is lstm_step else 1]
                state = [h[number] for h in hx] or [np.zeros((x.shape[1], n)) for n in widths]
                y, end = one_direction(step, x, state, own, bias, ends, reverse=direction == 1)
                outputs.append(y)
                last.append(end)
            x = np.concatenate(outputs, axis=2)
        states = [np.stack(parts) for parts in zip(*last, strict=True)]
        return [x.transpose(1, 0, 2) if batch_first else x, *states]

    return reference


def cell(step: Step) -> Callable[..., list[Values]]:
    def reference(x: Values, hx: list[Values], w_ih: Values, w_hh: Values, b_ih: Any = None, b_hh: Any = None) -> Any:
        width = w_hh.shape[1]
        state = hx or [np.zeros((*x.shape[:-1], width))] * (2 if step is lstm_step else 1)
        b_ih, b_hh = (np.zeros(len(w_ih)) if b is None else b for b in (b_ih, b_hh))
        return step(x @ w_ih.T + b_ih, state[0] @ w_hh.T + b_hh, state)

    return reference


def weights(
    gates: int, features: int, hidden: int, layers: int = 1, directions: int = 1, bias: bool = True
) -> list[Array]:
    """Small ones, under which no unit saturates."""
    result = []
    for layer in range(layers):
        width = hidden * directions if layer else features
        for _ in range(directions):
            shapes: list[tuple[int, ...]] = [(gates * hidden, width), (gates * hidden, hidden)]
            shapes += [(gates * hidden,)] * 2 if bias else []
            result += [Array(shape, -0.5, 0.5) for shape in shapes]
    return result


LENGTHS = Array((3,), 0, 5, "int64")


def network_calls(gates: int, states: int) -> tuple[Call, ...]:
    def start(*shape: int) -> list[Array]:
        return [Array(shape, -1, 1)] * states

    x = Array((4, 3, 5), -1, 1)
    both = weights(gates, 5, 3, layers=2, directions=2)
    return (
        call(x, start(1, 3, 6), weights(gates, 5, 6)),
        call(x, [], weights(gates, 5, 6, bias=False), False),
        call(x, start(4, 3, 3), both, num_layers=2, bidirectional=True, lengths=LENGTHS),
        call(Array((3, 4, 5), -1, 1), [], both, num_layers=2, bidirectional=True, batch_first=True, lengths=LENGTHS),
        call(Array((4, 5), -1, 1), start(1, 17), weights(gates, 5, 17)),
        call(Array((0, 3, 5), -1, 1), start(1, 3, 2), weights(gates, 5, 2)),
        call(Array((4, 0, 5), -1, 1), [], weights(gates, 5, 2)),
        call(Array((4, 3, 0), -1, 1), [], weights(gates, 0, 2)),
    )


def network_row(name: str, step: Step, gates: int, **options: Any) -> Row:
    states = 2 if step is lstm_step else 1
    large = (
        call(Array((9, 70, 20), -1, 1), [], weights(gates, 20, 35)),
        call(Array((40, 6, 20), -1, 1), [], weights(gates, 20, 35, directions=2), bidirectional=True, batch_first=True),
    )
    calls = network_calls(gates, states)
    if step is lstm_step:
        shapes = ((12, 5), (12, 2), (12,), (12,), (2, 3))
        projected = [Array(shape, -0.5, 0.5) for shape in shapes]
        calls += (call(Array((4, 3, 5), -1, 1), [Array((1, 3, 2), -1, 1), Array((1, 3, 3), -1, 1)], projected),)
    return Row("nn.functional." + name, network(step), calls, ulp=16, relative_to_largest=True, large=large, **options)


def cell_row(name: str, step: Step, gates: int, **options: Any) -> Row:
    state = [Array((4, 6), -1, 1)] * (2 if step is lstm_step else 1)
    own = weights(gates, 5, 6)
    calls = (
        call(Array((4, 5), -1, 1), state, *own),
        call(Array((4, 5), -1, 1), [], *own[:2]),
        call(Array((5,), -1, 1), [Array((6,), -1, 1)] * len(state), *own),
    )
    return Row("nn.functional." + name, cell(step), calls, ulp=16, relative_to_largest=True, **options)


KINKED = {"second_gradient": False}
RECURRENT = [
    network_row("lstm", lstm_step, 4),
    network_row("gru", gru_step, 3),
    network_row("rnn_tanh", tanh_step, 1),
    network_row("rnn_relu", relu_step, 1, **KINKED),
    cell_row("lstm_cell", lstm_step, 4),
    cell_row("gru_cell", gru_step, 3),
    cell_row("rnn_tanh_cell", tanh_step, 1),
    cell_row("rnn_relu_cell", relu_step, 1, **KINKED),
]
