"""DLPack both ways, old capsules and new ones, consumed or not."""

import gc
import weakref

import numpy as np
import pytest
import swiftgrad as sg


class Exporter:
    """An array behind DLPack alone, of the old protocol or the new one."""

    def __init__(self, a, versioned):
        self.a = a
        self.versioned = versioned

    def __dlpack_device__(self):
        return self.a.__dlpack_device__()

    def __dlpack__(self, **options):
        if not self.versioned and options:
            raise TypeError("unexpected keyword arguments")
        return self.a.__dlpack__(**options)


@pytest.mark.parametrize("versioned", [False, True])
def test_import_shares_and_owns(versioned):
    a = np.arange(12, dtype=np.float32).reshape(3, 4).copy()
    t = sg.from_dlpack(Exporter(a[:, ::-1], versioned))
    assert t.strides == (16, -4)
    assert t.data_ptr() == a[:, ::-1].__array_interface__["data"][0]
    died = weakref.ref(a)
    del a
    gc.collect()
    assert died() is not None and t[0].tolist() == [3, 2, 1, 0]
    del t
    gc.collect()
    assert died() is None


def test_export_to_numpy_shares():
    t = sg.asarray(np.arange(6.0).reshape(2, 3), copy=True)
    a = np.from_dlpack(t.T)
    assert a.__array_interface__["data"][0] == t.data_ptr() and a.strides == (8, 24)
    del t
    gc.collect()
    assert a.tolist() == [[0, 3], [1, 4], [2, 5]]


@pytest.mark.parametrize("dtype", ["bool", "int8", "uint16", "int64", "float16", "bfloat16", "float32", "float64"])
@pytest.mark.parametrize("options", [{}, {"max_version": (1, 0)}, {"max_version": (0, 8)}, {"dl_device": (1, 0)}])
def test_round_trip(dtype, options):
    t = sg.asarray([0, 1, 1]).astype(dtype)
    s = sg.from_dlpack(t.__dlpack__(**options))
    assert (s.dtype, s.data_ptr()) == (t.dtype, t.data_ptr())
    assert s.tolist() == t.tolist()


def test_unconsumed_capsules_release_the_tensor():
    a = np.arange(3.0)
    died = weakref.ref(a)
    t = sg.from_numpy(a)
    capsules = [t.__dlpack__(), t.__dlpack__(max_version=(1, 0))]
    del a, t
    gc.collect()
    assert died() is not None
    capsules.clear()
    gc.collect()
    assert died() is None


def test_a_capsule_is_consumed_once():
    capsule = sg.asarray([1.0]).__dlpack__()
    sg.from_dlpack(capsule)
    with pytest.raises(ValueError, match="capsule"):
        sg.from_dlpack(capsule)


def test_read_only():
    a = np.arange(3.0)
    a.flags.writeable = False
    t = sg.from_numpy(a)
    with pytest.raises(BufferError, match="read-only"):
        t.__dlpack__()
    assert sg.from_dlpack(t.__dlpack__(max_version=(1, 0))).readonly


def test_copy():
    t = sg.asarray([1.0, 2.0])
    assert sg.from_dlpack(t.__dlpack__(copy=True)).data_ptr() != t.data_ptr()
    assert sg.from_dlpack(t.__dlpack__(copy=False)).data_ptr() == t.data_ptr()


@pytest.mark.parametrize(
    ("options", "error"),
    [
        ({"stream": 1}, BufferError),
        ({"dl_device": (2, 0)}, BufferError),
        ({"dl_device": "cpu"}, TypeError),
        ({"max_version": 1}, TypeError),
        ({"max_version": ("a", 0)}, TypeError),
        ({"nonsense": 1}, TypeError),
    ],
)
def test_bad_requests(options, error):
    with pytest.raises(error):
        sg.asarray([1.0]).__dlpack__(**options)


def test_bad_producers():
    class Elsewhere:
        def __dlpack_device__(self):
            return (2, 0)

        def __dlpack__(self, **options):
            raise AssertionError

    class Nonsense:
        def __dlpack_device__(self):
            return (1, 0)

        def __dlpack__(self, **options):
            return 3

    with pytest.raises(BufferError, match="memory"):
        sg.from_dlpack(Elsewhere())
    with pytest.raises(ValueError, match="capsule"):
        sg.from_dlpack(Nonsense())
    for thing in (3, "a", None, [1.0]):
        with pytest.raises(TypeError, match="__dlpack__"):
            sg.from_dlpack(thing)
    with pytest.raises(TypeError, match="dtype"):
        sg.from_dlpack(np.zeros(2, np.complex64))


def test_operands_and_arguments_through_dlpack():
    a = Exporter(np.arange(3.0), True)
    assert (sg.zeros(3, dtype="float64") + a).tolist() == [0, 1, 2]
    assert sg.sum(a).item() == 3
    assert sg.asarray(a).data_ptr() == a.a.__array_interface__["data"][0]


def test_write_through_dlpack_is_found():
    s = sg.asarray([1.0, 2.0, 3.0])
    x = sg.asarray([1.0, 1.0, 1.0], requires_grad=True)
    view = np.from_dlpack(s)
    y = (x * s).sum()
    if not view.flags.writeable:
        pytest.skip("this NumPy imports DLPack read-only")
    view[0] = 8
    with pytest.raises(RuntimeError):
        y.backward()
