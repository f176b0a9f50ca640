"""Rows of what pads, resizes and rearranges images, of distances, and of rotary positions."""

import itertools
import math
from typing import Any

import numpy as np
from cases_losses import distance
from rows import Array, Row, X, call, shape_function

F = "nn.functional."


def pad(x: Any, pad: Any, mode: str = "constant", value: Any = None) -> Any:
    amounts = [(0, 0)] * (x.ndim - len(pad) // 2) + [(pad[i], pad[i + 1]) for i in range(len(pad) - 2, -1, -2)]
    grown = [(max(a, 0), max(b, 0)) for a, b in amounts]
    kept = tuple(slice(max(-a, 0), n - max(-b, 0)) for n, (a, b) in zip(x.shape, amounts, strict=True))
    if mode == "constant":
        return np.pad(x[kept], grown, constant_values=value or 0)
    whole = np.pad(x, grown, {"reflect": "reflect", "replicate": "edge", "circular": "wrap"}[mode])
    return whole[tuple(slice(max(-a, 0), n - max(-b, 0)) for n, (a, b) in zip(whole.shape, amounts, strict=True))]


def cubic(d: float, a: float) -> float:
    d = abs(d)
    if d <= 1:
        return (a + 2) * d**3 - (a + 3) * d**2 + 1
    return a * d**3 - 5 * a * d**2 + 8 * a * d - 4 * a if d < 2 else 0.0


def resize_matrix(n: int, m: int, mode: str, corners: bool, factor: float | None, antialias: bool) -> Any:
    """The weights (m, n) of one axis."""
    weights = np.zeros((m, n))
    scale = n / m if factor is None else 1 / factor
    for i in range(m):
        if mode == "area":
            window = slice(i * n // m, -(-(i + 1) * n // m))
            weights[i, window] = 1 / (window.stop - window.start)
        elif mode.startswith("nearest"):
            weights[i, min(int((i + (mode != "nearest") / 2) * scale), n - 1)] = 1
        elif antialias:
            widening, reach = max(scale, 1.0), 2.0 if mode == "bicubic" else 1.0
            for j in range(n):
                d = (j - (i + 0.5) * scale + 0.5) / widening
                weights[i, j] = cubic(d, -0.5) if mode == "bicubic" else max(0, 1 - abs(d))
                weights[i, j] *= abs(d) < reach
            weights[i] /= weights[i].sum()
        else:
            x = i * (n - 1) / max(m - 1, 1) if corners else (i + 0.5) * scale - 0.5
            if mode == "bicubic":
                for j in range(math.floor(x) - 1, math.floor(x) + 3):
                    weights[i, min(max(j, 0), n - 1)] += cubic(x - j, -0.75)
            else:
                x = max(x, 0)
                for j in (math.floor(x), math.floor(x) + 1):
                    weights[i, min(j, n - 1)] += max(0, 1 - abs(x - j))
    return weights


def interpolate(
    x: Any,
    size: Any = None,
    scale_factor: Any = None,
    mode: str = "nearest",
    align_corners: Any = None,
    recompute_scale_factor: Any = None,
    antialias: bool = False,
) -> Any:
    axes = x.ndim - 2
    factors = [None] * axes
    if scale_factor is not None:
        factors = [scale_factor] * axes if np.isscalar(scale_factor) else list(scale_factor)
        size = [int(n * f) for n, f in zip(x.shape[2:], factors, strict=True)]
    sizes = [size] * axes if np.isscalar(size) else size
    for axis in range(axes):
        factor = None if recompute_scale_factor else factors[axis]
        matrix = resize_matrix(x.shape[axis + 2], sizes[axis], mode, bool(align_corners), factor, antialias)
        x = np.moveaxis(np.tensordot(matrix, x, (1, axis + 2)), 0, axis + 2)
    return x


def grid_weights(at: float, n: int, mode: str, padding: str, corners: bool) -> Any:
    """The weights (n) of one axis for one coordinate."""
    start, span = (0, n - 1) if corners else (-0.5, n)

    def inside(place: float) -> float:
        if padding == "reflection":
            turn = (place - start) % (2 * span) if span else 0
            place = min(turn, 2 * span - turn) + start
        return place if padding == "zeros" else min(max(place, 0), n - 1)

    place = (at + 1) / 2 * (n - 1) if corners else ((at + 1) * n - 1) / 2
    if mode != "bicubic":
        place = inside(place)
    first = math.floor(place)
    taps = {
        "nearest": lambda: [(round(place), 1.0)],
        "bilinear": lambda: [(j, 1 - abs(place - j)) for j in (first, first + 1)],
        "bicubic": lambda: [(inside(j), cubic(place - j, -0.75)) for j in range(first - 1, first + 3)],
    }
    weights = np.zeros(n)
    for j, weight in taps[mode]():
        if 0 <= j < n:
            weights[int(j)] += weight
    return weights


def grid_sample(
    x: Any, grid: Any, mode: str = "bilinear", padding_mode: str = "zeros", align_corners: Any = None
) -> Any:
    result = np.zeros((*x.shape[:2], *grid.shape[1:-1]))
    for batch, *place in np.ndindex(grid.shape[:-1]):
        sample = x[batch]
        for at, n in zip(grid[(batch, *place)][::-1], x.shape[2:], strict=True):
            sample = np.tensordot(sample, grid_weights(at, n, mode, padding_mode, bool(align_corners)), (1, 0))
        result[(batch, slice(None), *place)] = sample
    return result


def affine_grid(theta: Any, size: Any, align_corners: Any = None) -> Any:
    lines = [(2 * np.arange(n) + 1) / n - 1 if not align_corners else np.linspace(-1, 1, n) for n in size[2:]]
    lines = [line if line.size > 1 else np.zeros(1) for line in lines]
    places = np.stack([*np.meshgrid(*lines, indexing="ij")[::-1], np.ones(size[2:])], -1)
    return np.einsum("...j,nij->n...i", places, theta)


def unfold(x: Any, kernel_size: Any, dilation: Any = 1, padding: Any = 0, stride: Any = 1) -> Any:
    (kh, kw), (dh, dw), (ph, pw), (sh, sw) = (
        (v, v) if np.isscalar(v) else v for v in (kernel_size, dilation, padding, stride)
    )
    padded = np.pad(x, [(0, 0)] * (x.ndim - 2) + [(ph, ph), (pw, pw)])
    rows = (padded.shape[-2] - dh * (kh - 1) - 1) // sh + 1
    columns = (padded.shape[-1] - dw * (kw - 1) - 1) // sw + 1
    taps = [
        padded[..., i * dh : i * dh + (rows - 1) * sh + 1 : sh, j * dw : j * dw + (columns - 1) * sw + 1 : sw]
        for i in range(kh)
        for j in range(kw)
    ]
    return np.stack(taps, x.ndim - 2).reshape(*x.shape[:-3], -1, rows * columns)


def fold(x: Any, output_size: Any, kernel_size: Any, dilation: Any = 1, padding: Any = 0, stride: Any = 1) -> Any:
    """Each column goes where unfold takes the number of its place from."""
    size = (output_size, output_size) if np.isscalar(output_size) else output_size
    numbers = np.arange(1, size[0] * size[1] + 1, dtype=np.float64).reshape(1, *size)
    places = unfold(numbers, kernel_size, dilation, padding, stride).astype(int)
    channels = x.shape[-2] // places.shape[0]
    parts = x.reshape(*x.shape[:-2], channels, *places.shape)
    result = np.zeros((*x.shape[:-2], channels, size[0] * size[1] + 1))
    for index in np.ndindex(places.shape):
        result[..., places[index]] += parts[(..., *index)]
    return result[..., 1:].reshape(*x.shape[:-2], channels, *size)


def pixel_shuffle(x: Any, upscale_factor: int) -> Any:
    *lead, c, h, w = x.shape
    r, n = upscale_factor, len(lead)
    parts = x.reshape(*lead, c // r**2, r, r, h, w)
    order = [*range(n), n, n + 3, n + 1, n + 4, n + 2]
    return parts.transpose(order).reshape(*lead, c // r**2, h * r, w * r)


def pixel_unshuffle(x: Any, downscale_factor: int) -> Any:
    *lead, c, h, w = x.shape
    r, n = downscale_factor, len(lead)
    parts = x.reshape(*lead, c, h // r, r, w // r, r)
    return parts.transpose([*range(n), n, n + 2, n + 4, n + 1, n + 3]).reshape(*lead, c * r**2, h // r, w // r)


def channel_shuffle(x: Any, groups: int) -> Any:
    parts = x.reshape(x.shape[0], groups, x.shape[1] // groups, *x.shape[2:])
    return np.swapaxes(parts, 1, 2).reshape(x.shape)


def normalize(x: Any, p: float = 2.0, axis: Any = 1, eps: float = 1e-12) -> Any:
    return x / np.maximum((np.abs(x) ** p).sum(axis, keepdims=True) ** (1 / p), eps)


def cosine_similarity(a: Any, b: Any, axis: int = 1, eps: float = 1e-8) -> Any:
    a, b = np.broadcast_arrays(a, b)
    norms = [np.maximum(np.sqrt((v * v).sum(axis)), eps) for v in (a, b)]
    return (a * b).sum(axis) / (norms[0] * norms[1])


def one_hot(tensor: Any, num_classes: int = -1) -> Any:
    return np.eye(tensor.max() + 1 if num_classes == -1 else num_classes, dtype=np.int64)[tensor]


def bilinear(a: Any, b: Any, weight: Any, bias: Any = None) -> Any:
    return np.einsum("...i,oij,...j->...o", a, weight, b) + (0 if bias is None else bias)


def local_response_norm(x: Any, size: int, alpha: float = 1e-4, beta: float = 0.75, k: float = 1.0) -> Any:
    means = np.zeros_like(x)
    for c in range(x.shape[1]):
        means[:, c] = (x[:, max(0, c - size // 2) : c + (size - 1) // 2 + 1] ** 2).sum(1) / size
    return x / (k + alpha * means) ** beta


def embedding_bag(
    input: Any,
    weight: Any,
    offsets: Any = None,
    max_norm: Any = None,
    norm_type: float = 2.0,
    scale_grad_by_freq: bool = False,
    mode: str = "mean",
    sparse: bool = False,
    per_sample_weights: Any = None,
    include_last_offset: bool = False,
    padding_idx: Any = None,
) -> Any:
    flat = input.ravel()
    weights = np.ones(flat.shape) if per_sample_weights is None else per_sample_weights.ravel()
    bounds = np.arange(0, flat.size + 1, input.shape[1]) if offsets is None else offsets
    if offsets is not None and not include_last_offset:
        bounds = np.append(bounds, flat.size)
    result = np.zeros((len(bounds) - 1, weight.shape[1]))
    for i, (start, end) in enumerate(itertools.pairwise(bounds)):
        places = [p for p in range(start, end) if flat[p] != padding_idx]
        if places:
            rows = weight[flat[places]] * weights[places, None]
            result[i] = {"sum": np.sum, "mean": np.mean, "max": np.max}[mode](rows, 0)
    return result


def rotary(
    x: Any, offset: int = 0, base: float = 10000.0, interleaved: bool = False, rotary_dim: Any = None, axis: int = -2
) -> Any:
    """Pairs as complex numbers, turned."""
    width = x.shape[-1] if rotary_dim is None else rotary_dim
    half = width // 2
    first, second = (x[..., 0:width:2], x[..., 1:width:2]) if interleaved else (x[..., :half], x[..., half:width])
    positions = (offset + np.arange(x.shape[axis])).reshape([-1] + [1] * (-axis - 1))
    turned = (first + 1j * second) * np.exp(1j * positions * base ** (-2 * np.arange(half) / max(width, 1)))
    result = x.copy()
    if interleaved:
        result[..., 0:width:2], result[..., 1:width:2] = turned.real, turned.imag
    else:
        result[..., :half], result[..., half:width] = turned.real, turned.imag
    return result


LINE, IMAGE, VOLUME = Array((2, 3, 7)), Array((2, 2, 5, 6)), Array((1, 2, 3, 4, 3))
GRID, SPACE = Array((2, 3, 4, 2), -1.7, 1.7), Array((1, 2, 3, 2, 3), -1.4, 1.4)
CLOSE: dict[str, Any] = {"ulp": 16, "relative_to_largest": True}
TABLE = Array((7, 3))

PADDINGS = [
    shape_function(
        F + "pad",
        pad,
        call(X, (1, 2)),
        call(X, (1, 0, 0, 2), "constant", 2.0),
        call(X, (-1, 2, 1, -2)),
        call(LINE, (2, 3), "reflect"),
        call(IMAGE, (1, 2, 3, 0), "replicate"),
        call(IMAGE, (1, -2, 2, 2), "circular"),
        call(VOLUME, (1, 1, 2, 1, 0, 2), mode="reflect"),
        call(Array((2, 0)), (1, 1)),
    ),
]
RESAMPLINGS = [
    Row(
        F + "interpolate",
        interpolate,
        (
            call(LINE, 11, mode="linear"),
            call(LINE, scale_factor=2.5, mode="linear"),
            call(IMAGE, 3),
            call(IMAGE, (8, 4), mode="nearest-exact"),
            call(IMAGE, scale_factor=2),
            call(IMAGE, (9, 3), mode="bilinear"),
            call(IMAGE, (9, 3), None, "bilinear", True),
            call(IMAGE, scale_factor=(1.7, 0.6), mode="bilinear", recompute_scale_factor=True),
            call(IMAGE, (7, 9), mode="bicubic", align_corners=False),
            call(IMAGE, 4, mode="bicubic", align_corners=True),
            call(IMAGE, (3, 4), mode="bilinear", antialias=True),
            call(IMAGE, (3, 9), mode="bicubic", antialias=True),
            call(IMAGE, (3, 4), mode="area"),
            call(VOLUME, (5, 3, 6), mode="trilinear"),
            call(VOLUME, 2),
        ),
        large=(
            call(Array((2, 8, 40, 50)), scale_factor=2, mode="bilinear"),
            call(Array((2, 9, 3000)), 1700, mode="linear"),
        ),
        # Coordinates below 8 are off by up to 4 epsilons on either side, on curves through samples in [-3, 3] with a
        # slope of at most 9: 72 epsilons, or 24 units of a largest result of 3, and 8 for adding up.
        **{**CLOSE, "ulp": 32},
    ),
    Row(
        F + "grid_sample",
        grid_sample,
        (
            call(IMAGE, GRID),
            call(IMAGE, GRID, "bilinear", "border", True),
            call(IMAGE, GRID, "bilinear", "reflection"),
            call(IMAGE, GRID, "nearest", "reflection", True),
            call(IMAGE, GRID, "bicubic", "zeros", align_corners=True),
            call(IMAGE, GRID, "bicubic", "border"),
            call(IMAGE, GRID, mode="bicubic", padding_mode="reflection", align_corners=True),
            call(Array((1, 2, 3, 1)), Array((1, 2, 2, 2), -1.4, 1.4), padding_mode="reflection", align_corners=True),
            call(VOLUME, SPACE),
            call(VOLUME, SPACE, padding_mode="border", align_corners=True),
            call(VOLUME, SPACE, "nearest"),
            call(Array((0, 2, 3, 3)), Array((0, 2, 2, 2))),
        ),
        large=(call(Array((2, 5, 20, 30)), Array((2, 40, 17, 2), -1.2, 1.2)),),
        # Coordinates below 8 are off by up to 4 epsilons along each axis, see interpolate.
        **{**CLOSE, "ulp": 64},
    ),
    Row(
        F + "affine_grid",
        affine_grid,
        (
            call(Array((2, 2, 3)), (2, 3, 4, 5)),
            call(Array((2, 2, 3)), (2, 1, 4, 1), True),
            call(Array((1, 3, 4)), (1, 1, 2, 3, 4)),
        ),
        ulp=8,
        relative_to_largest=True,
    ),
    shape_function(F + "pixel_shuffle", pixel_shuffle, call(Array((2, 8, 3, 2)), 2), call(Array((9, 1, 2)), 3)),
    shape_function(F + "pixel_unshuffle", pixel_unshuffle, call(Array((2, 2, 4, 6)), 2), call(Array((1, 3, 3)), 3)),
    shape_function(F + "channel_shuffle", channel_shuffle, call(Array((2, 6, 3)), 2), call(Array((1, 6)), 3)),
]
COLUMNS = [
    Row(
        F + "unfold",
        unfold,
        (
            call(IMAGE, 2),
            call(IMAGE, (2, 3), 1, (1, 2), 2),
            call(IMAGE, 2, dilation=(2, 3), padding=1, stride=(1, 2)),
            call(Array((2, 5, 6)), (3, 1), stride=3),
        ),
        ulp=0,
        large=(call(Array((3, 16, 30, 40)), 3, padding=1),),
    ),
    Row(
        F + "fold",
        fold,
        (
            call(Array((2, 12, 20)), (5, 6), 2),
            call(Array((2, 12, 6)), (5, 6), (2, 3), 1, (1, 0), (2, 2)),
            call(Array((8, 10)), (5, 6), 2, dilation=(2, 3), padding=(1, 0), stride=(1, 2)),
        ),
        ulp=4,
        relative_to_largest=True,
        large=(call(Array((3, 144, 1200)), (30, 40), 3, padding=1),),
    ),
]
DISTANCES = [
    Row(F + "normalize", normalize, (call(X), call(X, 1.0), call(X, 3.0, axis=-1), call(X, axis=(0, 2))), **CLOSE),
    Row(
        F + "cosine_similarity",
        cosine_similarity,
        (call(X, X), call(Array((4, 1)), Array((3, 4, 1)), -2), call(X, X, axis=-1, eps=1e-6)),
        **CLOSE,
    ),
    Row(
        F + "pairwise_distance",
        distance,
        (call(X, X), call(Array((6, 5)), Array((5,)), 1.0), call(X, X, 3.0, keepdim=True)),
        **CLOSE,
    ),
    Row(
        F + "one_hot",
        one_hot,
        (call(Array((3, 4), 0, 5, "int64")), call(Array((3,), 0, 5, "uint8"), 7), call(Array((), 2, 3, "int32"))),
        dtypes=("float32",),
        result="int64",
        gradient=False,
    ),
    Row(
        F + "bilinear",
        bilinear,
        (
            call(Array((4, 3)), Array((4, 2)), Array((5, 3, 2)), Array((5,))),
            call(Array((2, 4, 3)), Array((2, 4, 2)), Array((5, 3, 2))),
            call(Array((3,)), Array((2,)), Array((5, 3, 2))),
        ),
        **CLOSE,
    ),
    Row(
        F + "local_response_norm",
        local_response_norm,
        (call(LINE, 2), call(IMAGE, 3, 0.5, 0.6, 2.0), call(Array((2, 7, 4)), 5, alpha=1.0)),
        **CLOSE,
    ),
    Row(
        F + "embedding_bag",
        embedding_bag,
        (
            call(Array((4, 3), 0, 7, "int64"), TABLE),
            call(Array((4, 3), 0, 7, "int64"), TABLE, mode="sum", padding_idx=2),
            call(Array((4, 3), 0, 7, "int32"), TABLE, mode="max"),
            call(
                Array((9,), 0, 7, "int64"),
                TABLE,
                Array((3,), 0, 1, "int64"),
                mode="sum",
                per_sample_weights=Array((9,)),
            ),
            call(Array((0,), 0, 7, "int64"), TABLE, Array((2,), 0, 1, "int64")),
        ),
        large=(call(Array((300, 40), 0, 1000, "int64"), Array((1000, 64))),),
        **CLOSE,
    ),
    Row(
        F + "rotary_embedding",
        rotary,
        (
            call(Array((2, 5, 6))),
            call(Array((2, 5, 6)), 3, interleaved=True),
            call(Array((2, 5, 3, 8)), 1, 100.0, rotary_dim=4, axis=-3),
            call(Array((4, 70))),
        ),
        large=(call(Array((9, 128, 64))),),
        **CLOSE,
    ),
]
IMAGES = [*PADDINGS, *RESAMPLINGS, *COLUMNS, *DISTANCES]
