/* Attributes of Tensor. Those of the array are read from its buffer, those of autograd asked of the library. */
#include "core.h"

static struct {
    int32_t grad, set_grad, requires_grad, set_requires_grad, is_leaf, grad_fn, detach, version;
    int32_t permute, matrix_transpose;
} indices;

int tensor_attributes_init(void) {
    indices.grad = function_find("_tensor.grad");
    indices.set_grad = function_find("_tensor.set_grad");
    indices.requires_grad = function_find("_tensor.requires_grad");
    indices.set_requires_grad = function_find("_tensor.set_requires_grad");
    indices.is_leaf = function_find("_tensor.is_leaf");
    indices.grad_fn = function_find("_tensor.grad_fn");
    indices.detach = function_find("_tensor.detach");
    indices.version = function_find("_tensor.version");
    indices.permute = function_find("permute_dims");
    indices.matrix_transpose = function_find("matrix_transpose");
    return 0;
}

static swiftgrad_buffer buffer_of(PyObject *self) {
    swiftgrad_buffer buffer;
    swiftgrad_tensor_buffer(tensor_handle(self), &buffer);
    return buffer;
}

static PyObject *tuple_of(const int64_t *values, int32_t count) {
    PyObject *tuple = PyTuple_New(count);
    for (int32_t i = 0; tuple && i < count; i++) {
        PyObject *item = PyLong_FromLongLong(values[i]);
        if (!item || PyTuple_SetItem(tuple, i, item) < 0) Py_CLEAR(tuple);
    }
    return tuple;
}

static PyObject *get_shape(PyObject *self, void *closure) {
    (void)closure;
    swiftgrad_buffer buffer;
    swiftgrad_tensor_buffer(tensor_handle(self), &buffer);
    return tuple_of(buffer.shape, buffer.rank);
}

static PyObject *get_strides(PyObject *self, void *closure) {
    (void)closure;
    swiftgrad_buffer buffer;
    swiftgrad_tensor_buffer(tensor_handle(self), &buffer);
    return tuple_of(buffer.strides, buffer.rank);
}

static PyObject *get_dtype(PyObject *self, void *closure) {
    (void)closure;
    return dtype_object(buffer_of(self).dtype);
}

static PyObject *get_ndim(PyObject *self, void *closure) {
    (void)closure;
    return PyLong_FromLong(buffer_of(self).rank);
}

static PyObject *get_size(PyObject *self, void *closure) {
    (void)closure;
    return PyLong_FromLongLong(swiftgrad_tensor_size(tensor_handle(self)));
}

static PyObject *get_itemsize(PyObject *self, void *closure) {
    (void)closure;
    return PyLong_FromLong(dtype_table[buffer_of(self).dtype].itemsize);
}

static PyObject *get_nbytes(PyObject *self, void *closure) {
    (void)closure;
    int64_t size = swiftgrad_tensor_size(tensor_handle(self));
    return PyLong_FromLongLong(size * dtype_table[buffer_of(self).dtype].itemsize);
}

static PyObject *get_readonly(PyObject *self, void *closure) {
    (void)closure;
    return PyBool_FromLong(buffer_of(self).readonly);
}

static PyObject *get_device(PyObject *self, void *closure) {
    (void)self;
    (void)closure;
    return PyUnicode_FromString("cpu");
}

static PyObject *call_with(int32_t index, PyObject *self, swiftgrad_value value) {
    swiftgrad_value values[2] = {{.kind = SWIFTGRAD_TENSOR, .object = tensor_handle(self)}, value};
    if (index >= 0) return call_values(index, values, 2, false);
    PyErr_SetString(PyExc_NotImplementedError, "this library was built without that operation");
    return NULL;
}

static PyObject *get_transpose(PyObject *self, void *closure) {
    (void)closure;
    swiftgrad_value axes[SWIFTGRAD_MAX_RANK];
    int32_t rank = buffer_of(self).rank;
    for (int32_t i = 0; i < rank; i++)
        axes[i] = (swiftgrad_value){.kind = SWIFTGRAD_INTEGER, .integer = rank - 1 - i};
    return call_with(indices.permute, self, (swiftgrad_value){.kind = SWIFTGRAD_LIST, .count = rank, .items = axes});
}

static PyObject *get_matrix_transpose(PyObject *self, void *closure) {
    (void)closure;
    return call_on_tensor(indices.matrix_transpose, self);
}

static PyObject *get_grad(PyObject *self, void *closure) {
    (void)closure;
    return call_on_tensor(indices.grad, self);
}

