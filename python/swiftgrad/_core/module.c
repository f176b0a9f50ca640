/* The module swiftgrad._core. */
#include "core.h"

static class_record *record_at(int number) {
    if (number >= 0 && number < class_count) return &classes[number];
    PyErr_Format(PyExc_IndexError, "there is no class number %d", number);
    return NULL;
}

/* Arguments of a call as CPython passes them to builtins. */
typedef struct {
    PyObject **args;
    PyObject *names;
    Py_ssize_t positional;
} vector;

static void vector_free(vector *v) {
    PyMem_Free(v->args);
    Py_XDECREF(v->names);
}

/* Borrows from the tuple and the dictionary. */
static int vector_from(PyObject *args, PyObject *keywords, vector *v) {
    Py_ssize_t named = keywords == Py_None ? 0 : PyDict_Size(keywords), k = 0, position = 0;
    v->positional = PyTuple_Size(args);
    v->names = PyTuple_New(named);
    v->args = PyMem_Malloc((size_t)(v->positional + named + 1) * sizeof(PyObject *));
    if (!v->names || !v->args) {
        vector_free(v);
        PyErr_NoMemory();
        return -1;
    }
    for (Py_ssize_t i = 0; i < v->positional; i++) v->args[i] = PyTuple_GetItem(args, i);
    PyObject *key, *value;
    while (named && PyDict_Next(keywords, &position, &key, &value)) {
        PyTuple_SetItem(v->names, k, Py_NewRef(key));
        v->args[v->positional + k++] = value;
    }
    return 0;
}

static int parse(PyObject *arguments, PyObject **self, int *number, vector *v) {
    PyObject *args, *keywords = Py_None;
    if (!PyArg_ParseTuple(arguments, "O!iO!|O", native_type, self, number, &PyTuple_Type, &args, &keywords)) return -1;
    if (keywords != Py_None && !PyDict_Check(keywords)) {
        PyErr_SetString(PyExc_TypeError, "keyword arguments must come in a dict");
        return -1;
    }
    return vector_from(args, keywords, v);
}

static PyObject *construct(PyObject *module, PyObject *arguments) {
    (void)module;
    PyObject *self;
    int number;
    vector v;
    if (parse(arguments, &self, &number, &v) < 0) return NULL;
    class_record *record = record_at(number);
    int status = record ? construct_native(record, self, v.args, v.positional, v.names) : -1;
    vector_free(&v);
    if (status < 0) return NULL;
    Py_RETURN_NONE;
}

static signature *method_of(PyObject *self, int number) {
    swiftgrad_object handle = object_handle(self);
    if (!handle) return NULL;
    int32_t type = swiftgrad_class_of(handle);
    for (int32_t steps = 0; type >= 0 && type < class_count && steps <= class_count; steps++) {
        for (int32_t i = 0; i < classes[type].method_count; i++)
            if (classes[type].methods[i].index == number) return &classes[type].methods[i];
        type = classes[type].base;
    }
    PyErr_Format(PyExc_AttributeError, "%R has no method number %d", (PyObject *)Py_TYPE(self), number);
    return NULL;
}

static PyObject *invoke(PyObject *module, PyObject *arguments) {
    (void)module;
    PyObject *self;
    int number;
    vector v;
    if (parse(arguments, &self, &number, &v) < 0) return NULL;
    signature *method = method_of(self, number);
    PyObject *result = method ? invoke_native(method, self, v.args, v.positional, v.names) : NULL;
    vector_free(&v);
    return result;
}

static PyObject *register_class(PyObject *module, PyObject *args) {
    (void)module;
    int number;
    PyObject *type;
    if (!PyArg_ParseTuple(args, "iO!:register_class", &number, &PyType_Type, &type)) return NULL;
    class_record *record = record_at(number);
    if (!record) return NULL;
    if (!PyType_IsSubtype((PyTypeObject *)type, native_type)) {
        PyErr_SetString(PyExc_TypeError, "a registered class must derive from swiftgrad._core.Object");
        return NULL;
    }
    PyObject *before = record->python_class;
    record->python_class = Py_NewRef(type);
    Py_XDECREF(before);
    Py_RETURN_NONE;
}

