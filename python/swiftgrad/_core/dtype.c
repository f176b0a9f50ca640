/* swiftgrad.DType: one object for each element type. */
#include "core.h"

typedef struct {
    PyObject_HEAD
    int32_t code;
} dtype_object_layout;

const dtype_traits dtype_table[DTYPE_COUNT] = {
    [SWIFTGRAD_BOOL] = {"bool", "?", 1, false, 6},
    [SWIFTGRAD_INT8] = {"int8", "b", 1, false, 0},
    [SWIFTGRAD_INT16] = {"int16", "h", 2, false, 0},
    [SWIFTGRAD_INT32] = {"int32", "i", 4, false, 0},
    [SWIFTGRAD_INT64] = {"int64", sizeof(long) == 8 ? "l" : "q", 8, false, 0},
    [SWIFTGRAD_UINT8] = {"uint8", "B", 1, false, 1},
    [SWIFTGRAD_UINT16] = {"uint16", "H", 2, false, 1},
    [SWIFTGRAD_UINT32] = {"uint32", "I", 4, false, 1},
    [SWIFTGRAD_UINT64] = {"uint64", sizeof(long) == 8 ? "L" : "Q", 8, false, 1},
    [SWIFTGRAD_FLOAT16] = {"float16", "e", 2, true, 2},
    [SWIFTGRAD_BFLOAT16] = {"bfloat16", NULL, 2, true, 4},
    [SWIFTGRAD_FLOAT32] = {"float32", "f", 4, true, 2},
    [SWIFTGRAD_FLOAT64] = {"float64", "d", 8, true, 2},
};

static PyTypeObject *dtype_type;
static PyObject *singletons[DTYPE_COUNT];

static int32_t code_of(PyObject *self) { return ((dtype_object_layout *)self)->code; }

PyObject *dtype_object(int32_t code) {
    if (code < 0 || code >= DTYPE_COUNT) {
        PyErr_Format(PyExc_RuntimeError, "unknown dtype number %d", (int)code);
        return NULL;
    }
    return Py_NewRef(singletons[code]);
}

static int32_t code_from_name(const char *name) {
    if (strncmp(name, "swiftgrad.", 10) == 0) name += 10;
    if (strcmp(name, "bool_") == 0) name = "bool";
    if (strcmp(name, "float") == 0) name = "float32";
    if (strcmp(name, "int") == 0) name = "int64";
    for (int32_t code = 0; code < DTYPE_COUNT; code++)
        if (strcmp(dtype_table[code].name, name) == 0) return code;
    return -1;
}

static int32_t code_from_name_object(PyObject *name) {
    const char *text = PyUnicode_AsUTF8AndSize(name, NULL);
    if (!text) PyErr_Clear();
    return text ? code_from_name(text) : -1;
}

/* np.dtype has `name`; np.float32 and Python's float have `__name__`. -1 without an exception if there is none. */
static int32_t code_or_none(PyObject *object) {
    if (Py_TYPE(object) == dtype_type) return code_of(object);
    if (PyUnicode_Check(object)) return code_from_name_object(object);
    PyObject *name = PyObject_GetAttrString(object, PyType_Check(object) ? "__name__" : "name");
    if (!name) {
        PyErr_Clear();
        return -1;
    }
    int32_t code = PyUnicode_Check(name) ? code_from_name_object(name) : -1;
    Py_DECREF(name);
    return code;
}

int32_t dtype_from_object(PyObject *object) {
    int32_t code = code_or_none(object);
    if (code < 0)
        PyErr_Format(PyExc_TypeError,
                     "%R is not a dtype; use bool, int8 to int64, uint8 to uint64, float16, bfloat16, float32 or "
                     "float64",
                     object);
    return code;
}

static PyObject *dtype_repr(PyObject *self) {
    return PyUnicode_FromFormat("swiftgrad.%s", dtype_table[code_of(self)].name);
}

static PyObject *dtype_str(PyObject *self) { return PyUnicode_FromString(dtype_table[code_of(self)].name); }

static Py_hash_t dtype_hash(PyObject *self) {
    PyObject *name = dtype_str(self);
    if (!name) return -1;
    Py_hash_t hash = PyObject_Hash(name);
    Py_DECREF(name);
    return hash;
}

static PyObject *dtype_compare(PyObject *a, PyObject *b, int comparison) {
    if (comparison != Py_EQ && comparison != Py_NE) Py_RETURN_NOTIMPLEMENTED;
    int32_t code = code_or_none(b);
    return PyBool_FromLong((code == code_of(a)) == (comparison == Py_EQ));
}

static PyObject *dtype_get_itemsize(PyObject *self, void *closure) {
    (void)closure;
    return PyLong_FromLong(dtype_table[code_of(self)].itemsize);
}

static PyObject *dtype_get_name(PyObject *self, void *closure) {
    (void)closure;
    return dtype_str(self);
}

static PyObject *dtype_get_floating(PyObject *self, void *closure) {
    (void)closure;
    return PyBool_FromLong(dtype_table[code_of(self)].floating);
}

/* What np.dtype(sg.float32) asks for. */
static PyObject *dtype_get_numpy(PyObject *self, void *closure) {
    (void)closure;
    if (code_of(self) == SWIFTGRAD_BFLOAT16) {
        PyErr_SetString(PyExc_AttributeError, "NumPy has no bfloat16; use float32");
        return NULL;
    }
    PyObject *numpy = numpy_module();
    return numpy ? PyObject_CallMethod(numpy, "dtype", "s", dtype_table[code_of(self)].name) : NULL;
}

static PyObject *dtype_reduce(PyObject *self, PyObject *ignored) {
    (void)ignored;
    return dtype_str(self);
}

static PyGetSetDef attributes[] = {
    {"name", dtype_get_name, NULL, "The name: \"float32\".", NULL},
    {"itemsize", dtype_get_itemsize, NULL, "Bytes of one element.", NULL},
    {"is_floating_point", dtype_get_floating, NULL, "Whether tensors of this type can have gradients.", NULL},
    {"dtype", dtype_get_numpy, NULL, "The NumPy dtype.", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};

static PyMethodDef methods[] = {
    {"__reduce__", dtype_reduce, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static PyType_Slot slots[] = {
    {Py_tp_doc, "The type of a tensor's elements; equal to its name and to the NumPy dtype."},
    {Py_tp_repr, dtype_repr},
    {Py_tp_str, dtype_str},
    {Py_tp_hash, dtype_hash},
    {Py_tp_richcompare, dtype_compare},
    {Py_tp_getset, attributes},
    {Py_tp_methods, methods},
    {0, NULL},
};

static PyType_Spec spec = {
    .name = "swiftgrad._core.DType",
    .basicsize = sizeof(dtype_object_layout),
    .flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_DISALLOW_INSTANTIATION | Py_TPFLAGS_IMMUTABLETYPE,
    .slots = slots,
};

int dtype_init(PyObject *module) {
    dtype_type = (PyTypeObject *)PyType_FromSpec(&spec);
    if (!dtype_type || PyModule_AddType(module, dtype_type) < 0) return -1;
    for (int32_t code = 0; code < DTYPE_COUNT; code++) {
        dtype_object_layout *self = PyObject_New(dtype_object_layout, dtype_type);
        if (!self) return -1;
        self->code = code;
        singletons[code] = (PyObject *)self;
        if (PyModule_AddObjectRef(module, dtype_table[code].name, (PyObject *)self) < 0) return -1;
    }
    return 0;
}
