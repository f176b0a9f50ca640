"""Linear algebra against NumPy: values, stacks, gradients, and what is said about matrices without an answer."""

import os
import subprocess
import sys

import numpy as np
import pytest
import swiftgrad as sg
from swiftgrad import linalg

DTYPES = {"float32": 2e-5, "float64": 1e-12}
SHAPES = [(4, 4), (5, 3), (3, 5), (1, 1), (2, 3, 5, 4), (70, 40)]
SQUARE = [(4, 4), (1, 1), (2, 3, 5, 5), (60, 60)]
precisions = pytest.mark.parametrize("dtype", DTYPES)


def random(shape, dtype="float64", seed=0):
    return np.random.default_rng([seed, *shape]).normal(size=shape).astype(dtype)


def positive(shape, dtype="float64"):
    x = random(shape)
    return (x @ x.swapaxes(-1, -2) + shape[-1] * np.eye(shape[-1])).astype(dtype)


def close(result, expected, dtype, scale=1.0):
    expected = np.asarray(expected)
    assert str(result.dtype) == dtype
    assert result.shape == expected.shape
    largest = max(1.0, float(np.abs(expected).max(initial=0)))
    np.testing.assert_allclose(np.asarray(result.detach()), expected, rtol=0, atol=DTYPES[dtype] * largest * scale)


def layouts(x):
    yield x
    yield x.swapaxes(-1, -2).copy().swapaxes(-1, -2)
    yield np.repeat(x, 2, axis=-1)[..., ::2]
    yield x[..., ::-1, :].copy()[..., ::-1, :]


@precisions
@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize("shape", SHAPES)
def test_svd(shape, full, dtype):
    x = random(shape, dtype)
    for view in layouts(x):
        before = view.copy()
        u, s, vh = linalg.svd(view, full_matrices=full)
        k = min(shape[-2:])
        assert u.shape == (*shape[:-1], shape[-2] if full else k)
        assert vh.shape == (*shape[:-2], shape[-1] if full else k, shape[-1])
        close(s, np.linalg.svd(x.astype("float64"), compute_uv=False), dtype)
        close(u[..., :k] * s[..., None, :] @ vh[..., :k, :], x, dtype)
        for vectors in (sg.matrix_transpose(u) @ u, vh @ sg.matrix_transpose(vh)):
            close(vectors, np.broadcast_to(np.eye(vectors.shape[-1]), vectors.shape), dtype)
        np.testing.assert_array_equal(view, before)


@precisions
@pytest.mark.parametrize("shape", SQUARE)
def test_eigh(shape, dtype):
    x = positive(shape, dtype)
    upper_is_ignored = np.tril(x) + np.triu(np.full(shape, 99, dtype), 1)
    for matrix in (x, upper_is_ignored):
        w, v = linalg.eigh(matrix)
        close(w, np.linalg.eigvalsh(x.astype("float64")), dtype)
        close(v * w[..., None, :] @ sg.matrix_transpose(v), x, dtype)


@precisions
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("mode", ["reduced", "complete"])
def test_qr(shape, mode, dtype):
    x = random(shape, dtype)
    for view in layouts(x):
        q, r = linalg.qr(view, mode=mode)
        expected_q, expected_r = np.linalg.qr(x.astype("float64"), mode=mode)
        close(q, expected_q, dtype, 10)
        close(r, expected_r, dtype)


@precisions
@pytest.mark.parametrize("shape", SQUARE)
def test_cholesky(shape, dtype):
    x = positive(shape, dtype)
    for matrix in (x, np.tril(x), x.swapaxes(-1, -2)):
        close(linalg.cholesky(matrix), np.linalg.cholesky(x.astype("float64")), dtype)


