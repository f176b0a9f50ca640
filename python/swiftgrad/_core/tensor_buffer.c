/* The buffer protocol of Tensor: np.asarray(t) and memoryview(t) share its memory. */
#include "core.h"

typedef struct {
    bool lent;
    Py_ssize_t extents[]; /* the shape, then the strides */
} exported;

static int refuse(Py_buffer *view, const char *message) {
    view->obj = NULL;
    PyErr_SetString(PyExc_BufferError, message);
    return -1;
}

static bool contiguous(const swiftgrad_buffer *buffer, bool from_last) {
    int64_t expected = dtype_table[buffer->dtype].itemsize;
    for (int32_t i = 0; i < buffer->rank; i++)
        if (buffer->shape[i] == 0) return true;
    for (int32_t i = 0; i < buffer->rank; i++) {
        int32_t axis = from_last ? buffer->rank - 1 - i : i;
        if (buffer->shape[axis] != 1 && buffer->strides[axis] != expected) return false;
        expected *= buffer->shape[axis];
    }
    return true;
}

static const char *layout_problem(const swiftgrad_buffer *buffer, int flags) {
    bool rows = contiguous(buffer, true), columns = contiguous(buffer, false);
    if ((flags & PyBUF_C_CONTIGUOUS) == PyBUF_C_CONTIGUOUS && !rows) return "the tensor is not C-contiguous";
    if ((flags & PyBUF_F_CONTIGUOUS) == PyBUF_F_CONTIGUOUS && !columns) return "the tensor is not Fortran-contiguous";
    if ((flags & PyBUF_ANY_CONTIGUOUS) == PyBUF_ANY_CONTIGUOUS && !rows && !columns)
        return "the tensor is not contiguous";
    if ((flags & PyBUF_STRIDES) != PyBUF_STRIDES && !rows) return "the tensor is not C-contiguous";
    return NULL;
}

int tensor_get_buffer(PyObject *self, Py_buffer *view, int flags) {
    swiftgrad_object handle = tensor_handle(self);
    view->obj = NULL;
    if (refuse_if_requires_grad(self, PyExc_BufferError) < 0) return -1;
    swiftgrad_buffer buffer;
    swiftgrad_tensor_buffer(handle, &buffer);
    const dtype_traits *traits = &dtype_table[buffer.dtype];
    if (!traits->format) return refuse(view, "bfloat16 has no buffer format; use .astype(float32) or DLPack");
    if ((flags & PyBUF_WRITABLE) && buffer.readonly) return refuse(view, "the tensor's memory is read-only");
    const char *problem = layout_problem(&buffer, flags);
    if (problem) return refuse(view, problem);
    exported *extents = PyMem_Malloc(sizeof(exported) + 2 * (size_t)(buffer.rank + 1) * sizeof(Py_ssize_t));
    if (!extents) {
        PyErr_NoMemory();
        return -1;
    }
    for (int32_t i = 0; i < buffer.rank; i++) {
        extents->extents[i] = (Py_ssize_t)buffer.shape[i];
        extents->extents[buffer.rank + i] = (Py_ssize_t)buffer.strides[i];
    }
    extents->lent = !buffer.readonly;
    if (extents->lent) swiftgrad_tensor_lend(handle);
    view->buf = buffer.data;
    view->obj = Py_NewRef(self);
    view->itemsize = traits->itemsize;
    view->len = (Py_ssize_t)swiftgrad_tensor_size(handle) * traits->itemsize;
    view->readonly = buffer.readonly;
    view->ndim = buffer.rank;
    view->format = flags & PyBUF_FORMAT ? (char *)traits->format : NULL;
    view->shape = (flags & PyBUF_ND) == PyBUF_ND ? extents->extents : NULL;
    view->strides = (flags & PyBUF_STRIDES) == PyBUF_STRIDES ? extents->extents + buffer.rank : NULL;
    view->suboffsets = NULL;
    view->internal = extents;
    return 0;
}

void tensor_release_buffer(PyObject *self, Py_buffer *view) {
    exported *extents = view->internal;
    if (!extents) return;
    if (extents->lent) swiftgrad_tensor_return(tensor_handle(self));
    PyMem_Free(extents);
    view->internal = NULL;
}
