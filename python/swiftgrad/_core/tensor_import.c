/* Memory that comes from outside: a tensor over the buffer of a NumPy array, a memoryview, an array.array, ... */
#include "core.h"

typedef struct {
    deferred work;
    Py_buffer view;
} imported;

static void release_view(deferred *work) {
    imported *owner = (imported *)work;
    PyBuffer_Release(&owner->view);
    PyMem_Free(owner);
}

static void release_imported(void *owner) { defer_or_run(&((imported *)owner)->work); }

/* The dtype of a struct format of one native element; -1 if there is none, -2 if its bytes are in the wrong order. */
static int32_t dtype_of_format(const char *format, Py_ssize_t itemsize) {
    if (!format) format = "B";
    bool swapped = *format == '>' || *format == '!';
    if (*format && strchr("@=<^|>!", *format)) format++;
    if (!format[0] || format[1]) return -1;
    if (swapped && itemsize > 1) return strchr("?bBhHiIlLqQefd", *format) ? -2 : -1;
    static const struct {
        const char *letters;
        int32_t by_size[4]; /* 1, 2, 4, 8 bytes */
    } kinds[] = {
        {"?", {SWIFTGRAD_BOOL, -1, -1, -1}},
        {"bhilqn", {SWIFTGRAD_INT8, SWIFTGRAD_INT16, SWIFTGRAD_INT32, SWIFTGRAD_INT64}},
        {"BHILQN", {SWIFTGRAD_UINT8, SWIFTGRAD_UINT16, SWIFTGRAD_UINT32, SWIFTGRAD_UINT64}},
        {"efd", {-1, SWIFTGRAD_FLOAT16, SWIFTGRAD_FLOAT32, SWIFTGRAD_FLOAT64}},
    };
    int slot = itemsize == 1 ? 0 : itemsize == 2 ? 1 : itemsize == 4 ? 2 : itemsize == 8 ? 3 : -1;
    for (size_t k = 0; slot >= 0 && k < sizeof kinds / sizeof *kinds; k++)
        if (strchr(kinds[k].letters, *format)) return kinds[k].by_size[slot];
    return -1;
}

/* TypeError naming the dtype, for memory that cannot be shared. */
static PyObject *cannot_share(PyObject *object, const char *format, const char *advice) {
    PyErr_Clear();
    PyObject *dtype = PyObject_GetAttrString(object, "dtype");
    if (!dtype) PyErr_Clear();
    if (dtype) PyErr_Format(PyExc_TypeError, "cannot share memory of dtype %S: %s", dtype, advice);
    else if (format) PyErr_Format(PyExc_TypeError, "cannot share memory of format '%s': %s", format, advice);
    else PyErr_Format(PyExc_TypeError, "cannot share memory of %R: %s", (PyObject *)Py_TYPE(object), advice);
    Py_XDECREF(dtype);
    return NULL;
}

static const char no_such_dtype[] =
    "tensors hold bool, int8 to int64, uint8 to uint64, float16, bfloat16, float32 or float64; convert it first, "
    "for example with .astype(np.float32)";

static bool aligned(const Py_buffer *view) {
    if (view->len == 0) return true;
    if ((uintptr_t)view->buf % (uintptr_t)view->itemsize) return false;
    for (int i = 0; i < view->ndim; i++)
        if (view->shape[i] > 1 && view->strides && view->strides[i] % view->itemsize) return false;
    return true;
}

static void describe_view(const Py_buffer *view, int32_t dtype, swiftgrad_buffer *buffer) {
    buffer->data = view->buf;
    buffer->dtype = dtype;
    buffer->rank = view->ndim;
    buffer->readonly = view->readonly;
    int64_t contiguous = view->itemsize;
    for (int i = view->ndim - 1; i >= 0; i--) {
        buffer->shape[i] = view->shape[i];
        buffer->strides[i] = view->strides ? view->strides[i] : contiguous;
        contiguous *= view->shape[i];
    }
}

/* `dtype` is given where the view's format does not tell, else -1. The tensor takes over the owner unless this fails
   with -1. */
static int handle_from_view(PyObject *object, imported *owner, int32_t dtype, swiftgrad_object *handle) {
    const Py_buffer *view = &owner->view;
    if (dtype < 0) dtype = dtype_of_format(view->format, view->itemsize);
    if (dtype == -2)
        cannot_share(object, view->format, "its bytes are in the other order; use .astype(a.dtype.newbyteorder('='))");
    else if (dtype < 0) cannot_share(object, view->format, no_such_dtype);
    else if (!aligned(view)) cannot_share(object, view->format, "it is misaligned; copy it first, np.array(a)");
    else if (view->ndim > SWIFTGRAD_MAX_RANK)
        PyErr_Format(PyExc_ValueError, "a tensor has at most %d axes, not %d", SWIFTGRAD_MAX_RANK, view->ndim);
    else {
        swiftgrad_buffer buffer;
        describe_view(view, dtype, &buffer);
        int32_t status = swiftgrad_tensor_from_buffer(&buffer, owner, release_imported, handle);
        if (status == SWIFTGRAD_OK) return 0;
        raise_status(status);
    }
    return -1;
}

