/* Between Python objects and the library's values. */
#include "core.h"

int value_from_integer(PyObject *object, swiftgrad_value *value) {
    PyObject *index = PyNumber_Index(object);
    if (!index) return -1;
    int overflow = 0;
    value->kind = SWIFTGRAD_INTEGER;
    value->integer = PyLong_AsLongLongAndOverflow(index, &overflow);
    Py_DECREF(index);
    if (overflow) {
        PyErr_SetString(PyExc_OverflowError, "Python int too large for int64");
        return -1;
    }
    return value->integer == -1 && PyErr_Occurred() ? -1 : 0;
}

static int value_from_tensor(arena *a, PyObject *object, swiftgrad_value *value) {
    value->kind = SWIFTGRAD_TENSOR;
    value->object = tensor_handle(object);
    int64_t elements = swiftgrad_tensor_size(value->object);
    if (elements > a->elements) a->elements = elements;
    return 1;
}

/* The tensor is kept by the arena, which takes over the reference. */
static int value_from_owned_tensor(arena *a, PyObject *tensor, swiftgrad_value *value) {
    if (!tensor || arena_own(a, tensor) < 0) return -1;
    return value_from_tensor(a, tensor, value);
}

static int operand_from_other(arena *a, PyObject *object, swiftgrad_value *value) {
    if (PyBool_Check(object)) {
        value->kind = SWIFTGRAD_BOOLEAN;
        value->integer = object == Py_True;
        return 1;
    }
    if (PyLong_Check(object)) return value_from_integer(object, value) < 0 ? -1 : 1;
    if (PyFloat_Check(object)) {
        value->kind = SWIFTGRAD_NUMBER;
        value->number = PyFloat_AsDouble(object);
        return value->number == -1.0 && PyErr_Occurred() ? -1 : 1;
    }
    if (object == Py_None || PyUnicode_Check(object) || PyBytes_Check(object) || PyByteArray_Check(object)
        || PyList_Check(object) || PyTuple_Check(object) || PyDict_Check(object) || PyComplex_Check(object))
        return 0;
    int scalar = is_numpy_scalar(object);
    if (scalar < 0) return -1;
    if (scalar) {
        PyObject *number = PyObject_CallMethod(object, "item", NULL);
        if (!number) return -1;
        bool plain = PyBool_Check(number) || PyLong_Check(number) || PyFloat_Check(number);
        int found = plain ? operand_from_other(a, number, value) : 0;
        Py_DECREF(number);
        return found;
    }
    if (!is_exporter(object)) return 0;
    return value_from_owned_tensor(a, tensor_from_exporter(object), value);
}

int value_from_operand(arena *a, PyObject *object, swiftgrad_value *value) {
    if (is_tensor(object)) return value_from_tensor(a, object, value);
    if (PyFloat_CheckExact(object)) {
        value->kind = SWIFTGRAD_NUMBER;
        value->number = PyFloat_AsDouble(object);
        return 1;
    }
    return operand_from_other(a, object, value);
}

int value_from_string(arena *a, PyObject *object, swiftgrad_value *value) {
    PyObject *text = NULL;
    if (!PyUnicode_Check(object)) {
        text = PyOS_FSPath(object);
        if (!text || arena_own(a, text) < 0) return -1;
        if (!PyUnicode_Check(text)) {
            PyErr_Format(PyExc_TypeError, "expected str or a path, not %s", "bytes");
            return -1;
        }
        object = text;
    }
    Py_ssize_t length;
    value->bytes = PyUnicode_AsUTF8AndSize(object, &length);
    if (!value->bytes) return -1;
    value->kind = SWIFTGRAD_STRING;
    value->count = length;
    return 0;
}

int value_from_sequence(arena *a, PyObject *sequence, int (*convert)(arena *, PyObject *, swiftgrad_value *),
                        swiftgrad_value *value) {
    PyObject *items = PySequence_Tuple(sequence);
    if (!items || arena_own(a, items) < 0) return -1;
    Py_ssize_t count = PyTuple_Size(items);
    value->kind = SWIFTGRAD_LIST;
    value->count = count;
    value->items = arena_values(a, count);
    if (!value->items) return -1;
    for (Py_ssize_t i = 0; i < count; i++)
        if (convert(a, PyTuple_GetItem(items, i), &value->items[i]) < 0) return -1;
    return 0;
}

static int value_from_dictionary(arena *a, PyObject *dictionary, swiftgrad_value *value) {
    PyObject *items = PyDict_Items(dictionary);
    if (!items || arena_own(a, items) < 0) return -1;
    Py_ssize_t count = PyList_Size(items);
    value->kind = SWIFTGRAD_MAP;
    value->count = 2 * count;
    value->items = arena_values(a, 2 * count);
    if (!value->items) return -1;
    for (Py_ssize_t i = 0; i < count; i++) {
        PyObject *pair = PyList_GetItem(items, i);
        PyObject *key = PyTuple_GetItem(pair, 0);
        if (!PyUnicode_Check(key)) {
            PyErr_Format(PyExc_TypeError, "dictionary keys must be str, not %R", (PyObject *)Py_TYPE(key));
            return -1;
        }
        if (value_from_string(a, key, &value->items[2 * i]) < 0) return -1;
        if (value_from_any(a, PyTuple_GetItem(pair, 1), &value->items[2 * i + 1]) < 0) return -1;
    }
    return 0;
}