@precisions
@pytest.mark.parametrize(
    ("a", "b"),
    [((4, 4), (4,)), ((4, 4), (4, 3)), ((2, 3, 4, 4), (4, 2)), ((4, 4), (5, 4, 2)), ((2, 1, 3, 3), (5, 3, 1)),
     ((2, 3, 3), (3,)), ((1, 1), (1, 1)), ((50, 50), (50, 7))],
)  # fmt: skip
def test_solve(a, b, dtype):
    x, y = positive(a, dtype) + random(a, dtype), random(b, dtype, 1)
    expected = np.linalg.solve(x.astype("float64"), y.astype("float64"))
    for left in layouts(x):
        close(linalg.solve(left, y), expected, dtype)


@precisions
@pytest.mark.parametrize("shape", SQUARE)
def test_inv_det_slogdet(shape, dtype):
    x = random(shape, dtype) + 3 * np.eye(shape[-1], dtype=dtype)
    wide = x.astype("float64")
    for view in layouts(x):
        close(linalg.inv(view), np.linalg.inv(wide), dtype, 50)
        sign, logarithm = linalg.slogdet(view)
        close(sign, np.linalg.slogdet(wide)[0], dtype)
        close(logarithm, np.linalg.slogdet(wide)[1], dtype)
        if shape[-1] < 10:
            close(linalg.det(view), np.linalg.det(wide), dtype)


def test_a_singular_matrix_has_determinant_zero():
    singular = np.ones((3, 3))
    assert linalg.det(singular).item() == 0
    sign, logarithm = linalg.slogdet(np.stack([singular, np.eye(3)]))
    assert sign.tolist() == [0, 1] and logarithm.tolist() == [-np.inf, 0]


@pytest.mark.parametrize("shape", [(0, 0), (2, 0), (0, 2), (0, 3, 3), (3, 0, 0), (0, 2, 3)])
def test_empty_matrices_give_what_numpy_gives(shape):
    x = np.zeros(shape)
    for full in (True, False):
        for result, expected in zip(linalg.svd(x, full), np.linalg.svd(x, full), strict=True):
            np.testing.assert_array_equal(result, expected)
    for mode in ("reduced", "complete"):
        for result, expected in zip(linalg.qr(x, mode), np.linalg.qr(x, mode), strict=True):
            np.testing.assert_array_equal(result, expected)
    if shape[-1] == shape[-2]:
        for name in ("inv", "det", "cholesky", "slogdet", "eigh"):
            results, expected = getattr(linalg, name)(x), getattr(np.linalg, name)(x)
            pairs = zip(results, expected, strict=True) if isinstance(results, tuple) else [(results, expected)]
            for a, b in pairs:
                np.testing.assert_array_equal(a, b)


@pytest.mark.parametrize("order", [None, 0, 1, 2, 3, 2.5, -1, np.inf, -np.inf])
def test_vector_norms(order):
    x = random((3, 4, 5)) + 0.1
    for keep in (False, True):
        for axis in (0, -1):
            expected = np.linalg.norm(x, order, axis, keep)
            np.testing.assert_allclose(linalg.norm(x, order, axis, keep), expected, rtol=1e-12)
        for axis in (None, 1, (0, 2)):
            p = 2 if order is None else order
            result = linalg.vector_norm(x, axis=axis, keepdims=keep, ord=p)
            np.testing.assert_allclose(result, np.linalg.vector_norm(x, axis=axis, keepdims=keep, ord=p), rtol=1e-12)
    np.testing.assert_allclose(linalg.norm(x[0, 0], order), np.linalg.norm(x[0, 0], order), rtol=1e-12)
    np.testing.assert_allclose(linalg.norm(x), np.linalg.norm(x), rtol=1e-12)
    assert linalg.norm(x, keepdims=True).shape == (1, 1, 1)


@pytest.mark.parametrize("order", [None, "fro", "nuc", 1, -1, 2, -2, np.inf, -np.inf])
def test_matrix_norms(order):
    x = random((3, 4, 5))
    for keep in (False, True):
        for axis in ((0, 1), (2, 0), (-1, -2)):
            expected = np.linalg.norm(x, order, axis, keep)
            np.testing.assert_allclose(linalg.norm(x, order, axis, keep), expected, rtol=1e-12)
        kind = "fro" if order is None else order
        result = linalg.matrix_norm(x, keepdims=keep, ord=kind)
        np.testing.assert_allclose(result, np.linalg.matrix_norm(x, keepdims=keep, ord=kind), rtol=1e-12)
    np.testing.assert_allclose(linalg.norm(x[0], order), np.linalg.norm(x[0], order), rtol=1e-12)


