/* x[...], x[...] = y, len, iteration and membership. */
#include "core.h"

static int32_t get_item, set_item;

int tensor_index_init(void) {
    get_item = function_find("_tensor.getitem");
    set_item = function_find("_tensor.setitem");
    return 0;
}

/* As Python does it, bounds beyond int64 stand for the ends. */
static int slice_bound(PyObject *object, swiftgrad_value *value) {
    value->kind = SWIFTGRAD_NONE;
    if (object == Py_None) return 0;
    if (!PyIndex_Check(object)) {
        PyErr_SetString(PyExc_TypeError, "slice indices must be integers or None or have an __index__ method");
        return -1;
    }
    PyObject *integer = PyNumber_Index(object);
    if (!integer) return -1;
    int overflow;
    value->kind = SWIFTGRAD_INTEGER;
    value->integer = PyLong_AsLongLongAndOverflow(integer, &overflow);
    if (overflow) value->integer = overflow < 0 ? INT64_MIN : INT64_MAX;
    Py_DECREF(integer);
    return 0;
}

static int index_from_slice(arena *a, PyObject *slice, swiftgrad_value *value) {
    static const char *const names[] = {"start", "stop", "step"};
    value->kind = SWIFTGRAD_SLICE;
    value->count = 3;
    value->items = arena_values(a, 3);
    if (!value->items) return -1;
    for (int i = 0; i < 3; i++) {
        PyObject *part = PyObject_GetAttrString(slice, names[i]);
        int status = part ? slice_bound(part, &value->items[i]) : -1;
        Py_XDECREF(part);
        if (status < 0) return -1;
    }
    return 0;
}

static int integer_item(PyObject *object, swiftgrad_value *value) {
    if (value_from_integer(object, value) == 0) return 0;
    if (PyErr_ExceptionMatches(PyExc_OverflowError)) PyErr_SetString(PyExc_IndexError, "index is out of bounds");
    return -1;
}

static int index_tensor(arena *a, PyObject *tensor, swiftgrad_value *value) {
    if (!tensor || arena_own(a, tensor) < 0) return -1;
    return value_from_operand(a, tensor, value) < 0 ? -1 : 0;
}

/* A list of indices; an empty one selects nothing, whatever its dtype. */
static int index_from_python(arena *a, PyObject *object, swiftgrad_value *value) {
    PyObject *tensor = tensor_from_python(object);
    if (!tensor) return -1;
    swiftgrad_buffer buffer;
    swiftgrad_tensor_buffer(tensor_handle(tensor), &buffer);
    if (dtype_table[buffer.dtype].floating && swiftgrad_tensor_size(tensor_handle(tensor)) == 0) {
        Py_DECREF(tensor);
        tensor = tensor_empty(SWIFTGRAD_INT64, buffer.rank, buffer.shape);
    }
    return index_tensor(a, tensor, value);
}

static int not_an_index(PyObject *object) {
    PyErr_Format(PyExc_IndexError,
                 "an index is made of integers, slices, ..., None and arrays of integers or booleans, not %R",
                 (PyObject *)Py_TYPE(object));
    return -1;
}

static int index_item(arena *a, PyObject *object, swiftgrad_value *value) {
    if (PyLong_CheckExact(object)) return integer_item(object, value);
    if (PySlice_Check(object)) return index_from_slice(a, object, value);
    if (object == Py_Ellipsis || object == Py_None) {
        value->kind = object == Py_None ? SWIFTGRAD_NONE : SWIFTGRAD_ELLIPSIS;
        return 0;
    }
    if (is_tensor(object)) return value_from_operand(a, object, value) < 0 ? -1 : 0;
    if (PyBool_Check(object) || PyList_Check(object) || PyTuple_Check(object))
        return index_from_python(a, object, value);
    int scalar = is_numpy_scalar(object);
    if (scalar < 0) return -1;
    if (scalar) {
        if (value_from_operand(a, object, value) < 0) return -1;
        if (value->kind == SWIFTGRAD_BOOLEAN) return index_from_python(a, value->integer ? Py_True : Py_False, value);
        return value->kind == SWIFTGRAD_INTEGER ? 0 : not_an_index(object);
    }
    if (is_exporter(object)) return index_tensor(a, tensor_from_exporter(object), value);
    return PyIndex_Check(object) ? integer_item(object, value) : not_an_index(object);
}

/* Among arrays an integer is an array without axes, which decides where the axes they share end up. */
static int integers_to_arrays(arena *a, swiftgrad_value *items, int64_t count) {
    for (int64_t i = 0; i < count; i++) {
        if (items[i].kind != SWIFTGRAD_INTEGER) continue;
        PyObject *number = PyLong_FromLongLong(items[i].integer);
        PyObject *tensor = number ? tensor_from_python(number) : NULL;
        Py_XDECREF(number);
        if (index_tensor(a, tensor, &items[i]) < 0) return -1;
    }
    return 0;
}