static PyObject *tensor_from_buffer(PyObject *object, int32_t dtype) {
    imported *owner = PyMem_Calloc(1, sizeof(imported));
    if (!owner) return PyErr_NoMemory();
    owner->work.run = release_view;
    if (PyObject_GetBuffer(object, &owner->view, PyBUF_STRIDED | PyBUF_FORMAT) < 0) {
        PyErr_Clear();
        if (PyObject_GetBuffer(object, &owner->view, PyBUF_STRIDED_RO | PyBUF_FORMAT) < 0) {
            PyMem_Free(owner);
            return NULL;
        }
    }
    swiftgrad_object handle;
    if (handle_from_view(object, owner, dtype, &handle) == 0) return tensor_wrap(handle);
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    release_view(&owner->work);
    PyErr_Restore(type, value, traceback);
    return NULL;
}

static bool has_attribute(PyObject *object, const char *name) {
    PyObject *attribute = PyObject_GetAttrString(object, name);
    if (!attribute) PyErr_Clear();
    Py_XDECREF(attribute);
    return attribute != NULL;
}

bool is_exporter(PyObject *object) {
    if (PyType_Check(object)) return false;
    return PyObject_CheckBuffer(object) || has_attribute(object, "__dlpack__") || has_attribute(object, "__array__");
}

static PyObject *tensor_from_array_method(PyObject *object) {
    PyObject *numpy = numpy_module();
    PyObject *array = numpy ? PyObject_CallMethod(numpy, "asarray", "(O)", object) : NULL;
    PyObject *tensor = array ? tensor_from_buffer(array, -1) : NULL;
    if (!tensor && array && !PyErr_ExceptionMatches(PyExc_TypeError)) cannot_share(array, NULL, no_such_dtype);
    Py_XDECREF(array);
    return tensor;
}

/* An array of ml_dtypes' bfloat16, which the buffer protocol cannot name, as an array of uint16; NULL if it is none. */
static PyObject *bits_of_bfloat16(PyObject *object) {
    PyObject *dtype = PyObject_GetAttrString(object, "dtype");
    bool found = dtype && dtype_from_object(dtype) == SWIFTGRAD_BFLOAT16;
    Py_XDECREF(dtype);
    PyObject *bits = found ? PyObject_CallMethod(object, "view", "s", "uint16") : NULL;
    if (!bits) PyErr_Clear();
    return bits;
}

/* Whether the array's memory can be described; NumPy: "cannot include dtype 'M' in a buffer". Clears the error. */
static bool has_format(PyObject *object) {
    Py_buffer view;
    bool found = PyObject_GetBuffer(object, &view, PyBUF_STRIDED_RO | PyBUF_FORMAT) == 0;
    if (found) PyBuffer_Release(&view);
    else PyErr_Clear();
    return found;
}

static PyObject *tensor_from_buffer_exporter(PyObject *object) {
    PyObject *tensor = tensor_from_buffer(object, -1);
    if (tensor || !PyErr_ExceptionMatches(PyExc_ValueError)) return tensor;
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    if (has_format(object) || !has_attribute(object, "dtype")) {
        PyErr_Restore(type, value, traceback);
        return NULL;
    }
    Py_XDECREF(type);
    Py_XDECREF(value);
    Py_XDECREF(traceback);
    PyObject *bits = bits_of_bfloat16(object);
    if (!bits) return cannot_share(object, NULL, no_such_dtype);
    tensor = tensor_from_buffer(bits, SWIFTGRAD_BFLOAT16);
    Py_DECREF(bits);
    return tensor;
}

PyObject *tensor_from_exporter(PyObject *object) {
    if (is_tensor(object)) return Py_NewRef(object);
    if (PyObject_CheckBuffer(object)) return tensor_from_buffer_exporter(object);
    if (has_attribute(object, "__dlpack__")) return tensor_from_dlpack(object);
    if (has_attribute(object, "__array__")) return tensor_from_array_method(object);
    PyErr_Format(PyExc_TypeError, "%R has neither the buffer protocol nor __dlpack__ nor __array__",
                 (PyObject *)Py_TYPE(object));
    return NULL;
}
