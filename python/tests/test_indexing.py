"""Indexing against NumPy: basic, by arrays, by masks, mixed; assignment; iteration; what is no index."""

import numpy as np
import pytest
import swiftgrad as sg
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

ARRAYS = hnp.array_shapes(min_dims=1, max_dims=4, max_side=5)


@settings(max_examples=300)
@given(st.data())
def test_basic_indexing_is_numpys(data):
    shape = data.draw(ARRAYS)
    a = np.arange(np.prod(shape), dtype=np.float32).reshape(shape)
    key = data.draw(hnp.basic_indices(shape, allow_newaxis=True, allow_ellipsis=True))
    t = sg.from_numpy(a)
    expected = a[key]
    got = t[key]
    assert got.shape == np.shape(expected)
    np.testing.assert_array_equal(np.asarray(got), expected)
    if got.size:
        assert np.shares_memory(np.asarray(got), a)
    value = np.float32(-1)
    b = a.copy()
    b[key] = value
    s = sg.array(a)
    s[key] = -1.0
    np.testing.assert_array_equal(np.asarray(s), b)


@settings(max_examples=200)
@given(st.data())
def test_integer_array_indexing_is_numpys(data):
    shape = data.draw(ARRAYS)
    a = np.arange(np.prod(shape), dtype=np.float64).reshape(shape)
    key = data.draw(hnp.integer_array_indices(shape, result_shape=hnp.array_shapes(max_dims=2, max_side=4)))
    np.testing.assert_array_equal(np.asarray(sg.from_numpy(a)[key]), a[key])
    as_tensors = tuple(sg.from_numpy(k) for k in key)
    np.testing.assert_array_equal(np.asarray(sg.from_numpy(a)[as_tensors]), a[key])


@settings(max_examples=150)
@given(st.data())
def test_mixed_indexing_is_numpys(data):
    a = np.arange(120).reshape(2, 3, 4, 5)
    parts = []
    used = 0
    for length in a.shape[: data.draw(st.integers(1, 4))]:
        index = st.integers(-length, length - 1)
        kinds = [st.slices(length), index]
        if used < 2:
            kinds.append(st.lists(index, min_size=2, max_size=2))
        part = data.draw(st.one_of(kinds))
        used += isinstance(part, list)
        parts += [None, part] if data.draw(st.booleans()) else [part]
    key = tuple(parts)
    np.testing.assert_array_equal(np.asarray(sg.from_numpy(a)[key]), a[key])
    b, s = a.copy(), sg.array(a)
    b[key] = 7
    s[key] = 7
    np.testing.assert_array_equal(np.asarray(s), b)


@settings(max_examples=100)
@given(st.data())
def test_boolean_indexing_is_numpys(data):
    shape = data.draw(ARRAYS)
    a = np.arange(np.prod(shape), dtype=np.int32).reshape(shape)
    mask = data.draw(hnp.arrays(bool, shape[: data.draw(st.integers(1, len(shape)))]))
    t = sg.array(a)
    np.testing.assert_array_equal(np.asarray(t[mask]), a[mask])
    np.testing.assert_array_equal(np.asarray(t[sg.from_numpy(mask)]), a[mask])
    t[mask] = -5
    a[mask] = -5
    np.testing.assert_array_equal(np.asarray(t), a)


def test_index_kinds():
    a = np.arange(10)
    t = sg.from_numpy(a)
    for key in (
        np.int8(3),
        np.array(2),
        sg.asarray(4),
        [1, 2],
        [],
        [True] * 10,
        np.array([0, 5], np.int16),
        slice(None, None, -3),
    ):
        np.testing.assert_array_equal(np.asarray(t[key]), a[np.asarray(key) if isinstance(key, sg.Tensor) else key])
    assert t[True].shape == (1, 10) and t[np.bool_(False)].shape == (0, 10)
    assert t[-(10**30) : 10**30].shape == (10,)
    assert t[...].shape == (10,) and t[None, ..., None].shape == (1, 10, 1) and t[()].shape == (10,)


@pytest.mark.parametrize(
    "key", [10, -11, 10**30, (0, 0), (Ellipsis, Ellipsis), 1.0, "a", [1.0], [10], {}, np.float32(1), [True], 1j]
)
def test_bad_indices(key):
    t = sg.asarray(np.arange(10))
    with pytest.raises(IndexError):
        t[key]
    with pytest.raises(IndexError):
        t[key] = 0
    assert t.tolist() == list(range(10))


def test_assignment():
    t = sg.zeros((2, 3))
    t[0] = [1, 2, 3]
    t[1, 1:] = np.array([5.0, 6.0])
    t[1, 0] = sg.asarray(4.0)
    assert t.tolist() == [[1, 2, 3], [4, 5, 6]]
    with pytest.raises((TypeError, ValueError)):
        t[0] = "abc"
    with pytest.raises(TypeError):
        t[0] = None
    with pytest.raises(ValueError):
        t[0] = [1, 2]
    with pytest.raises(TypeError):
        del t[0]


def test_len_iteration_and_membership():
    t = sg.asarray([[1, 2], [3, 4], [5, 6]])
    assert len(t) == 3 and [row.tolist() for row in t] == [[1, 2], [3, 4], [5, 6]]
    x, y = sg.asarray([1.0, 2.0])
    assert (x.item(), y.item()) == (1, 2)
    assert 4 in t and 7 not in t and "a" not in t
    for use in (len, iter, list):
        with pytest.raises(TypeError, match="0-d"):
            use(sg.asarray(1.0))
