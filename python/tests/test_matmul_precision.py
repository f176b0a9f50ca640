"""Products of bfloat16 matrices, and of float32 matrices whose factors are rounded to bfloat16."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import pytest
import swiftgrad as sg
from hypothesis import given, settings
from hypothesis import strategies as st
from swiftgrad import nn, optim

HAS_PRODUCTS = sg.info()["bfloat16_products"]
LAYOUTS = ["rows", "columns", "every_second", "odd_rows"]
SIZES = st.integers(1, 70)


@pytest.fixture
def medium() -> Iterator[None]:
    sg.set_float32_matmul_precision("medium")
    yield
    sg.set_float32_matmul_precision("highest")


def laid_out(values: np.ndarray, layout: str, dtype: Any) -> Any:
    """A tensor of these values (..., rows, columns) with other strides."""
    if layout == "columns":
        return sg.array(np.ascontiguousarray(np.swapaxes(values, -1, -2))).astype(dtype).transpose(-1, -2)
    if layout == "every_second":
        return sg.array(np.repeat(values, 2, axis=-1)).astype(dtype)[..., ::2]
    if layout == "odd_rows":
        wide = np.zeros((*values.shape[:-1], values.shape[-1] + 3 - values.shape[-1] % 2), np.float32)
        wide[..., 1 : 1 + values.shape[-1]] = values
        return sg.array(wide).astype(dtype)[..., 1 : 1 + values.shape[-1]]
    return sg.array(values).astype(dtype)


def rounded(values: np.ndarray) -> np.ndarray:
    return np.asarray(sg.array(values).astype(sg.bfloat16).astype(sg.float64))


def check(y: Any, a: np.ndarray, b: np.ndarray, unit: float) -> None:
    """Each of the 2k roundings of a sum is half a unit of float32 of at most the sum of absolute values."""
    a, b = a.astype(np.float64), b.astype(np.float64)
    sums, terms = np.abs(a) @ np.abs(b), 2 * a.shape[-1]
    bound = terms * 2.0**-24 * sums + unit * np.abs(a @ b) + 1e-37
    assert (np.abs(np.asarray(y.astype(sg.float64)) - a @ b) <= bound).all()


@given(
    m=SIZES, n=SIZES, k=SIZES, left=st.sampled_from(LAYOUTS), right=st.sampled_from(LAYOUTS), seed=st.integers(0, 99)
)
@settings(deadline=None, max_examples=150)
def test_a_product_of_bfloat16_is_summed_in_float32(m: int, n: int, k: int, left: str, right: str, seed: int) -> None:
    generator = np.random.default_rng(seed)
    a, b = (generator.normal(size=size).astype(np.float32) for size in ((m, k), (k, n)))
    y = laid_out(a, left, sg.bfloat16) @ laid_out(b, right, sg.bfloat16)
    assert y.dtype == sg.bfloat16
    check(y, rounded(a), rounded(b), 2.0**-8)


@pytest.mark.parametrize("shapes", [((3, 33, 17), (3, 17, 40)), ((4, 1, 8, 5), (3, 5, 9)), ((2, 300, 65), (65, 130))])
@pytest.mark.parametrize("layout", LAYOUTS)
def test_batches(shapes: tuple[tuple[int, ...], tuple[int, ...]], layout: str) -> None:
    generator = np.random.default_rng(0)
    a, b = (generator.normal(size=shape).astype(np.float32) for shape in shapes)
    check(laid_out(a, layout, sg.bfloat16) @ laid_out(b, layout, sg.bfloat16), rounded(a), rounded(b), 2.0**-8)


@pytest.mark.parametrize("shape", [(700, 600, 1100), (10, 32, 20_000), (1, 300, 500), (300, 1, 500), (256, 20, 640)])
@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.usefixtures("medium")
def test_medium_precision_rounds_the_factors(shape: tuple[int, int, int], layout: str) -> None:
    generator, (m, n, k) = np.random.default_rng(0), shape
    a, b = (generator.normal(size=size).astype(np.float32) for size in ((m, k), (k, n)))
    y = laid_out(a, layout, sg.float32) @ laid_out(b, layout, sg.float32)
    assert y.dtype == sg.float32
    if HAS_PRODUCTS:
        check(y, rounded(a), rounded(b), 0)
    else:
        check(y, a, b, 0)


def test_the_precision_is_what_was_set(medium: None) -> None:
    assert sg.get_float32_matmul_precision() == "medium"
    x = sg.array([[1 + 2.0**-12]])
    assert (x @ sg.array([[1.0]])).item() == (1 if HAS_PRODUCTS else x.item())
    sg.set_float32_matmul_precision("highest")
    assert (x @ sg.array([[1.0]])).item() == x.item()
    assert sg.get_float32_matmul_precision() == "highest"
    with pytest.raises(ValueError, match="'highest', 'high' or 'medium', got 'low'"):
        sg.set_float32_matmul_precision("low")
    # Other types are what they were.
    assert (x.astype(sg.float64) @ sg.array([[1.0]], dtype=sg.float64)).item() == x.item()


def test_special_values(medium: None) -> None:
    a = sg.array([[np.inf, 1.0], [np.nan, 1.0], [1e38, 1e38], [0.0, -0.0]])
    y = np.asarray(a @ sg.array([[1.0], [1.0]]))
    assert y[0] == np.inf and np.isnan(y[1]) and y[3] == 0
    assert y[2] > 1.9e38
    assert (sg.ones((2, 0)) @ sg.ones((0, 3))).tolist() == [[0.0] * 3] * 2


@pytest.mark.parametrize("dtype", [sg.bfloat16, sg.float32])
def test_operands_that_no_memory_could_hold(dtype: Any, medium: None) -> None:
    one = sg.ones((1, 1), dtype=dtype)
    assert (sg.broadcast_to(one, (2**28, 2**28)) @ sg.ones((2**28, 0), dtype=dtype)).shape == (2**28, 0)
    if dtype == sg.bfloat16:
        with pytest.raises(MemoryError):
            sg.broadcast_to(one, (2**20, 2**36)) @ sg.broadcast_to(one, (2**36, 1))


def train(seed: int = 0, threads: int = 2) -> tuple[list[float], bytes]:
    before = sg.get_num_threads()
    sg.set_num_threads(threads)
    sg.manual_seed(seed)
    generator = np.random.default_rng(seed)
    x = generator.normal(size=(256, 40)).astype(np.float32)
    y = sg.array((x[:, :1] * x[:, 1:2] > 0).astype(np.int64).ravel())
    model = nn.Sequential(nn.Linear(40, 300), nn.ReLU(), nn.Linear(300, 2))
    optimizer, loss, losses = optim.Adam(model.parameters(), lr=3e-3), nn.CrossEntropyLoss(), []
    for _ in range(60):
        optimizer.zero_grad()
        value = loss(model(sg.array(x)), y)
        value.backward()
        optimizer.step()
        losses.append(value.item())
    sg.set_num_threads(before)
    return losses, b"".join(np.asarray(p.detach()).tobytes() for p in model.parameters())


def test_training_at_medium_precision_follows_that_in_float32(medium: None) -> None:
    losses, _ = train()
    sg.set_float32_matmul_precision("highest")
    exact, _ = train()
    assert exact[-1] < 0.1 * exact[0]
    # Rounding the factors to 8 bits moves a loss by parts of a hundred, not its course.
    np.testing.assert_allclose(losses, exact, rtol=0.1, atol=0.02)


def test_the_same_bits_whatever_the_number_of_threads(medium: None) -> None:
    assert train(threads=1) == train(threads=2)