static int any_from_container(arena *a, PyObject *object, swiftgrad_value *value) {
    if (Py_EnterRecursiveCall(" while converting an argument")) return -1;
    int status = PyDict_Check(object) ? value_from_dictionary(a, object, value)
                                      : value_from_sequence(a, object, value_from_any, value);
    Py_LeaveRecursiveCall();
    return status;
}

int value_from_any(arena *a, PyObject *object, swiftgrad_value *value) {
    if (object == Py_None) {
        value->kind = SWIFTGRAD_NONE;
        return 0;
    }
    if (PyUnicode_Check(object)) return value_from_string(a, object, value);
    if (PyList_Check(object) || PyTuple_Check(object) || PyDict_Check(object) || PyIter_Check(object))
        return any_from_container(a, object, value);
    if (is_native(object)) {
        value->kind = SWIFTGRAD_OBJECT;
        value->object = object_handle(object);
        return value->object ? 0 : -1;
    }
    int found = value_from_operand(a, object, value);
    if (found) return found < 0 ? -1 : 0;
    int32_t dtype = PyCallable_Check(object) && !PyType_Check(object) ? -1 : dtype_from_object(object);
    if (dtype >= 0) {
        value->kind = SWIFTGRAD_DTYPE;
        value->integer = dtype;
        return 0;
    }
    PyErr_Clear();
    if (PyCallable_Check(object)) {
        value->kind = SWIFTGRAD_CALLABLE;
        value->foreign = object;
        return 0;
    }
    if (PyObject_HasAttrString(object, "__fspath__")) return value_from_string(a, object, value);
    PyErr_Format(PyExc_TypeError, "cannot use an object of %R here", (PyObject *)Py_TYPE(object));
    return -1;
}

static PyObject *tuple_from_items(const swiftgrad_value *items, int64_t count) {
    PyObject *tuple = PyTuple_New((Py_ssize_t)count);
    for (int64_t i = 0; tuple && i < count; i++) {
        PyObject *item = value_to_new_object(&items[i]);
        if (!item || PyTuple_SetItem(tuple, (Py_ssize_t)i, item) < 0) Py_CLEAR(tuple);
    }
    return tuple;
}

static PyObject *dictionary_from_items(const swiftgrad_value *items, int64_t count) {
    PyObject *dictionary = PyDict_New();
    for (int64_t i = 0; dictionary && i + 1 < count; i += 2) {
        PyObject *key = value_to_new_object(&items[i]);
        PyObject *item = key ? value_to_new_object(&items[i + 1]) : NULL;
        if (!item || PyDict_SetItem(dictionary, key, item) < 0) Py_CLEAR(dictionary);
        Py_XDECREF(key);
        Py_XDECREF(item);
    }
    return dictionary;
}

PyObject *value_to_new_object(const swiftgrad_value *value) {
    switch (value->kind) {
        case SWIFTGRAD_TENSOR: swiftgrad_retain(value->object); return tensor_wrap(value->object);
        case SWIFTGRAD_OBJECT: swiftgrad_retain(value->object); return object_wrap(value->object);
        case SWIFTGRAD_ABSENT:
        case SWIFTGRAD_NONE: return Py_NewRef(Py_None);
        case SWIFTGRAD_BOOLEAN: return PyBool_FromLong(value->integer != 0);
        case SWIFTGRAD_INTEGER: return PyLong_FromLongLong(value->integer);
        case SWIFTGRAD_NUMBER: return PyFloat_FromDouble(value->number);
        case SWIFTGRAD_DTYPE: return dtype_object((int32_t)value->integer);
        case SWIFTGRAD_ELLIPSIS: return Py_NewRef(Py_Ellipsis);
        case SWIFTGRAD_STRING: return PyUnicode_DecodeUTF8(value->bytes, (Py_ssize_t)value->count, "replace");
        case SWIFTGRAD_LIST: return tuple_from_items(value->items, value->count);
        case SWIFTGRAD_MAP: return dictionary_from_items(value->items, value->count);
        case SWIFTGRAD_CALLABLE: return Py_NewRef((PyObject *)value->foreign);
        default: PyErr_Format(PyExc_RuntimeError, "unknown value of kind %d", (int)value->kind); return NULL;
    }
}

PyObject *value_to_object(swiftgrad_value *value) {
    if (value->kind == SWIFTGRAD_TENSOR) return tensor_wrap(value->object);
    if (value->kind == SWIFTGRAD_OBJECT) return object_wrap(value->object);
    PyObject *object = value_to_new_object(value);
    if (value->kind == SWIFTGRAD_STRING || value->kind == SWIFTGRAD_LIST || value->kind == SWIFTGRAD_MAP
        || value->kind == SWIFTGRAD_CALLABLE) {
        PyObject *type, *error, *traceback;
        PyErr_Fetch(&type, &error, &traceback);
        library_scope scope = library_enter(false);
        swiftgrad_value_clear(value);
        library_leave(scope);
        PyErr_Restore(type, error, traceback);
    }
    return object;
}
