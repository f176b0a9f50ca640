"""Rows of swiftgrad.linalg. A factorisation needs matrices of its own kind: `test_linalg.py` compares it with NumPy."""

import numpy as np
import swiftgrad as sg
from rows import ALL, MEDIUM, NUMBERS, Array, Row, call
from swiftgrad import linalg

A = np.array([[4.0, 2.0], [2.0, 3.0]])


def check_svd() -> None:
    u, s, vh = linalg.svd(A)
    np.testing.assert_allclose(u * s @ vh, A)


def check_eigh() -> None:
    w, v = linalg.eigh(A)
    np.testing.assert_allclose(sg.asarray(A) @ v, v * w)


def check_qr() -> None:
    q, r = linalg.qr(A)
    np.testing.assert_allclose(q @ r, A)
    assert r[1, 0].item() == 0


def check_cholesky() -> None:
    factor = linalg.cholesky(A)
    np.testing.assert_allclose(factor @ factor.T, A)


def check_solve() -> None:
    np.testing.assert_allclose(linalg.solve(A, A @ [1.0, 2.0]), [1, 2])


def check_inv() -> None:
    np.testing.assert_allclose(linalg.inv(A) @ A, np.eye(2), atol=1e-15)


def check_det() -> None:
    np.testing.assert_allclose(linalg.det(A), 8)


def check_slogdet() -> None:
    np.testing.assert_allclose(linalg.slogdet(A), [1, np.log(8)])


def check_diagonal() -> None:
    np.testing.assert_array_equal(linalg.diagonal(A, offset=1), [2])
    assert np.shares_memory(np.asarray(linalg.diagonal(sg.from_numpy(A))), A)


X = Array(MEDIUM, 0.5, 3)

FACTORISATIONS = [
    Row("linalg.svd", check=check_svd),
    Row("linalg.eigh", check=check_eigh),
    Row("linalg.qr", check=check_qr),
    Row("linalg.cholesky", check=check_cholesky),
    Row("linalg.solve", check=check_solve),
    Row("linalg.inv", check=check_inv),
    Row("linalg.det", check=check_det),
    Row("linalg.slogdet", check=check_slogdet),
]

MATRICES = [
    Row("linalg.diagonal", check=check_diagonal),
    Row(
        "linalg.trace",
        lambda x, offset=0: np.trace(x, offset, -2, -1),
        (call(Array(MEDIUM)), call(Array((3, 3))), call(Array((4, 3)), offset=-1), call(Array((2, 0, 3)))),
        ALL,
        result="sum",
        ulp=4,
        relative_to_largest=True,
    ),
    Row(
        "linalg.norm",
        np.linalg.norm,
        (
            call(X),
            call(X, keepdims=True),
            call(X, 1, 0),
            call(X, axis=-1),
            call(X, "fro", (0, 2), keepdims=True),
            call(Array((4, 3), 0.5, 3), 1),
        ),
        NUMBERS,
        result="float",
        ulp=8,
        relative_to_largest=True,
    ),
    Row(
        "linalg.vector_norm",
        lambda x, axis=None, keepdims=False, ord=2: np.linalg.vector_norm(x, axis=axis, keepdims=keepdims, ord=ord),
        (
            call(X),
            call(X, axis=(0, 2), keepdims=True),
            call(X, axis=1, ord=3.0),
            call(X, ord=1.0),
            call(X, axis=2, ord=float("inf")),
            call(Array((0,))),
        ),
        NUMBERS,
        result="float",
        ulp=8,
        relative_to_largest=True,
    ),
    Row(
        "linalg.matrix_norm",
        lambda x, keepdims=False, ord="fro": np.linalg.matrix_norm(x, keepdims=keepdims, ord=ord),
        (call(X), call(X, keepdims=True, ord=1), call(X, ord=float("-inf"))),
        NUMBERS,
        result="float",
        ulp=8,
        relative_to_largest=True,
    ),
    Row(
        "linalg.matmul",
        np.matmul,
        (call(Array((3, 4)), Array((4, 5))), call(Array((2, 3, 4)), Array((4,)))),
        NUMBERS,
        ulp=16,
        relative_to_largest=True,
    ),
]
