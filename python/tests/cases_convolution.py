"""Rows of convolutions, and the definition that they are compared with."""

import itertools
from typing import Any

import numpy as np
from rows import FLOATS, Array, Row, call

F = "nn.functional."


def per_axis(value: Any, rank: int) -> tuple[int, ...]:
    values = (value,) if isinstance(value, int) else tuple(value)
    return values * rank if len(values) == 1 else values


def terms(sizes: Any, kernel: Any, outputs: Any, stride: Any, before: Any, dilation: Any) -> Any:
    """For each tap, the slices of outputs and of inputs (spatial axes) that it connects."""
    for tap in itertools.product(*map(range, kernel)):
        result, source = [], []
        for axis, t in enumerate(tap):
            shift = t * dilation[axis] - before[axis]
            first = max(0, -(shift // stride[axis]))
            last = min(outputs[axis] - 1, (sizes[axis] - 1 - shift) // stride[axis])
            if first > last:
                break
            result.append(slice(first, last + 1))
            start = first * stride[axis] + shift
            source.append(slice(start, start + (last - first) * stride[axis] + 1, stride[axis]))
        else:
            yield tap, tuple(result), tuple(source)


def convolution(
    x: Any, weight: Any, bias: Any = None, stride: Any = 1, padding: Any = 0, dilation: Any = 1, groups: int = 1
) -> Any:
    """Sums tap by tap over shifted views."""
    rank = weight.ndim - 2
    if x.ndim == rank + 1:
        return convolution(x[None], weight, bias, stride, padding, dilation, groups)[0]
    kernel, sizes = weight.shape[2:], x.shape[2:]
    stride, dilation = per_axis(stride, rank), per_axis(dilation, rank)
    total = [d * (k - 1) for d, k in zip(dilation, kernel, strict=True)]
    if padding == "same":
        before, zeros = [n // 2 for n in total], total
    else:
        before = list(per_axis(0 if padding == "valid" else padding, rank))
        zeros = [2 * n for n in before]
    outputs = [(n + z - t - 1) // s + 1 for n, z, t, s in zip(sizes, zeros, total, stride, strict=True)]
    count = weight.shape[0] // groups
    y = np.zeros((x.shape[0], weight.shape[0], *outputs))
    for tap, result, source in terms(sizes, kernel, outputs, stride, before, dilation):
        for g in range(groups):
            own = slice(g * count, (g + 1) * count)
            inputs = x[:, g * weight.shape[1] : (g + 1) * weight.shape[1]]
            y[(slice(None), own, *result)] += np.einsum(
                "nc...,kc->nk...", inputs[(..., *source)], weight[(own, slice(None), *tap)]
            )
    return y if bias is None else y + np.reshape(bias, (-1, *[1] * rank))


def transposed_convolution(
    x: Any,
    weight: Any,
    bias: Any = None,
    stride: Any = 1,
    padding: Any = 0,
    output_padding: Any = 0,
    groups: int = 1,
    dilation: Any = 1,
) -> Any:
    rank = weight.ndim - 2
    if x.ndim == rank + 1:
        return transposed_convolution(x[None], weight, bias, stride, padding, output_padding, groups, dilation)[0]
    kernel, outputs = weight.shape[2:], x.shape[2:]
    stride, dilation, before, extra = (per_axis(v, rank) for v in (stride, dilation, padding, output_padding))
    sizes = [
        (n - 1) * s - 2 * p + d * (k - 1) + e + 1
        for n, s, p, d, k, e in zip(outputs, stride, before, dilation, kernel, extra, strict=True)
    ]
    count = weight.shape[0] // groups
    y = np.zeros((x.shape[0], weight.shape[1] * groups, *sizes))
    for tap, result, source in terms(sizes, kernel, outputs, stride, before, dilation):
        for g in range(groups):
            own = slice(g * count, (g + 1) * count)
            outer = slice(g * weight.shape[1], (g + 1) * weight.shape[1])
            y[(slice(None), outer, *source)] += np.einsum(
                "nk...,kc->nc...", x[(slice(None), own, *result)], weight[(own, slice(None), *tap)]
            )
    return y if bias is None else y + np.reshape(bias, (-1, *[1] * rank))


def row(name: str, reference: Any, *calls: Any, large: tuple[Any, ...] = ()) -> Row:
    return Row(F + name, reference, calls, FLOATS, ulp=8, relative_to_largest=True, large=large)


CONVOLUTIONS = [
    row(
        "conv1d",
        convolution,
        call(Array((2, 3, 11)), Array((4, 3, 3)), Array((4,))),
        call(Array((3, 11)), Array((4, 3, 4)), stride=2, padding=3, dilation=2),
        call(Array((2, 4, 9)), Array((2, 2, 4)), None, 1, "same", 1, 2),
        call(Array((0, 3, 5)), Array((2, 3, 3))),
    ),
    row(
        "conv2d",
        convolution,
        call(Array((2, 3, 5, 6)), Array((4, 3, 3, 2)), Array((4,))),
        call(Array((3, 9, 8)), Array((2, 3, 3, 3)), Array((2,)), (2, 3), (1, 2), (2, 1)),
        call(Array((2, 4, 5, 4)), Array((4, 1, 3, 3)), None, 1, "same", 1, 4),
        call(Array((1, 2, 4, 4)), Array((3, 2, 1, 1)), None, 1, "valid"),
        call(Array((2, 2, 5, 5)), Array((2, 2, 2, 2)), None, [2], [4]),
        call(Array((0, 2, 4, 4)), Array((3, 2, 3, 3)), padding=1),
        large=(
            call(Array((5, 20, 30, 28)), Array((33, 20, 3, 3)), Array((33,)), padding=1),
            call(Array((9, 40, 4, 4)), Array((70, 40, 3, 3)), Array((70,)), padding=1),
        ),
    ),
    row(
        "conv3d",
        convolution,
        call(Array((1, 2, 4, 3, 5)), Array((2, 2, 2, 2, 3)), Array((2,))),
        call(Array((2, 3, 4, 3)), Array((2, 1, 2, 3, 2)), None, (1, 2, 1), 1, (1, 1, 2), 2),
        call(Array((1, 1, 3, 3, 3)), Array((2, 1, 2, 3, 1)), padding="same"),
    ),
    row(
        "conv_transpose1d",
        transposed_convolution,
        call(Array((2, 3, 6)), Array((3, 4, 3)), Array((4,))),
        call(Array((3, 5)), Array((3, 2, 4)), None, 3, 1, 2),
        call(Array((2, 4, 4)), Array((4, 2, 2)), None, 1, 0, 1, 2, 2),
        call(Array((0, 3, 5)), Array((3, 2, 3))),
    ),
    row(
        "conv_transpose2d",
        transposed_convolution,
        call(Array((2, 3, 4, 3)), Array((3, 4, 3, 2)), Array((4,))),
        call(Array((3, 4, 4)), Array((3, 2, 4, 4)), Array((2,)), 2, 1),
        call(Array((2, 4, 3, 4)), Array((4, 1, 3, 3)), None, (2, 3), (1, 0), (1, 2), 2, (1, 2)),
        large=(
            call(Array((5, 30, 16, 17)), Array((30, 20, 4, 4)), Array((20,)), stride=2, padding=1),
            call(Array((9, 70, 4, 4)), Array((70, 40, 4, 4)), Array((40,)), stride=2, padding=1),
        ),
    ),
    row(
        "conv_transpose3d",
        transposed_convolution,
        call(Array((1, 2, 3, 2, 3)), Array((2, 2, 2, 2, 3)), Array((2,))),
        call(Array((2, 2, 3, 2)), Array((2, 1, 2, 3, 2)), None, (1, 2, 1), (0, 1, 0), (0, 1, 0), 2),
    ),
]
