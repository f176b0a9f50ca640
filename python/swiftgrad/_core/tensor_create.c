/* asarray, array, from_numpy, from_dlpack: tensors from what Python has. */
#include "core.h"

static PyObject *numpy;
static PyObject *numpy_generic;
static int32_t astype_index, clone_index;

PyObject *numpy_module(void) {
    if (!numpy) numpy = PyImport_ImportModule("numpy");
    return numpy;
}

int is_numpy_scalar(PyObject *object) {
    if (!numpy_generic) {
        PyObject *name = PyUnicode_FromString("numpy");
        PyObject *module = name ? PyImport_GetModule(name) : NULL;
        Py_XDECREF(name);
        numpy_generic = module ? PyObject_GetAttrString(module, "generic") : NULL;
        Py_XDECREF(module);
        if (!numpy_generic) {
            PyErr_Clear();
            return 0;
        }
    }
    return PyObject_IsInstance(object, numpy_generic);
}

PyObject *tensor_empty(int32_t dtype, int32_t rank, const int64_t *shape) {
    swiftgrad_buffer buffer = {.dtype = dtype, .rank = rank};
    if (rank) memcpy(buffer.shape, shape, (size_t)rank * sizeof *shape);
    swiftgrad_object handle;
    int32_t status = swiftgrad_tensor_empty(&buffer, &handle);
    return status == SWIFTGRAD_OK ? tensor_wrap(handle) : raise_status(status);
}

static PyObject *tensor_from_number(int32_t dtype, const void *bytes) {
    PyObject *tensor = tensor_empty(dtype, 0, NULL);
    if (!tensor) return NULL;
    swiftgrad_buffer buffer;
    swiftgrad_tensor_buffer(tensor_handle(tensor), &buffer);
    memcpy(buffer.data, bytes, (size_t)dtype_table[dtype].itemsize);
    return tensor;
}

/* Whether the numbers in nested lists are Python's own, which have no dtype; the first one tells. The items are read
   past any __getitem__ of a subclass, so that the lists hold them, and no deeper than arrays go. */
static bool plain_numbers(PyObject *object) {
    for (int depth = 0; depth <= SWIFTGRAD_MAX_RANK && (PyList_Check(object) || PyTuple_Check(object)); depth++) {
        PyObject *first = PyList_Check(object) ? PyList_GetItem(object, 0) : PyTuple_GetItem(object, 0);
        if (!first) {
            PyErr_Clear();
            return true;
        }
        object = first;
    }
    PyObject *dtype = PyObject_GetAttrString(object, "dtype");
    if (!dtype) PyErr_Clear();
    Py_XDECREF(dtype);
    return !dtype;
}

static PyObject *tensor_from_nested(PyObject *object, bool keep_double) {
    if (!numpy_module()) return NULL;
    PyObject *array = PyObject_CallMethod(numpy, "asarray", "(O)", object);
    if (array && !keep_double && plain_numbers(object)) {
        PyObject *dtype = PyObject_GetAttrString(array, "dtype");
        int32_t code = dtype ? dtype_from_object(dtype) : -1;
        Py_XDECREF(dtype);
        if (code < 0) PyErr_Clear();
        if (code == SWIFTGRAD_FLOAT64) {
            PyObject *single = PyObject_CallMethod(array, "astype", "s", "float32");
            Py_DECREF(array);
            array = single;
        }
    }
    PyObject *tensor = array ? tensor_from_exporter(array) : NULL;
    Py_XDECREF(array);
    return tensor;
}

/* `fresh`: the memory has no other user. */
static PyObject *tensor_from_anything(PyObject *object, bool keep_double, bool *fresh) {
    *fresh = false;
    if (is_tensor(object)) return Py_NewRef(object);
    *fresh = true;
    if (PyFloat_CheckExact(object)) {
        double wide = PyFloat_AsDouble(object);
        float single = (float)wide;
        return keep_double ? tensor_from_number(SWIFTGRAD_FLOAT64, &wide)
                           : tensor_from_number(SWIFTGRAD_FLOAT32, &single);
    }
    if (PyBool_Check(object)) return tensor_from_number(SWIFTGRAD_BOOL, object == Py_True ? "\1" : "\0");
    if (PyLong_CheckExact(object)) {
        swiftgrad_value value;
        return value_from_integer(object, &value) < 0 ? NULL : tensor_from_number(SWIFTGRAD_INT64, &value.integer);
    }
    int scalar = is_numpy_scalar(object);
    if (scalar < 0) return NULL;
    if (!scalar && is_exporter(object)) {
        *fresh = false;
        return tensor_from_exporter(object);
    }
    return tensor_from_nested(object, keep_double);
}

PyObject *tensor_from_python(PyObject *object) {
    bool fresh;
    return tensor_from_anything(object, false, &fresh);
}

static PyObject *need(int32_t index, const char *what) {
    if (index < 0) PyErr_Format(PyExc_NotImplementedError, "this library was built without %s", what);
    return NULL;
}

PyObject *tensor_astype(PyObject *tensor, int32_t dtype) {
    if (astype_index < 0) return need(astype_index, "astype");
    PyObject *args[2] = {tensor, dtype_object(dtype)};
    if (!args[1]) return NULL;
    PyObject *result = call_function(astype_index, NULL, args, 2, NULL);
    Py_DECREF(args[1]);
    return result;
}

PyObject *tensor_clone(PyObject *tensor) {
    if (clone_index < 0) return need(clone_index, "copy");
    return call_function(clone_index, NULL, &tensor, 1, NULL);
}

typedef enum { COPY_NEVER, COPY_IF_NEEDED, COPY_ALWAYS } copy_mode;