static int set_with(int32_t index, PyObject *self, swiftgrad_value value) {
    PyObject *result = call_with(index, self, value);
    Py_XDECREF(result);
    return result ? 0 : -1;
}

static int set_grad(PyObject *self, PyObject *object, void *closure) {
    (void)closure;
    if (!object || object == Py_None)
        return set_with(indices.set_grad, self, (swiftgrad_value){.kind = SWIFTGRAD_NONE});
    if (!is_tensor(object)) {
        PyErr_Format(PyExc_TypeError, "grad must be a tensor or None, not %R", (PyObject *)Py_TYPE(object));
        return -1;
    }
    return set_with(indices.set_grad, self,
                    (swiftgrad_value){.kind = SWIFTGRAD_TENSOR, .object = tensor_handle(object)});
}

static PyObject *get_requires_grad(PyObject *self, void *closure) {
    (void)closure;
    return call_on_tensor(indices.requires_grad, self);
}

int tensor_requires_grad(PyObject *tensor) {
    if (indices.requires_grad < 0) return 0;
    PyObject *answer = call_on_tensor(indices.requires_grad, tensor);
    if (!answer) return -1;
    int truth = answer == Py_True;
    Py_DECREF(answer);
    return truth;
}

int tensor_set_requires_grad(PyObject *tensor, bool flag) {
    return set_with(indices.set_requires_grad, tensor,
                    (swiftgrad_value){.kind = SWIFTGRAD_BOOLEAN, .integer = flag});
}

static int set_requires_grad(PyObject *self, PyObject *object, void *closure) {
    (void)closure;
    if (!object) {
        PyErr_SetString(PyExc_AttributeError, "requires_grad cannot be deleted");
        return -1;
    }
    if (!PyBool_Check(object)) {
        PyErr_Format(PyExc_TypeError, "requires_grad must be a bool, not %R", (PyObject *)Py_TYPE(object));
        return -1;
    }
    return tensor_set_requires_grad(self, object == Py_True);
}

int refuse_if_requires_grad(PyObject *tensor, PyObject *error) {
    int needed = tensor_requires_grad(tensor);
    if (needed > 0) PyErr_SetString(error, "the tensor requires gradients; use .detach() or .detach().numpy()");
    return needed ? -1 : 0;
}

static PyObject *get_is_leaf(PyObject *self, void *closure) {
    (void)closure;
    return call_on_tensor(indices.is_leaf, self);
}

static PyObject *get_grad_fn(PyObject *self, void *closure) {
    (void)closure;
    return call_on_tensor(indices.grad_fn, self);
}

PyObject *tensor_alias(PyObject *tensor) { return call_on_tensor(indices.detach, tensor); }

static PyObject *get_data(PyObject *self, void *closure) {
    (void)closure;
    return tensor_alias(self);
}

static PyObject *get_version(PyObject *self, void *closure) {
    (void)closure;
    return call_on_tensor(indices.version, self);
}

PyGetSetDef tensor_attributes[] = {
    {"shape", get_shape, NULL, "The length of each axis.", NULL},
    {"dtype", get_dtype, NULL, "The type of the elements.", NULL},
    {"ndim", get_ndim, NULL, "The number of axes.", NULL},
    {"size", get_size, NULL, "The number of elements.", NULL},
    {"itemsize", get_itemsize, NULL, "Bytes of one element.", NULL},
    {"nbytes", get_nbytes, NULL, "Bytes of all elements.", NULL},
    {"strides", get_strides, NULL, "Bytes from one element to the next along each axis.", NULL},
    {"readonly", get_readonly, NULL, "Whether the memory belongs to somebody who does not let it be written.", NULL},
    {"device", get_device, NULL, "Where the memory is: \"cpu\".", NULL},
    {"T", get_transpose, NULL, "The tensor with its axes reversed.", NULL},
    {"mT", get_matrix_transpose, NULL, "The tensor with its last two axes swapped.", NULL},
    {"grad", get_grad, set_grad, "The gradient that backward() has accumulated, or None.", NULL},
    {"requires_grad", get_requires_grad, set_requires_grad, "Whether operations on it are recorded.", NULL},
    {"is_leaf", get_is_leaf, NULL, "Whether no recorded operation has produced it.", NULL},
    {"grad_fn", get_grad_fn, NULL, "The name of the operation that produced it, or None.", NULL},
    {"data", get_data, NULL, "The same memory without history.", NULL},
    {"_version", get_version, NULL, "How often its memory has been written in place.", NULL},
    {NULL, NULL, NULL, NULL, NULL},
};
