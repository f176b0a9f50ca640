"""Memory shared with NumPy: whose it is, how long it lives, who may write, and what is refused."""

import array
import gc
import hashlib
import sys
import threading
import weakref

import numpy as np
import pytest
import swiftgrad as sg

DTYPES = [
    "bool",
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "float16",
    "float32",
    "float64",
]


def address(a: np.ndarray) -> int:
    return a.__array_interface__["data"][0]


@pytest.mark.parametrize("dtype", DTYPES)
@pytest.mark.parametrize("make", [sg.from_numpy, sg.asarray, sg.from_dlpack])
def test_array_is_shared(dtype, make):
    if (make, dtype) == (sg.from_dlpack, "bool") and np.lib.NumpyVersion(np.__version__) < "1.25.0":
        pytest.skip("this NumPy does not export bool through DLPack")
    a = np.arange(6).astype(dtype).reshape(2, 3)
    t = make(a)
    assert (t.shape, t.strides, t.dtype) == (a.shape, a.strides, dtype)
    assert t.data_ptr() == address(a)
    a[1, 2] = 0
    assert t.tolist() == a.tolist()


@pytest.mark.parametrize("dtype", DTYPES)
def test_tensor_is_shared(dtype):
    t = sg.asarray(np.arange(6).astype(dtype).reshape(2, 3), copy=True)
    for b in (np.asarray(t), np.array(t, copy=False) if np.__version__ >= "2" else np.asarray(t), t.numpy()):
        assert address(b) == t.data_ptr()
        assert b.dtype == dtype and b.flags.writeable
    b[0, 0] = 1
    assert t[0, 0].item() == 1


@pytest.mark.parametrize(
    "view",
    [
        lambda a: a[::-1],
        lambda a: a[:, ::-2],
        lambda a: a.T,
        lambda a: a[1:, 2:],
        lambda a: a[:, 1],
        lambda a: a[0, 0, ...],
        lambda a: np.broadcast_to(a, (3, *a.shape)),
        lambda a: a[:0],
        lambda a: np.lib.stride_tricks.sliding_window_view(a, 2, axis=1),
    ],
)
def test_strides_are_kept(view):
    a = view(np.arange(24, dtype=np.float32).reshape(4, 6))
    t = sg.from_numpy(a)
    np.testing.assert_array_equal(np.asarray(t), a)
    np.testing.assert_array_equal(np.asarray(t + 1), a + 1)
    if a.size:
        assert t.strides == np.asarray(t).strides == a.strides
        assert t.data_ptr() == address(np.asarray(t)) == address(a)


def test_zero_dimensional():
    a = np.array(3.5)
    t = sg.from_numpy(a)
    assert t.shape == () and t.item() == 3.5
    a[()] = 4
    assert t.item() == 4 and np.asarray(t).shape == ()


def test_array_dies_first():
    a = np.arange(1000.0)
    died = weakref.ref(a)
    t = sg.from_numpy(a)
    view = t[10:20]
    del a, t
    gc.collect()
    assert died() is not None
    assert view.tolist() == list(map(float, range(10, 20)))
    del view
    gc.collect()
    assert died() is None


def test_tensor_dies_first():
    t = sg.asarray(np.arange(1000.0), copy=True)
    b = np.asarray(t)[5:8]
    del t
    gc.collect()
    sg.asarray(np.zeros(1000), copy=True)
    assert b.tolist() == [5, 6, 7]


def test_round_trip_keeps_the_first_owner():
    a = np.arange(4.0)
    b = np.asarray(sg.from_numpy(a))
    assert np.shares_memory(a, b)
    died = weakref.ref(a)
    del a
    b[0] = 9
    assert b[0] == 9 and died() is not None
    del b
    gc.collect()
    assert died() is None


def test_tensor_kept_by_the_tape_keeps_the_array():
    a = np.full(4, 3.0)
    w = sg.asarray([1.0, 2.0, 3.0, 4.0], dtype="float64", requires_grad=True)
    y = (w * sg.from_numpy(a)).sum()
    died = weakref.ref(a)
    del a
    gc.collect()
    y.backward()
    assert w.grad.tolist() == [3.0] * 4
    del y
    gc.collect()
    assert died() is None


def test_read_only_stays_read_only():
    a = np.arange(4.0)
    a.flags.writeable = False
    t = sg.from_numpy(a)
    assert t.readonly
    assert not np.asarray(t).flags.writeable
    for write in (lambda: t.__setitem__(0, 1.0), lambda: t.__iadd__(1.0)):
        with pytest.raises((ValueError, RuntimeError), match="read-only"):
            write()
    assert a.tolist() == [0, 1, 2, 3]
    with pytest.raises(TypeError, match="read-only"):
        memoryview(t)[0] = 1.0


@pytest.mark.parametrize("source", [bytearray(b"abc"), memoryview(b"abc"), array.array("i", [1, 2, 3])])
def test_other_exporters(source):
    t = sg.asarray(source)
    assert t.tolist() == list(memoryview(source))


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: np.arange(3.0).astype(">f8"), [">f8", "order"]),
        (lambda: np.arange(3).astype(">i2"), [">i2"]),
        (lambda: np.frombuffer(b"\0" * 17, np.uint8)[1:].view(np.float64), ["float64", "misaligned"]),
        (lambda: np.zeros(3, [("a", "u1"), ("x", "<f8")])["x"], ["misaligned"]),
        (lambda: np.zeros(3, np.complex64), ["complex64"]),
        (lambda: np.zeros(3, np.longdouble), [str(np.dtype(np.longdouble))]),
        (lambda: np.zeros(3, "datetime64[s]"), ["datetime64"]),
        (lambda: np.array(["a", "b"]), ["<U1"]),
        (lambda: np.array([object()]), ["object"]),
        (lambda: np.zeros(2, "f4,i4"), ["f0"]),
    ],
)
@pytest.mark.parametrize("use", [sg.from_numpy, sg.asarray, lambda a: sg.zeros(3) + a])
def test_refused_arrays(make, words, use):
    a = make()
    with pytest.raises(TypeError) as failure:
        use(a)
    for word in words:
        assert word in str(failure.value)