/* Each step takes over the tensor it is given. */
static PyObject *convert_dtype(PyObject *tensor, int32_t dtype, copy_mode copy, bool *fresh) {
    swiftgrad_buffer buffer;
    swiftgrad_tensor_buffer(tensor_handle(tensor), &buffer);
    if (dtype < 0 || buffer.dtype == dtype) return tensor;
    PyObject *converted = NULL;
    if (copy == COPY_NEVER)
        PyErr_Format(PyExc_ValueError, "cannot convert %s to %s without a copy", dtype_table[buffer.dtype].name,
                     dtype_table[dtype].name);
    else converted = tensor_astype(tensor, dtype);
    *fresh = true;
    Py_DECREF(tensor);
    return converted;
}

static PyObject *replace(PyObject *tensor, PyObject *successor) {
    Py_DECREF(tensor);
    return successor;
}

static PyObject *create(PyObject *object, PyObject *dtype_argument, copy_mode copy, bool requires_grad) {
    int32_t dtype = dtype_argument == Py_None ? -1 : dtype_from_object(dtype_argument);
    if (dtype < 0 && dtype_argument != Py_None) return NULL;
    bool fresh;
    PyObject *tensor = tensor_from_anything(object, dtype >= 0, &fresh);
    if (tensor && copy == COPY_NEVER && fresh) {
        Py_DECREF(tensor);
        PyErr_Format(PyExc_ValueError, "a tensor from %R needs a copy", (PyObject *)Py_TYPE(object));
        return NULL;
    }
    if (tensor && copy == COPY_ALWAYS && tensor == object) tensor = replace(tensor, tensor_alias(tensor));
    if (tensor) tensor = convert_dtype(tensor, dtype, copy, &fresh);
    if (tensor && copy == COPY_ALWAYS && !fresh) tensor = replace(tensor, tensor_clone(tensor));
    if (!tensor || !requires_grad) return tensor;
    int already = tensor_requires_grad(tensor);
    if (already > 0) return tensor;
    if (already == 0 && tensor == object) tensor = replace(tensor, tensor_alias(tensor));
    if (already < 0 || !tensor || tensor_set_requires_grad(tensor, true) < 0) Py_CLEAR(tensor);
    return tensor;
}

static PyObject *asarray(PyObject *module, PyObject *args, PyObject *names) {
    (void)module;
    static char *keywords[] = {"obj", "dtype", "copy", "requires_grad", NULL};
    PyObject *object, *dtype = Py_None, *copy = Py_None;
    int requires_grad = 0;
    if (!PyArg_ParseTupleAndKeywords(args, names, "O|OO$p:asarray", keywords, &object, &dtype, &copy, &requires_grad))
        return NULL;
    int truth = copy == Py_None ? 0 : PyObject_IsTrue(copy);
    if (truth < 0) return NULL;
    copy_mode mode = copy == Py_None ? COPY_IF_NEEDED : truth ? COPY_ALWAYS : COPY_NEVER;
    return create(object, dtype, mode, requires_grad);
}

static PyObject *array(PyObject *module, PyObject *args, PyObject *names) {
    (void)module;
    static char *keywords[] = {"obj", "dtype", "requires_grad", NULL};
    PyObject *object, *dtype = Py_None;
    int requires_grad = 0;
    if (!PyArg_ParseTupleAndKeywords(args, names, "O|O$p:array", keywords, &object, &dtype, &requires_grad))
        return NULL;
    return create(object, dtype, COPY_ALWAYS, requires_grad);
}

static PyObject *from_numpy(PyObject *module, PyObject *object) {
    (void)module;
    if (PyObject_CheckBuffer(object) && !PyBytes_Check(object)) return tensor_from_exporter(object);
    PyErr_Format(PyExc_TypeError, "from_numpy() needs an array, not %R; use asarray()", (PyObject *)Py_TYPE(object));
    return NULL;
}

static PyObject *from_dlpack(PyObject *module, PyObject *object) {
    (void)module;
    return is_tensor(object) ? tensor_alias(object) : tensor_from_dlpack(object);
}

static PyMethodDef module_functions[] = {
    {"asarray", (PyCFunction)(void (*)(void))asarray, METH_VARARGS | METH_KEYWORDS,
     "asarray($module, /, obj, dtype=None, copy=None, *, requires_grad=False)\n--\n\n"
     "A tensor of an array, a number or nested lists. Arrays (the buffer protocol, DLPack, __array__) are shared\n"
     "unless the dtype changes; copy=True always copies, copy=False raises ValueError where a copy is needed. Python floats\n"
     "become float32, ints int64."},
    {"array", (PyCFunction)(void (*)(void))array, METH_VARARGS | METH_KEYWORDS,
     "array($module, /, obj, dtype=None, *, requires_grad=False)\n--\n\nLike asarray, with memory of its own."},
    {"tensor", (PyCFunction)(void (*)(void))array, METH_VARARGS | METH_KEYWORDS,
     "tensor($module, /, obj, dtype=None, *, requires_grad=False)\n--\n\nPyTorch's name for array."},
    {"from_numpy", from_numpy, METH_O,
     "from_numpy($module, array, /)\n--\n\n"
     "A tensor that shares the array's memory, strides and all; read-only if the array is. Arrays of the other byte\n"
     "order, misaligned ones and dtypes that tensors do not have raise TypeError."},
    {"from_dlpack", from_dlpack, METH_O,
     "from_dlpack($module, x, /)\n--\n\nA tensor that shares the memory of anything with __dlpack__."},
    {NULL, NULL, 0, NULL},
};

int tensor_create_init(PyObject *module) {
    astype_index = function_find("astype");
    clone_index = function_find("copy");
    return PyModule_AddFunctions(module, module_functions);
}