def test_the_gradient_of_a_norm_at_zero_is_zero():
    x = sg.zeros(3, requires_grad=True)
    linalg.norm(x).backward()
    assert x.grad.tolist() == [0, 0, 0]


@pytest.mark.parametrize("offset", [0, 1, -1, 3, -3, 9, -9, 2**63 - 1, -(2**63)])
def test_diagonal_and_trace(offset):
    x = np.arange(24).reshape(2, 3, 4)
    expected = np.diagonal(x, min(max(offset, -99), 99), -2, -1)
    np.testing.assert_array_equal(linalg.diagonal(x, offset=offset), expected)
    np.testing.assert_array_equal(linalg.trace(x, offset=offset), expected.sum(-1))


def symmetric(x):
    return (x + sg.matrix_transpose(x)) * 0.5


def without_sign(u):
    """Of vectors that are defined up to their sign."""
    return u * u[..., :1, :].detach().sign()


GRADIENTS = {
    "solve": (lambda a, b: linalg.solve(a, b), [(3, 4, 4), (4, 2)]),
    "solve of a vector": (lambda a, b: linalg.solve(a, b), [(3, 3), (3,)]),
    "inv": (linalg.inv, [(2, 3, 3)]),
    "det": (linalg.det, [(2, 3, 3)]),
    "slogdet": (lambda x: linalg.slogdet(x)[1], [(2, 3, 3)]),
    "cholesky": (lambda x: linalg.cholesky(symmetric(x @ sg.matrix_transpose(x)) + sg.eye(3, dtype=sg.float64)),
                 [(2, 3, 3)]),
    "eigenvalues": (lambda x: linalg.eigh(symmetric(x))[0], [(2, 4, 4)]),
    "eigh": (lambda x: [linalg.eigh(symmetric(x))[0], without_sign(linalg.eigh(symmetric(x))[1])], [(2, 4, 4)]),
    "qr": (lambda x: linalg.qr(x), [(2, 5, 3)]),
    "qr square": (lambda x: linalg.qr(x, mode="complete"), [(3, 3)]),
    "singular values": (lambda x: linalg.svd(x, full_matrices=False)[1], [(2, 5, 3)]),
    "singular values of wide": (lambda x: linalg.svd(x)[1], [(3, 5)]),
    "vector norm": (lambda x: linalg.vector_norm(x, axis=0, ord=3), [(4, 3)]),
    "nuclear norm": (lambda x: linalg.norm(x, "nuc"), [(4, 3)]),
    "spectral norm": (lambda x: linalg.norm(x, 2), [(3, 4)]),
    "trace": (lambda x: linalg.trace(x, offset=1), [(2, 3, 4)]),
}  # fmt: skip


@pytest.mark.parametrize("name", GRADIENTS)
def test_gradients(name):
    function, shapes = GRADIENTS[name]
    inputs = [sg.asarray(random(shape, seed=3)) for shape in shapes]
    assert sg.gradcheck(function, inputs, atol=1e-6, rtol=1e-5)


@pytest.mark.parametrize("shape", [(4, 4), (5, 3), (3, 5), (2, 4, 3)])
def test_gradients_of_singular_vectors(shape):
    def parts(x):
        u, s, vh = linalg.svd(x, full_matrices=False)
        sign = u[..., :1, :].detach().sign()
        return u * sign, s, vh * sg.matrix_transpose(sign)

    assert sg.gradcheck(parts, [sg.asarray(random(shape, seed=5))], atol=1e-6, rtol=1e-5)