int value_from_index(arena *a, PyObject *object, swiftgrad_value *value) {
    bool several = PyTuple_Check(object);
    Py_ssize_t count = several ? PyTuple_Size(object) : 1;
    swiftgrad_value *items = arena_values(a, count);
    if (!items) return -1;
    bool arrays = false;
    for (Py_ssize_t i = 0; i < count; i++) {
        if (index_item(a, several ? PyTuple_GetItem(object, i) : object, &items[i]) < 0) return -1;
        arrays = arrays || items[i].kind == SWIFTGRAD_TENSOR;
    }
    *value = (swiftgrad_value){.kind = SWIFTGRAD_LIST, .count = count, .items = items};
    return arrays && count > 1 ? integers_to_arrays(a, items, count) : 0;
}

static PyObject *unavailable(void) {
    PyErr_SetString(PyExc_NotImplementedError, "this library was built without indexing");
    return NULL;
}

PyObject *tensor_get_item(PyObject *self, PyObject *key) {
    if (get_item < 0) return unavailable();
    arena a;
    arena_init(&a);
    swiftgrad_value values[2];
    PyObject *result = NULL;
    if (value_from_operand(&a, self, &values[0]) > 0 && value_from_index(&a, key, &values[1]) == 0)
        result = call_values(get_item, values, 2, a.elements > PARALLEL_ELEMENTS);
    arena_clear(&a);
    return result;
}

static int assigned_value(arena *a, PyObject *object, swiftgrad_value *value) {
    int found = value_from_operand(a, object, value);
    if (found) return found < 0 ? -1 : 0;
    if (PyList_Check(object) || PyTuple_Check(object)) {
        PyObject *tensor = tensor_from_python(object);
        if (!tensor || arena_own(a, tensor) < 0) return -1;
        return value_from_operand(a, tensor, value) < 0 ? -1 : 0;
    }
    PyErr_Format(PyExc_TypeError, "cannot assign %R to elements of a tensor", (PyObject *)Py_TYPE(object));
    return -1;
}

int tensor_set_item(PyObject *self, PyObject *key, PyObject *object) {
    if (!object) {
        PyErr_SetString(PyExc_TypeError, "elements of a tensor cannot be deleted");
        return -1;
    }
    if (set_item < 0) {
        unavailable();
        return -1;
    }
    arena a;
    arena_init(&a);
    swiftgrad_value values[3];
    PyObject *result = NULL;
    if (value_from_operand(&a, self, &values[0]) > 0 && value_from_index(&a, key, &values[1]) == 0
        && assigned_value(&a, object, &values[2]) == 0)
        result = call_values(set_item, values, 3, a.elements > PARALLEL_ELEMENTS);
    arena_clear(&a);
    Py_XDECREF(result);
    return result ? 0 : -1;
}

PyObject *tensor_item_at(PyObject *self, Py_ssize_t position) {
    if (get_item < 0) return unavailable();
    if (position < 0) { /* still, after the length was added to it */
        PyErr_SetString(PyExc_IndexError, "index is out of bounds");
        return NULL;
    }
    swiftgrad_value item = {.kind = SWIFTGRAD_INTEGER, .integer = position};
    swiftgrad_value values[2] = {
        {.kind = SWIFTGRAD_TENSOR, .object = tensor_handle(self)},
        {.kind = SWIFTGRAD_LIST, .count = 1, .items = &item},
    };
    return call_values(get_item, values, 2, false);
}

Py_ssize_t tensor_length(PyObject *self) {
    swiftgrad_buffer buffer;
    swiftgrad_tensor_buffer(tensor_handle(self), &buffer);
    if (buffer.rank) return (Py_ssize_t)buffer.shape[0];
    PyErr_SetString(PyExc_TypeError, "len() of a 0-d tensor");
    return -1;
}

PyObject *tensor_iterate(PyObject *self) {
    swiftgrad_buffer buffer;
    swiftgrad_tensor_buffer(tensor_handle(self), &buffer);
    if (buffer.rank) return PySeqIter_New(self);
    PyErr_SetString(PyExc_TypeError, "iteration over a 0-d tensor");
    return NULL;
}

int tensor_contains(PyObject *self, PyObject *value) {
    PyObject *equal = tensor_compare(self, value, Py_EQ);
    if (!equal) return -1;
    if (!is_tensor(equal)) {
        Py_DECREF(equal);
        return 0;
    }
    PyObject *any = PyObject_CallMethod(equal, "any", NULL);
    Py_DECREF(equal);
    int truth = any ? PyObject_IsTrue(any) : -1;
    Py_XDECREF(any);
    return truth;
}