static PyObject *hold(PyObject *module, PyObject *args) {
    (void)module;
    PyObject *self, *child;
    if (!PyArg_ParseTuple(args, "O!O:hold", native_type, &self, &child)) return NULL;
    if (object_hold((native_object *)self, child) < 0) return NULL;
    Py_RETURN_NONE;
}

static PyObject *unhold(PyObject *module, PyObject *args) {
    (void)module;
    PyObject *self, *child;
    if (!PyArg_ParseTuple(args, "O!O:unhold", native_type, &self, &child)) return NULL;
    if (object_unhold((native_object *)self, child) < 0) return NULL;
    Py_RETURN_NONE;
}

static PyObject *is_constructed(PyObject *module, PyObject *object) {
    (void)module;
    return PyBool_FromLong(is_native(object) && ((native_object *)object)->handle);
}

static PyObject *find_function(PyObject *module, PyObject *name) {
    (void)module;
    const char *text = PyUnicode_AsUTF8AndSize(name, NULL);
    return text ? PyLong_FromLong(function_find(text)) : NULL;
}

static PyObject *close_queue(PyObject *module, PyObject *ignored) {
    (void)module;
    (void)ignored;
    close_deferred();
    Py_RETURN_NONE;
}

static PyMethodDef module_functions[] = {
    {"construct", construct, METH_VARARGS,
     "construct(self, class_number, args, kwargs=None, /)\n--\n\nMakes the library's counterpart of `self`."},
    {"invoke", invoke, METH_VARARGS,
     "invoke(self, method_number, args, kwargs=None, /)\n--\n\nCalls a method of the library's counterpart."},
    {"register_class", register_class, METH_VARARGS,
     "register_class(class_number, python_class, /)\n--\n\nSays what objects of a class are in Python."},
    {"hold", hold, METH_VARARGS, "hold(self, child, /)\n--\n\nKeeps objects and callables alive as long as `self`."},
    {"unhold", unhold, METH_VARARGS, "unhold(self, child, /)\n--\n\nTakes back what hold() did."},
    {"as_parameter", tensor_as_parameter, METH_O,
     "as_parameter(tensor, /)\n--\n\nThe tensor itself as a Parameter, which it is in Python as long as that lives."},
    {"is_constructed", is_constructed, METH_O,
     "is_constructed(object, /)\n--\n\nWhether an Object has its counterpart yet."},
    {"find_function", find_function, METH_O,
     "find_function(name, /)\n--\n\nThe number of a function (\"linalg.svd\") of the registry, or -1."},
    {"_close_queue", close_queue, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL},
};

static int close_at_exit(PyObject *module) {
    PyObject *atexit = PyImport_ImportModule("atexit");
    PyObject *function = atexit ? PyObject_GetAttrString(module, "_close_queue") : NULL;
    PyObject *done = function ? PyObject_CallMethod(atexit, "register", "(O)", function) : NULL;
    Py_XDECREF(done);
    Py_XDECREF(function);
    Py_XDECREF(atexit);
    return done ? 0 : -1;
}

static struct PyModuleDef definition = {
    PyModuleDef_HEAD_INIT,
    .m_name = "swiftgrad._core",
    .m_doc = "The bridge to the engine: tensors, objects, and the functions of its registry.",
    .m_size = -1,
    .m_methods = module_functions,
};

static int fill(PyObject *module) {
    if (swiftgrad_abi_version() != SWIFTGRAD_ABI_VERSION) {
        PyErr_Format(PyExc_ImportError, "libswiftgrad has interface %d where swiftgrad._core was built for %d",
                     (int)swiftgrad_abi_version(), SWIFTGRAD_ABI_VERSION);
        return -1;
    }
    host_init();
    if (dtype_init(module) < 0 || registry_init(module) < 0 || object_init(module) < 0) return -1;
    return tensor_init(module) < 0 || methods_init(module) < 0 ? -1 : close_at_exit(module);
}

PyMODINIT_FUNC PyInit__core(void) {
    PyObject *module = PyModule_Create(&definition);
    if (module && fill(module) < 0) Py_CLEAR(module);
    return module;
}
