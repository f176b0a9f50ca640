/* Single elements as Python numbers: bool, int, float, item and tolist. */
#include "core.h"

static double half_to_double(uint16_t bits) {
    uint32_t sign = (uint32_t)(bits & 0x8000) << 16, exponent = (bits >> 10) & 31, fraction = bits & 1023;
    if (exponent == 0) {
        double magnitude = (double)fraction / 16777216.0; /* fraction * 2^-24 */
        return sign ? -magnitude : magnitude;
    }
    uint32_t wide = sign | (exponent == 31 ? 0x7f800000u : (exponent + 112) << 23) | fraction << 13;
    float value;
    memcpy(&value, &wide, sizeof value);
    return value;
}

static double brain_to_double(uint16_t bits) {
    uint32_t wide = (uint32_t)bits << 16;
    float value;
    memcpy(&value, &wide, sizeof value);
    return value;
}

#define LOAD(type, place)                                                                                              \
    type element;                                                                                                      \
    memcpy(&element, place, sizeof element)

static PyObject *element_at(const char *place, int32_t dtype) {
    switch (dtype) {
        case SWIFTGRAD_BOOL: return PyBool_FromLong(*place != 0);
        case SWIFTGRAD_INT8: return PyLong_FromLong(*(const int8_t *)place);
        case SWIFTGRAD_UINT8: return PyLong_FromLong(*(const uint8_t *)place);
        case SWIFTGRAD_INT16: { LOAD(int16_t, place); return PyLong_FromLong(element); }
        case SWIFTGRAD_UINT16: { LOAD(uint16_t, place); return PyLong_FromLong(element); }
        case SWIFTGRAD_INT32: { LOAD(int32_t, place); return PyLong_FromLong(element); }
        case SWIFTGRAD_UINT32: { LOAD(uint32_t, place); return PyLong_FromUnsignedLong(element); }
        case SWIFTGRAD_INT64: { LOAD(int64_t, place); return PyLong_FromLongLong(element); }
        case SWIFTGRAD_UINT64: { LOAD(uint64_t, place); return PyLong_FromUnsignedLongLong(element); }
        case SWIFTGRAD_FLOAT16: { LOAD(uint16_t, place); return PyFloat_FromDouble(half_to_double(element)); }
        case SWIFTGRAD_BFLOAT16: { LOAD(uint16_t, place); return PyFloat_FromDouble(brain_to_double(element)); }
        case SWIFTGRAD_FLOAT32: { LOAD(float, place); return PyFloat_FromDouble(element); }
        case SWIFTGRAD_FLOAT64: { LOAD(double, place); return PyFloat_FromDouble(element); }
        default: PyErr_SetString(PyExc_RuntimeError, "unknown dtype"); return NULL;
    }
}

/* The one element; `otherwise` is raised if there is not exactly one. */
static PyObject *single(PyObject *self, PyObject *otherwise, const char *what) {
    int64_t size = swiftgrad_tensor_size(tensor_handle(self));
    if (size != 1) {
        PyErr_Format(otherwise, "%s of a tensor with %lld elements; it must have exactly one", what, (long long)size);
        return NULL;
    }
    swiftgrad_buffer buffer;
    swiftgrad_tensor_buffer(tensor_handle(self), &buffer);
    return element_at(buffer.data, buffer.dtype);
}

PyObject *tensor_item(PyObject *self, PyObject *ignored) {
    (void)ignored;
    return single(self, PyExc_ValueError, "item()");
}

int tensor_truth(PyObject *self) {
    int64_t size = swiftgrad_tensor_size(tensor_handle(self));
    if (size != 1) {
        PyErr_Format(PyExc_ValueError,
                     "the truth value of a tensor with %lld elements is ambiguous; use .any() or .all()",
                     (long long)size);
        return -1;
    }
    PyObject *element = single(self, PyExc_ValueError, "bool()");
    int truth = element ? PyObject_IsTrue(element) : -1;
    Py_XDECREF(element);
    return truth;
}

static PyObject *converted(PyObject *element, PyObject *(*convert)(PyObject *)) {
    PyObject *result = element ? convert(element) : NULL;
    Py_XDECREF(element);
    return result;
}

PyObject *tensor_to_int(PyObject *self) {
    return converted(single(self, PyExc_TypeError, "int()"), PyNumber_Long);
}

PyObject *tensor_to_float(PyObject *self) {
    return converted(single(self, PyExc_TypeError, "float()"), PyNumber_Float);
}

PyObject *tensor_to_index(PyObject *self) {
    swiftgrad_buffer buffer;
    swiftgrad_tensor_buffer(tensor_handle(self), &buffer);
    if (buffer.rank || buffer.dtype == SWIFTGRAD_BOOL || dtype_table[buffer.dtype].floating) {
        PyErr_SetString(PyExc_TypeError, "only integer tensors without axes can be converted to an index");
        return NULL;
    }
    return element_at(buffer.data, buffer.dtype);
}

/* f"{loss:.4f}": without axes, as the number is written. */
PyObject *tensor_format(PyObject *self, PyObject *specification) {
    swiftgrad_buffer buffer;
    swiftgrad_tensor_buffer(tensor_handle(self), &buffer);
    if (buffer.rank) {
        PyObject *text = PyObject_Str(self);
        PyObject *result = text ? PyObject_Format(text, specification) : NULL;
        Py_XDECREF(text);
        return result;
    }
    PyObject *element = element_at(buffer.data, buffer.dtype);
    PyObject *result = element ? PyObject_Format(element, specification) : NULL;
    Py_XDECREF(element);
    return result;
}

static PyObject *list_of(const swiftgrad_buffer *buffer, const char *place, int32_t axis) {
    if (axis == buffer->rank) return element_at(place, buffer->dtype);
    Py_ssize_t count = (Py_ssize_t)buffer->shape[axis];
    PyObject *list = PyList_New(count);
    for (Py_ssize_t i = 0; list && i < count; i++) {
        PyObject *item = list_of(buffer, place + i * buffer->strides[axis], axis + 1);
        if (!item || PyList_SetItem(list, i, item) < 0) Py_CLEAR(list);
    }
    return list;
}

PyObject *tensor_to_list(PyObject *self, PyObject *ignored) {
    (void)ignored;
    swiftgrad_buffer buffer;
    swiftgrad_tensor_buffer(tensor_handle(self), &buffer);
    return list_of(&buffer, buffer.data, 0);
}