def test_big_endian_single_bytes_are_fine():
    assert sg.from_numpy(np.arange(3, dtype=">i1")).tolist() == [0, 1, 2]


def test_requires_grad_is_not_handed_out():
    x = sg.asarray([1.0, 2.0], requires_grad=True)
    for get in (np.asarray, lambda t: t.numpy(), lambda t: t.__array__()):
        with pytest.raises(RuntimeError, match="detach"):
            get(x)
    for get in (memoryview, lambda t: t.__dlpack__()):
        with pytest.raises(BufferError, match="detach"):
            get(x)
    np.asarray(x.detach())[0] = 5
    assert x[0].item() == 5


def test_write_through_numpy_to_a_saved_tensor_is_found():
    a = np.array([1.0, 2.0, 3.0])
    x = sg.asarray([1.0, 1.0, 1.0], dtype="float64", requires_grad=True)
    y = (x * sg.from_numpy(a)).sum()
    a[1] = 7
    with pytest.raises(RuntimeError, match="multiply"):
        y.backward()


def test_write_through_an_exported_buffer_is_found():
    s = sg.asarray([1.0, 2.0, 3.0])
    view = np.asarray(s)
    x = sg.asarray([1.0, 1.0, 1.0], requires_grad=True)
    y = (x * s).sum()
    view[0] = 8
    with pytest.raises(RuntimeError):
        y.backward()


def test_write_in_place_to_a_saved_tensor_is_found():
    s = sg.asarray([1.0, 2.0, 3.0])
    x = sg.asarray([1.0, 1.0, 1.0], requires_grad=True)
    y = (x * s).sum()
    s += 1
    with pytest.raises(RuntimeError):
        y.backward()


def test_bfloat16_becomes_float32():
    t = sg.asarray([1.0, 2.5]).astype(sg.bfloat16)
    assert np.asarray(t).dtype == np.float32 and np.asarray(t).tolist() == [1, 2.5]
    with pytest.raises(BufferError, match="bfloat16"):
        memoryview(t)
    with pytest.raises(ValueError, match="copy"):
        t.__array__(copy=False)


def test_bfloat16_arrays_are_shared():
    ml_dtypes = pytest.importorskip("ml_dtypes")
    a = np.array([1.0, 2.5], ml_dtypes.bfloat16)
    t = sg.from_numpy(a)
    assert t.dtype == sg.bfloat16 and t.data_ptr() == address(a) and t.tolist() == [1, 2.5]


def test_array_method_follows_numpy_2():
    t = sg.asarray([1.0, 2.0])
    assert address(t.__array__()) == t.data_ptr()
    assert address(t.__array__(copy=True)) != t.data_ptr()
    assert t.__array__(np.float64).dtype == np.float64
    with pytest.raises(ValueError):
        t.__array__(np.float64, copy=False)
    assert np.array(t, dtype=np.int64).tolist() == [1, 2]


def test_memoryview_flags():
    t = sg.asarray(np.arange(6.0).reshape(2, 3), copy=True)
    assert memoryview(t).shape == (2, 3) and memoryview(t).format == "d"
    assert bytes(memoryview(t)) == np.asarray(t).tobytes()
    with pytest.raises(BufferError, match="contiguous"):
        hashlib.md5(t.T)  # asks for contiguous bytes
    assert memoryview(t.T).f_contiguous


def test_copies_on_request():
    a = np.arange(3.0)
    assert sg.array(a).data_ptr() != address(a)
    assert sg.asarray(a, copy=True).data_ptr() != address(a)
    assert sg.asarray(a, dtype="float64", copy=False).data_ptr() == address(a)
    assert sg.asarray(a, dtype="float32").dtype == sg.float32
    with pytest.raises(ValueError, match="copy"):
        sg.asarray(a, dtype="float32", copy=False)
    with pytest.raises(ValueError, match="copy"):
        sg.asarray([1.0], copy=False)


def test_released_by_a_thread():
    """Tensors dropped in threads, while other threads compute without the GIL, release their arrays."""
    refs = []

    def work(n):
        for _ in range(20):
            a = np.full((200, 200), float(n))
            refs.append(weakref.ref(a))
            t = sg.from_numpy(a)
            del a
            for _ in range(3):
                t = t @ t * 1e-3

    threads = [threading.Thread(target=work, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    sg.zeros(1) + 1  # drains what was put off
    gc.collect()
    assert all(ref() is None for ref in refs)


def test_reference_counts():
    a = np.arange(10.0)
    before = sys.getrefcount(a)
    for _ in range(100):
        t = sg.from_numpy(a)
        np.asarray(t)
        np.asarray(t[2:])
        t + a
        a + t
        sg.from_dlpack(a)
        sg.asarray(a).sum()
        with pytest.raises(ValueError):
            t + np.zeros(7)
    del t
    gc.collect()
    assert sys.getrefcount(a) == before


def test_a_broadcast_view_is_read_only_in_numpy() -> None:
    repeated = np.asarray(sg.broadcast_to(sg.ones(3), (4, 3)))
    assert repeated.strides == (0, 4)
    with pytest.raises(ValueError, match="read-only"):
        repeated[0, 0] = 2
