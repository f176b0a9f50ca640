"""Einstein sums beyond the table of functions: equations as NumPy reads them, and what is said about wrong ones."""

import numpy as np
import pytest
import swiftgrad as sg

LENGTHS = dict(zip("abcdeIJ", (2, 3, 4, 5, 6, 2, 3), strict=True))


@pytest.mark.parametrize(
    "equation",
    [
        "ab,bc,cd->ad",
        "abc,abd->dc",
        "abc,cba",
        "aab,bcc->ac",
        "aaa->a",
        "aaa",
        "aIb,Jb",
        "ab,a,b",
        "ab,cd->",
        "abc,b->ca",
        "a,a,a,a->a",
        "abcd,bd,ca->",
        "aabb->ba",
    ],
)
def test_labels_are_read_as_numpy_reads_them(equation):
    rng = np.random.default_rng(len(equation))
    terms = equation.split("->")[0].split(",")
    arrays = [rng.normal(size=tuple(LENGTHS[label] for label in term)) for term in terms]
    np.testing.assert_allclose(sg.einsum(equation, *arrays), np.einsum(equation, *arrays), rtol=1e-12, atol=1e-12)


@pytest.mark.parametrize(
    ("equation", "shapes"),
    [
        ("...a,a...", ((2, 3, 4), (4, 3))),
        ("a...b,b->...a", ((2, 5, 4, 3), (3,))),
        ("...,...", ((2, 3), (3,))),
        ("...", ((2, 3),)),
        ("...a->a...", ((2, 3),)),
        ("...a,...a->...", ((2, 1, 3), (5, 3))),
        ("ab,...b->...a", ((2, 3), (3,))),
    ],
)
def test_the_axes_of_an_ellipsis_broadcast(equation, shapes):
    rng = np.random.default_rng(len(equation))
    arrays = [rng.normal(size=shape) for shape in shapes]
    result = sg.einsum(equation, *arrays)
    np.testing.assert_allclose(result, np.einsum(equation, *arrays), rtol=1e-12, atol=1e-12)


def test_a_list_of_operands_counts_as_the_operands():
    t = sg.arange(6.0).reshape(2, 3)
    assert sg.einsum("ij,kj->ik", [t, t]).tolist() == sg.einsum("ij,kj->ik", t, t).tolist() == (t @ t.T).tolist()


def test_a_diagonal_is_a_view_and_so_is_a_permutation():
    a = np.arange(9.0).reshape(3, 3)
    t = sg.from_numpy(a)
    assert np.shares_memory(np.asarray(sg.einsum("ii->i", t)), a)
    assert np.shares_memory(np.asarray(sg.einsum("ij->ji", t)), a)


def test_mixed_dtypes_promote():
    result = sg.einsum("i,i->i", sg.ones(2, dtype=sg.int8), sg.ones(2, dtype=sg.float16))
    assert result.dtype == sg.float16


@pytest.mark.parametrize(
    ("equation", "shapes", "message"),
    [
        ("ij,jk", ((2, 3), (4, 5)), r"'ij,jk' for shapes \(2, 3\), \(4, 5\): 'j' has lengths 3 and 4"),
        ("ij", ((2, 3), (4, 5)), "1 terms, 2 operands"),
        ("ijk", ((2, 3),), r"'ijk' does not fit shape \(2, 3\)"),
        ("ijk...", ((2, 3),), "does not fit"),
        ("ij->ijk", ((2, 3),), "'k' is in no operand"),
        ("ij->ii", ((2, 3),), "'i' is twice in the result"),
        ("ii", ((2, 3),), "'i' has lengths 2 and 3"),
        ("i->i->i", ((2,),), "more than once"),
        ("...i...", ((2,),), "'...' is in one term more than once"),
        ("i.j", ((2, 3),), "letters"),
        ("iß", ((2, 3),), "letters"),
        ("i-j", ((2, 3),), "letters"),
        ("...i->i", ((2, 3),), "needs the axes of '...'"),
        ("...i,...i", ((2, 3), (4, 3)), "'...' has lengths 2 and 4"),
    ],
)
def test_a_wrong_equation_is_named_with_the_shapes(equation, shapes, message):
    with pytest.raises(ValueError, match=message):
        sg.einsum(equation, *(sg.ones(shape) for shape in shapes))


def test_operands_are_needed_and_must_be_tensors():
    with pytest.raises(ValueError, match="at least one operand"):
        sg.einsum("i")
    with pytest.raises(TypeError, match="expected a tensor"):
        sg.einsum("i", "x")
