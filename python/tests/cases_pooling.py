"""Rows of the poolings, window by window in NumPy."""

import itertools
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
from rows import Array, Call, Row, call

F = "nn.functional."


def spread(value: Any, axes: int) -> tuple[int, ...]:
    return (value,) * axes if isinstance(value, int) else tuple(value) * (axes if len(value) == 1 else 1)


def output_length(n: int, kernel: int, stride: int, padding: int, dilation: int, ceil_mode: bool) -> int:
    room = n + 2 * padding - dilation * (kernel - 1) - 1
    length = -(-room // stride) + 1 if ceil_mode else room // stride + 1
    return length - (ceil_mode and (length - 1) * stride >= n + padding)


def windows(sizes: Any, kernel: Any, stride: Any, padding: Any, dilation: Any, ceil_mode: bool) -> Iterator[Any]:
    """Each window's place in the output, where it starts and ends in the padded input, and its taps, axis by axis."""
    lengths = [output_length(*one, ceil_mode) for one in zip(sizes, kernel, stride, padding, dilation, strict=True)]
    for place in itertools.product(*map(range, lengths)):
        starts = [o * s - p for o, s, p in zip(place, stride, padding, strict=True)]
        taps = [
            [i for i in range(a, a + k * d, d) if 0 <= i < n]
            for a, k, d, n in zip(starts, kernel, dilation, sizes, strict=True)
        ]
        ends = [min(a + k, n + p) for a, k, n, p in zip(starts, kernel, sizes, padding, strict=True)]
        yield lengths, place, starts, ends, taps


def max_pool(axes: int) -> Callable[..., Any]:
    def reference(
        x: Any,
        kernel_size: Any,
        stride: Any = None,
        padding: Any = 0,
        dilation: Any = 1,
        ceil_mode: bool = False,
        return_indices: bool = False,
    ) -> Any:
        kernel = spread(kernel_size, axes)
        settings = (kernel, kernel if stride is None else spread(stride, axes), spread(padding, axes))
        sizes = x.shape[-axes:]
        numbers = np.arange(np.prod(sizes)).reshape(sizes)
        y = places = np.zeros(())
        for lengths, place, _, _, taps in windows(sizes, *settings, spread(dilation, axes), ceil_mode):
            if not y.shape:
                y = np.zeros((*x.shape[:-axes], *lengths), x.dtype)
                places = np.zeros(y.shape, np.int64)
            part = x[(..., *np.ix_(*taps))].reshape(*x.shape[:-axes], np.prod([len(t) for t in taps]))
            y[(..., *place)] = part.max(-1)
            places[(..., *place)] = numbers[np.ix_(*taps)].ravel()[part.argmax(-1)]
        return (y, places) if return_indices else y

    return reference


def avg_pool(axes: int) -> Callable[..., Any]:
    def reference(
        x: Any,
        kernel_size: Any,
        stride: Any = None,
        padding: Any = 0,
        ceil_mode: bool = False,
        count_include_pad: bool = True,
        divisor_override: int | None = None,
    ) -> Any:
        kernel = spread(kernel_size, axes)
        settings = (kernel, kernel if stride is None else spread(stride, axes), spread(padding, axes))
        y = np.zeros(())
        for lengths, place, starts, ends, taps in windows(x.shape[-axes:], *settings, (1,) * axes, ceil_mode):
            if not y.shape:
                y = np.zeros((*x.shape[:-axes], *lengths))
            padded = np.prod([b - a for a, b in zip(starts, ends, strict=True)])
            count = divisor_override or (padded if count_include_pad else np.prod([len(t) for t in taps]))
            y[(..., *place)] = x[(..., *np.ix_(*taps))].sum(tuple(range(-axes, 0))) / count
        return y

    return reference


def adaptive(axes: int, reduce: Callable[..., Any]) -> Callable[..., Any]:
    def reference(x: Any, output_size: Any) -> Any:
        lengths = spread(output_size, axes)
        y = np.zeros((*x.shape[:-axes], *lengths), x.dtype)
        for place in itertools.product(*map(range, lengths)):
            part = tuple(
                slice(o * n // m, -(-(o + 1) * n // m)) for o, n, m in zip(place, x.shape[-axes:], lengths, strict=True)
            )
            y[(..., *place)] = reduce(x[(..., *part)], axis=tuple(range(-axes, 0)))
        return y

    return reference


PLANES = {1: (2, 3, 9), 2: (2, 2, 7, 9), 3: (1, 2, 4, 5, 6)}
WIDE = {1: (3, 50, 301), 2: (9, 40, 24, 26), 3: (3, 4, 9, 12, 35)}


def pool_calls(axes: int) -> tuple[Call, ...]:
    x = Array(PLANES[axes])
    several = (2, 3, 2)[-axes:]
    return (
        call(x, 2),
        call(x, 3, 2, 1),
        call(x, several, (1, 2, 3)[-axes:], ceil_mode=True),
        call(x, several, 4),
        call(x, 3, 1, padding=1, ceil_mode=True),
        call(Array(PLANES[axes][1:]), 2, stride=1),
        call(Array((0, 2, *PLANES[axes][2:])), 2),
        call(Array((1, 1, *(40,) * axes)[: axes + 2]) if axes < 3 else x, 4, 3, 2),
    )


def pool_large(axes: int) -> tuple[Call, ...]:
    x = Array(WIDE[axes])
    return (call(x, 2), call(x, 3, 2, 1), call(x, 3, 1, 1))


POOLINGS = [
    row
    for axes in (1, 2, 3)
    for row in (
        Row(
            f"{F}max_pool{axes}d",
            max_pool(axes),
            (*pool_calls(axes), call(Array(PLANES[axes]), 2, 2, 1, 2), call(Array(PLANES[axes]), 2, dilation=3)),
            ulp=0,
            large=pool_large(axes),
        ),
        Row(
            f"{F}avg_pool{axes}d",
            avg_pool(axes),
            (
                *pool_calls(axes),
                call(Array(PLANES[axes]), 3, 2, 1, count_include_pad=False),
                call(Array(PLANES[axes]), 3, 2, 1, True, False),
                *([call(Array(PLANES[axes]), 2, 2, 1, True, True, 5)] if axes > 1 else []),
            ),
            ulp=4,
            relative_to_largest=True,
            large=pool_large(axes),
        ),
        Row(
            f"{F}adaptive_avg_pool{axes}d",
            adaptive(axes, np.mean),
            (
                call(Array(PLANES[axes]), 1),
                call(Array((2, 3, *(6,) * axes)), 3),
                call(Array(PLANES[axes]), (2, 3, 4)[-axes:]),
                call(Array(PLANES[axes][1:]), output_size=5),
            ),
            ulp=8,
            relative_to_largest=True,
            large=(call(Array(WIDE[axes]), 3), call(Array(WIDE[axes]), 1)),
        ),
    )
]
POOLINGS += [
    Row(
        f"{F}adaptive_max_pool{axes}d",
        adaptive(axes, np.max),
        (
            call(Array(PLANES[axes]), 1),
            call(Array(PLANES[axes]), (3, 4)[-axes:]),
            call(Array(PLANES[axes][1:]), output_size=5),
        ),
        ulp=0,
        large=(call(Array(WIDE[axes]), 7),),
    )
    for axes in (1, 2)
]
