"""Rows of functions without a formula: each is a check of what the function promises."""

import itertools
import os
import tempfile
from typing import Any

import numpy as np
import swiftgrad as sg
from rows import Row


def check_detach() -> None:
    x = sg.ones(3, requires_grad=True)
    y = sg.detach(x)
    assert not y.requires_grad
    assert np.shares_memory(np.asarray(y), np.asarray(x.detach()))


def check_retain_grad() -> None:
    x = sg.ones(3, requires_grad=True)
    y = x * 2
    sg.retain_grad(y)
    (y * y).sum().backward()
    np.testing.assert_array_equal(y.grad, [4, 4, 4])


def check_is_grad_enabled() -> None:
    assert sg.is_grad_enabled() is True
    with sg.no_grad():
        assert sg.is_grad_enabled() is False


def check_threads() -> None:
    before = sg.get_num_threads()
    try:
        for count in (1, 3):
            sg.set_num_threads(count)
            assert sg.get_num_threads() == count
    finally:
        sg.set_num_threads(before)


def check_precision() -> None:
    assert sg.get_float32_matmul_precision() == "highest"
    try:
        sg.set_float32_matmul_precision("medium")
        assert sg.get_float32_matmul_precision() == "medium"
    finally:
        sg.set_float32_matmul_precision("highest")


def check_info() -> None:
    info = sg.info()
    assert info["version"] == sg.__version__
    assert info["threads"] == sg.get_num_threads()


def check_memory_stats() -> None:
    before = sg.memory_stats()["bytes_in_use"]
    x = sg.zeros(1 << 20)
    during = sg.memory_stats()
    assert during["bytes_in_use"] >= before + x.nbytes
    assert during["peak_bytes_in_use"] >= during["bytes_in_use"]
    del x
    after = sg.memory_stats()
    assert after["bytes_in_use"] < during["bytes_in_use"]
    assert after["bytes_idle"] > 0


def check_reset_peak_memory() -> None:
    x = sg.zeros(1 << 20)
    size = x.nbytes
    del x
    sg.reset_peak_memory()
    low = sg.memory_stats()
    assert low["peak_bytes_in_use"] == low["bytes_in_use"]
    x = sg.zeros(1 << 20)
    del x
    assert sg.memory_stats()["peak_bytes_in_use"] == low["bytes_in_use"] + size


def check_peak() -> None:
    assert 0 < sg.peak_gflops() < 1e5


def check_files() -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "x.safetensors")
        tensors = {"a": sg.asarray([1.0, 2.0]), "b": sg.zeros(0, 3, dtype=sg.int8)}
        sg.save_file(tensors, path)
        found = sg.load_file(path)
    assert list(found) == ["a", "b"]
    for name, tensor in tensors.items():
        assert (found[name].shape, found[name].dtype) == (tensor.shape, tensor.dtype)
        np.testing.assert_array_equal(found[name], tensor)


def check_empty() -> None:
    assert sg.empty(2, 3, dtype=sg.int8).shape == (2, 3)
    assert sg.empty((0, 3)).dtype == sg.float32


def check_empty_like() -> None:
    x = sg.empty_like(sg.zeros(2, 3, dtype=sg.int16))
    assert (x.shape, x.dtype) == ((2, 3), sg.int16)


def check_manual_seed() -> None:
    sg.manual_seed(7)
    first = sg.random.uniform((5,))
    sg.manual_seed(7)
    np.testing.assert_array_equal(first, sg.random.uniform((5,)))
    sg.manual_seed(-8)
    assert not np.array_equal(first, sg.random.uniform((5,)))


def check_state() -> None:
    state = sg.random.get_state()
    first = sg.random.normal((9,))
    sg.random.set_state(state)
    np.testing.assert_array_equal(first, sg.random.normal((9,)))


def check_distribution(draw: Any, mean: float, deviation: float, low: float, high: float) -> None:
    """Mean and deviation within five standard errors of 200,000 draws, and every draw inside its bounds."""
    sg.manual_seed(3)
    count = 200_000
    values = np.asarray(draw((count,)), np.float64)
    assert values.shape == (count,)
    assert low <= values.min() and values.max() <= high
    assert abs(values.mean() - mean) < 5 * deviation / count**0.5
    assert abs(values.std() - deviation) < 5 * deviation / count**0.5 * 1.5
    halves = values.reshape(2, -1) - mean
    assert abs((halves[0] * halves[1]).mean()) < 5 * deviation**2 / (count / 2) ** 0.5


