/* Methods of Tensor that are about Python; those that compute come from the registry. */
#include "core.h"

/* Calls a function of swiftgrad._interchange, which is written in Python. */
static PyObject *with_helper(const char *name, PyObject *args, PyObject *names) {
    PyObject *module = PyImport_ImportModule("swiftgrad._interchange");
    PyObject *function = module ? PyObject_GetAttrString(module, name) : NULL;
    PyObject *result = function ? PyObject_Call(function, args, names) : NULL;
    Py_XDECREF(function);
    Py_XDECREF(module);
    return result;
}

static PyObject *as_numpy(PyObject *self, PyObject *ignored) {
    (void)ignored;
    if (refuse_if_requires_grad(self, PyExc_RuntimeError) < 0) return NULL;
    PyObject *numpy = numpy_module();
    return numpy ? PyObject_CallMethod(numpy, "asarray", "(O)", self) : NULL;
}

static PyObject *array_method(PyObject *self, PyObject *args, PyObject *names) {
    static char *keywords[] = {"dtype", "copy", NULL};
    PyObject *dtype = Py_None, *copy = Py_None;
    if (!PyArg_ParseTupleAndKeywords(args, names, "|OO:__array__", keywords, &dtype, &copy)) return NULL;
    if (refuse_if_requires_grad(self, PyExc_RuntimeError) < 0) return NULL;
    PyObject *all = PyTuple_Pack(3, self, dtype, copy);
    PyObject *result = all ? with_helper("to_array", all, NULL) : NULL;
    Py_XDECREF(all);
    return result;
}

static PyObject *array_ufunc(PyObject *self, PyObject *args, PyObject *names) {
    (void)self;
    return with_helper("apply_ufunc", args, names);
}

static PyObject *reduce(PyObject *self, PyObject *ignored) {
    (void)ignored;
    PyObject *all = PyTuple_Pack(1, self);
    PyObject *result = all ? with_helper("reduce", all, NULL) : NULL;
    Py_XDECREF(all);
    return result;
}

static PyObject *numel(PyObject *self, PyObject *ignored) {
    (void)ignored;
    return PyLong_FromLongLong(swiftgrad_tensor_size(tensor_handle(self)));
}

static PyObject *dim(PyObject *self, PyObject *ignored) {
    (void)ignored;
    swiftgrad_buffer buffer;
    swiftgrad_tensor_buffer(tensor_handle(self), &buffer);
    return PyLong_FromLong(buffer.rank);
}

static PyObject *data_ptr(PyObject *self, PyObject *ignored) {
    (void)ignored;
    swiftgrad_buffer buffer;
    swiftgrad_tensor_buffer(tensor_handle(self), &buffer);
    return PyLong_FromVoidPtr(buffer.data);
}

static PyObject *array_namespace(PyObject *self, PyObject *args, PyObject *names) {
    (void)self;
    static char *keywords[] = {"api_version", NULL};
    PyObject *version = Py_None;
    if (!PyArg_ParseTupleAndKeywords(args, names, "|$O:__array_namespace__", keywords, &version)) return NULL;
    return PyImport_ImportModule("swiftgrad");
}

#define KEYWORDS(function) (PyCFunction)(void (*)(void))function, METH_VARARGS | METH_KEYWORDS

PyMethodDef tensor_methods[] = {
    {"item", tensor_item, METH_NOARGS, "item($self, /)\n--\n\nThe one element, as a Python number."},
    {"tolist", tensor_to_list, METH_NOARGS, "tolist($self, /)\n--\n\nThe elements as nested lists of Python numbers."},
    {"numpy", as_numpy, METH_NOARGS,
     "numpy($self, /)\n--\n\nA NumPy array that shares this memory. RuntimeError if gradients are required."},
    {"numel", numel, METH_NOARGS, "numel($self, /)\n--\n\nThe number of elements."},
    {"dim", dim, METH_NOARGS, "dim($self, /)\n--\n\nThe number of axes."},
    {"data_ptr", data_ptr, METH_NOARGS, "data_ptr($self, /)\n--\n\nThe address of the first element."},
    {"__array__", KEYWORDS(array_method),
     "__array__($self, /, dtype=None, copy=None)\n--\n\nWhat numpy.asarray asks for."},
    {"__array_ufunc__", KEYWORDS(array_ufunc),
     "__array_ufunc__($self, ufunc, method, /, *inputs, **options)\n--\n\nWhat numpy.sin(tensor) calls."},
    {"__array_namespace__", KEYWORDS(array_namespace),
     "__array_namespace__($self, /, *, api_version=None)\n--\n\nThe module that follows the array API standard."},
    {"__dlpack__", KEYWORDS(tensor_dlpack),
     "__dlpack__($self, /, *, stream=None, max_version=None, dl_device=None, copy=None)\n--\n\n"
     "A DLPack capsule over this memory."},
    {"__dlpack_device__", tensor_dlpack_device, METH_NOARGS,
     "__dlpack_device__($self, /)\n--\n\nDLPack's name of main memory."},
    {"__format__", tensor_format, METH_O, "__format__($self, format_spec, /)\n--\n\nWithout axes, the number's."},
    {"__reduce__", reduce, METH_NOARGS, "__reduce__($self, /)\n--\n\nFor pickle and copy."},
    {NULL, NULL, 0, NULL},
};