@pytest.mark.parametrize("name", ["solve", "inv", "det", "slogdet", "cholesky", "eigenvalues", "qr", "singular values"])
def test_gradients_of_gradients(name):
    function, shapes = GRADIENTS[name]

    def slopes(*tensors):
        with sg.enable_grad():
            leaves = [t if t.requires_grad else t.detach().copy() for t in tensors]
            for leaf in leaves:
                leaf.requires_grad = True
            results = function(*leaves)
            results = results if isinstance(results, (list, tuple)) else [results]
            total = sum((r * r).sum() for r in results)
            return sg.grad(total, leaves, create_graph=True)

    inputs = [sg.asarray(random(shape[-2:] if name != "solve" else shape, seed=4)) for shape in shapes]
    assert sg.gradcheck(slopes, inputs, atol=1e-4, rtol=1e-4)


def test_singular_vectors_without_a_gradient_say_so():
    x = sg.asarray(random((4, 3)))
    x.requires_grad = True
    with pytest.raises(RuntimeError, match=r"svd: .*full_matrices=False"):
        linalg.svd(x)[0].sum().backward()
    with pytest.raises(RuntimeError, match="qr: has a gradient only"):
        linalg.qr(sg.matrix_transpose(x))[0].sum().backward()


@pytest.mark.parametrize("name", ["svd", "eigh", "qr", "cholesky", "inv", "det", "slogdet"])
@pytest.mark.parametrize("bad", [np.nan, np.inf, -np.inf])
@precisions
def test_nan_and_infinity_are_refused(name, bad, dtype):
    x = np.eye(3, dtype=dtype)
    x[1, 1] = bad
    with pytest.raises(ValueError, match=f"{name}: the array has elements that are NaN or infinite"):
        getattr(linalg, name)(x)


def test_matrices_without_an_answer_are_named():
    ones = np.ones((2, 2))
    for call, message in [
        (lambda: linalg.inv(ones), "inv: the matrix is singular"),
        (lambda: linalg.solve(ones, ones), "solve: the matrix is singular"),
        (lambda: linalg.cholesky(-ones), "cholesky: the matrix is not positive definite"),
        (lambda: linalg.inv(np.ones((2, 3))), r"inv: the matrices must be square, got shape \(2, 3\)"),
        (lambda: linalg.det(np.ones(3)), r"det: needs a matrix or a stack of matrices, got shape \(3,\)"),
        (lambda: linalg.solve(np.eye(2), np.ones(3)), r"solve: shapes \(2, 2\) and \(3,\) do not fit"),
        (lambda: linalg.solve(np.eye(2), np.ones(())), "do not fit"),
        (lambda: linalg.qr(ones, mode="raw"), "qr: mode is 'reduced' or 'complete', got 'raw'"),
        (lambda: linalg.norm(ones, 3), "norm: ord of a matrix is"),
        (lambda: linalg.norm(np.ones((2, 2, 2)), 1), "norm: one axis for vectors or two for matrices"),
        (lambda: linalg.svd(sg.broadcast_to(sg.ones(1), (2**40, 3))), "svd: .*too large"),
    ]:
        with pytest.raises(ValueError, match=message):
            call()


def test_half_precision_and_integers_compute_in_float32():
    x = sg.asarray([[4, 2], [2, 3]])
    assert linalg.det(x).dtype == sg.float32 and linalg.det(x).item() == pytest.approx(8)
    assert linalg.inv(x.astype(sg.float16)).dtype == sg.float16
    assert linalg.svd(x.astype(sg.bfloat16))[1].dtype == sg.bfloat16
    assert linalg.solve(x, sg.ones(2, dtype=sg.float64)).dtype == sg.float64


def test_without_openblas_the_error_says_what_to_install(tmp_path):
    for name in ("libopenblas.so.0", "libopenblas.so"):
        (tmp_path / name).write_text("no library")
    program = "import swiftgrad as sg\ntry: sg.linalg.inv([[2.0]])\nexcept RuntimeError as error: print(error)"
    environment = {**os.environ, "LD_LIBRARY_PATH": str(tmp_path)}
    answer = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True)
    assert answer.stdout.startswith("inv: needs LAPACK") and "apt install libopenblas0" in answer.stdout, answer
