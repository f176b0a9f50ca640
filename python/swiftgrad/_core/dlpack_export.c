/* Tensor.__dlpack__: a description of a tensor's memory that keeps the memory alive until it is deleted, by its
 * consumer, on any thread, or with its capsule if nobody consumed it. */
#include "core.h"
#include "dlpack_abi.h"

typedef struct {
    union {
        dlpack_legacy legacy;
        dlpack_versioned versioned;
    };
    swiftgrad_object handle;
    bool lent;
    int64_t extents[];
} shared;

static void drop(shared *s) {
    if (s->lent) swiftgrad_tensor_return(s->handle);
    swiftgrad_release(s->handle);
    free(s);
}

/* A consumer may call this without the GIL, also in the middle of a callback, whose thread had it. */
static void drop_anywhere(shared *s) {
    bool outer_holds = thread_holds_gil;
    thread_holds_gil = false;
    drop(s);
    thread_holds_gil = outer_holds;
}

static void delete_legacy(dlpack_legacy *self) { drop_anywhere(self->context); }
static void delete_versioned(dlpack_versioned *self) { drop_anywhere(self->context); }

static void capsule_destroyed(PyObject *capsule) {
    bool legacy = PyCapsule_IsValid(capsule, "dltensor");
    if (!legacy && !PyCapsule_IsValid(capsule, "dltensor_versioned")) return; /* consumed */
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    void *pointer = PyCapsule_GetPointer(capsule, legacy ? "dltensor" : "dltensor_versioned");
    library_scope scope = library_enter(false);
    drop(legacy ? ((dlpack_legacy *)pointer)->context : ((dlpack_versioned *)pointer)->context);
    library_leave(scope);
    PyErr_Restore(type, value, traceback);
}

static dlpack_tensor describe_shared(shared *s, const swiftgrad_buffer *buffer) {
    const dtype_traits *traits = &dtype_table[buffer->dtype];
    int64_t *strides = s->extents + buffer->rank;
    for (int32_t i = 0; i < buffer->rank; i++) {
        s->extents[i] = buffer->shape[i];
        strides[i] = buffer->strides[i] / traits->itemsize;
    }
    return (dlpack_tensor){
        .data = buffer->data,
        .device = {DLPACK_CPU, 0},
        .ndim = buffer->rank,
        .dtype = {traits->dlpack_code, (uint8_t)(traits->itemsize * 8), 1},
        .shape = s->extents,
        .strides = strides,
    };
}

static PyObject *export_tensor(PyObject *tensor, bool versioned, bool copied) {
    swiftgrad_object handle = tensor_handle(tensor);
    swiftgrad_buffer buffer;
    swiftgrad_tensor_buffer(handle, &buffer);
    if (buffer.readonly && !versioned) {
        PyErr_SetString(PyExc_BufferError, "read-only memory needs DLPack 1.0: pass max_version=(1, 0)");
        return NULL;
    }
    shared *s = malloc(sizeof(shared) + 2 * (size_t)(buffer.rank + 1) * sizeof(int64_t));
    if (!s) return PyErr_NoMemory();
    dlpack_tensor description = describe_shared(s, &buffer);
    uint64_t flags = (buffer.readonly ? DLPACK_READ_ONLY : 0) | (copied ? DLPACK_COPIED : 0);
    if (versioned)
        s->versioned = (dlpack_versioned){DLPACK_MAJOR, DLPACK_MINOR, s, delete_versioned, flags, description};
    else s->legacy = (dlpack_legacy){description, s, delete_legacy};
    s->handle = handle;
    s->lent = !buffer.readonly;
    PyObject *capsule = PyCapsule_New(s, versioned ? "dltensor_versioned" : "dltensor", capsule_destroyed);
    if (!capsule) {
        free(s);
        return NULL;
    }
    swiftgrad_retain(handle);
    if (s->lent) swiftgrad_tensor_lend(handle);
    return capsule;
}

static int check_request(PyObject *stream, PyObject *device) {
    if (stream != Py_None) {
        PyErr_SetString(PyExc_BufferError, "stream must be None: tensors are in main memory");
        return -1;
    }
    if (device == Py_None) return 0;
    int type, number;
    if (!PyTuple_Check(device) || !PyArg_ParseTuple(device, "ii:dl_device", &type, &number)) {
        if (!PyErr_Occurred()) PyErr_SetString(PyExc_TypeError, "dl_device must be a tuple of two ints");
        return -1;
    }
    if (type == DLPACK_CPU && number == 0) return 0;
    PyErr_SetString(PyExc_BufferError, "tensors are in main memory: dl_device must be (1, 0)");
    return -1;
}

PyObject *tensor_dlpack(PyObject *self, PyObject *args, PyObject *names) {
    static char *keywords[] = {"stream", "max_version", "dl_device", "copy", NULL};
    PyObject *stream = Py_None, *version = Py_None, *device = Py_None, *copy = Py_None;
    if (!PyArg_ParseTupleAndKeywords(args, names, "|$OOOO:__dlpack__", keywords, &stream, &version, &device, &copy))
        return NULL;
    int major = 0, minor = 0;
    if (version != Py_None) {
        if (!PyTuple_Check(version)) {
            PyErr_SetString(PyExc_TypeError, "max_version must be a tuple of two ints or None");
            return NULL;
        }
        if (!PyArg_ParseTuple(version, "ii:max_version", &major, &minor)) return NULL;
    }
    if (check_request(stream, device) < 0 || refuse_if_requires_grad(self, PyExc_BufferError) < 0) return NULL;
    int copied = copy == Py_None ? 0 : PyObject_IsTrue(copy);
    if (copied < 0) return NULL;
    PyObject *source = copied ? tensor_clone(self) : Py_NewRef(self);
    PyObject *capsule = source ? export_tensor(source, major >= 1, copied) : NULL;
    Py_XDECREF(source);
    return capsule;
}

PyObject *tensor_dlpack_device(PyObject *self, PyObject *ignored) {
    (void)self;
    (void)ignored;
    return Py_BuildValue("(ii)", DLPACK_CPU, 0);
}