def check_uniform() -> None:
    check_distribution(sg.random.uniform, 0.5, 12**-0.5, 0, 1)
    check_distribution(lambda n: sg.random.uniform(n, -2, 4), 1, 6 * 12**-0.5, -2, 4)
    for dtype in (sg.float16, sg.bfloat16, sg.float32, sg.float64):
        x = sg.random.uniform((100_000,), dtype=dtype)
        assert x.dtype == dtype
        assert (x >= 0).all() and (x < 1).all()
    assert sg.random.uniform().shape == ()
    assert sg.random.uniform((2, 0)).shape == (2, 0)
    assert sg.random.uniform(3, requires_grad=True).requires_grad


def check_normal() -> None:
    check_distribution(sg.random.normal, 0, 1, -7, 7)
    check_distribution(lambda n: sg.random.normal(n, 3, 0.5, dtype=sg.float64), 3, 0.5, 0, 6)
    values = np.sort(np.asarray(sg.random.normal((200_000,)), np.float64))
    for quantile, expected in ((0.02275, -2), (0.15866, -1), (0.84134, 1), (0.99865, 3)):
        assert abs(values[int(quantile * values.size)] - expected) < 0.05


def check_integers() -> None:
    check_distribution(lambda n: sg.random.integers(6, shape=n), 2.5, (35 / 12) ** 0.5, 0, 5)
    check_distribution(lambda n: sg.random.integers(-2, 1, n), -1, (2 / 3) ** 0.5, -2, 0)
    assert sg.random.integers(5).dtype == sg.int64
    wide = np.asarray(sg.random.integers(-(2**63), 2**63 - 1, (1000,)))
    assert (wide < 0).any() and (wide > 0).any()


def check_bernoulli() -> None:
    check_distribution(lambda n: sg.random.bernoulli(n, 0.3), 0.3, 0.21**0.5, 0, 1)
    assert sg.random.bernoulli((3,), 1.0).dtype == sg.bool
    assert sg.random.bernoulli((1000,), 1.0).all()
    assert not sg.random.bernoulli((1000,), 0.0).any()


def check_permutation() -> None:
    sg.manual_seed(0)
    for n in (0, 1, 1000):
        np.testing.assert_array_equal(np.sort(np.asarray(sg.random.permutation(n))), np.arange(n))
    firsts = [sg.random.permutation(3).tolist() for _ in range(600)]
    counts = [sum(p == list(q) for p in firsts) for q in itertools.permutations(range(3))]
    assert sum(counts) == 600 and min(counts) > 60


def check_dropout() -> None:
    sg.manual_seed(1)
    x = sg.ones(100_000, requires_grad=True)
    y = sg.nn.functional.dropout(x, 0.25)
    values = np.asarray(y.detach())
    kept = values != 0
    np.testing.assert_allclose(values[kept], 1 / 0.75, rtol=1e-6)
    assert abs(kept.mean() - 0.75) < 0.01
    y.sum().backward()
    np.testing.assert_array_equal(x.grad, values)
    assert sg.nn.functional.dropout(x, 0.25, training=False) is x or bool(
        (sg.nn.functional.dropout(x, 0.25, training=False) == 1).all()
    )
    assert not sg.nn.functional.dropout(x, 1.0).any()
    for dtype in (sg.float16, sg.bfloat16, sg.float64):
        assert sg.nn.functional.dropout(sg.ones(9, dtype=dtype)).dtype == dtype


SYSTEM = [
    Row("manual_seed", check=check_manual_seed),
    Row("random.get_state", check=check_state),
    Row("random.set_state", check=check_state),
    Row("random.uniform", check=check_uniform),
    Row("random.normal", check=check_normal),
    Row("random.integers", check=check_integers),
    Row("random.bernoulli", check=check_bernoulli),
    Row("random.permutation", check=check_permutation),
    Row("nn.functional.dropout", check=check_dropout),
    Row("peak_gflops", check=check_peak),
    Row("save_file", check=check_files),
    Row("load_file", check=check_files),
    Row("empty", check=check_empty),
    Row("empty_like", check=check_empty_like),
    Row("detach", check=check_detach),
    Row("retain_grad", check=check_retain_grad),
    Row("is_grad_enabled", check=check_is_grad_enabled),
    Row("set_num_threads", check=check_threads),
    Row("get_num_threads", check=check_threads),
    Row("set_float32_matmul_precision", check=check_precision),
    Row("get_float32_matmul_precision", check=check_precision),
    Row("info", check=check_info),
    Row("memory_stats", check=check_memory_stats),
    Row("reset_peak_memory", check=check_reset_peak_memory),
]
