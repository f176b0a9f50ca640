/* from_dlpack: a tensor over memory that another library describes. */
#include "core.h"
#include "dlpack_abi.h"

typedef struct {
    deferred work;
    dlpack_legacy *legacy; /* one of the two */
    dlpack_versioned *versioned;
} foreign_owner;

static void delete_foreign(deferred *work) {
    foreign_owner *owner = (foreign_owner *)work;
    if (owner->versioned && owner->versioned->deleter) owner->versioned->deleter(owner->versioned);
    if (owner->legacy && owner->legacy->deleter) owner->legacy->deleter(owner->legacy);
    PyMem_Free(owner);
}

static void release_foreign(void *owner) { defer_or_run(&((foreign_owner *)owner)->work); }

static int32_t dtype_from_dlpack(dlpack_dtype dtype) {
    for (int32_t code = 0; dtype.lanes == 1 && code < DTYPE_COUNT; code++)
        if (dtype_table[code].dlpack_code == dtype.code && dtype_table[code].itemsize * 8 == dtype.bits) return code;
    PyErr_Format(PyExc_TypeError, "tensors do not hold DLPack's dtype (code %d, %d bits, %d lanes)", (int)dtype.code,
                 (int)dtype.bits, (int)dtype.lanes);
    return -1;
}

static int describe_foreign(const dlpack_tensor *tensor, bool readonly, swiftgrad_buffer *buffer) {
    if (tensor->device.device_type != DLPACK_CPU && tensor->device.device_type != DLPACK_CUDA_HOST) {
        PyErr_SetString(PyExc_BufferError, "the array is not in this computer's main memory");
        return -1;
    }
    if (tensor->ndim < 0 || tensor->ndim > SWIFTGRAD_MAX_RANK) {
        PyErr_Format(PyExc_ValueError, "a tensor has at most %d axes, not %d", SWIFTGRAD_MAX_RANK, (int)tensor->ndim);
        return -1;
    }
    buffer->dtype = dtype_from_dlpack(tensor->dtype);
    if (buffer->dtype < 0) return -1;
    int64_t itemsize = dtype_table[buffer->dtype].itemsize, contiguous = itemsize;
    buffer->data = (char *)tensor->data + tensor->byte_offset;
    buffer->rank = tensor->ndim;
    buffer->readonly = readonly;
    if ((uintptr_t)buffer->data % (uintptr_t)itemsize) {
        PyErr_SetString(PyExc_TypeError, "cannot share misaligned memory; copy the array first");
        return -1;
    }
    for (int32_t i = tensor->ndim - 1; i >= 0; i--) {
        buffer->shape[i] = tensor->shape[i];
        buffer->strides[i] = tensor->strides ? tensor->strides[i] * itemsize : contiguous;
        if (tensor->shape[i] < 0 || __builtin_mul_overflow(contiguous, tensor->shape[i], &contiguous)) {
            PyErr_SetString(PyExc_ValueError, "the DLPack shape is not valid");
            return -1;
        }
    }
    return 0;
}

static PyObject *consume(PyObject *capsule) {
    bool versioned = PyCapsule_IsValid(capsule, "dltensor_versioned");
    if (!versioned && !PyCapsule_IsValid(capsule, "dltensor")) {
        PyErr_SetString(PyExc_ValueError, "__dlpack__() returned no fresh DLPack capsule");
        return NULL;
    }
    void *pointer = PyCapsule_GetPointer(capsule, versioned ? "dltensor_versioned" : "dltensor");
    dlpack_versioned *with_version = versioned ? pointer : NULL;
    dlpack_legacy *legacy = versioned ? NULL : pointer;
    if (versioned && with_version->major > DLPACK_MAJOR) {
        PyErr_Format(PyExc_BufferError, "DLPack version %u is newer than %d", with_version->major, DLPACK_MAJOR);
        return NULL;
    }
    swiftgrad_buffer buffer;
    bool readonly = versioned && (with_version->flags & DLPACK_READ_ONLY);
    if (describe_foreign(versioned ? &with_version->tensor : &legacy->tensor, readonly, &buffer) < 0) return NULL;
    foreign_owner *owner = PyMem_Malloc(sizeof *owner);
    if (!owner) return PyErr_NoMemory();
    *owner = (foreign_owner){{NULL, delete_foreign}, legacy, with_version};
    swiftgrad_object handle;
    int32_t status = swiftgrad_tensor_from_buffer(&buffer, owner, release_foreign, &handle);
    if (status != SWIFTGRAD_OK) {
        PyMem_Free(owner);
        return raise_status(status); /* the capsule still owns the array */
    }
    PyCapsule_SetName(capsule, versioned ? "used_dltensor_versioned" : "used_dltensor");
    return tensor_wrap(handle);
}

/* Producers older than DLPack 1.0 know no `max_version`. */
static PyObject *request_capsule(PyObject *object) {
    PyObject *method = PyObject_GetAttrString(object, "__dlpack__");
    PyObject *none = method ? PyTuple_New(0) : NULL;
    PyObject *names = none ? Py_BuildValue("{s(ii)}", "max_version", DLPACK_MAJOR, DLPACK_MINOR) : NULL;
    PyObject *capsule = names ? PyObject_Call(method, none, names) : NULL;
    if (!capsule && names && PyErr_ExceptionMatches(PyExc_TypeError)) {
        PyErr_Clear();
        capsule = PyObject_Call(method, none, NULL);
    }
    Py_XDECREF(names);
    Py_XDECREF(none);
    Py_XDECREF(method);
    return capsule;
}

static int check_device(PyObject *object) {
    PyObject *device = PyObject_CallMethod(object, "__dlpack_device__", NULL);
    if (!device) return -1;
    PyObject *kind = PyTuple_Check(device) && PyTuple_Size(device) == 2 ? PyTuple_GetItem(device, 0) : NULL;
    long type = kind ? PyLong_AsLong(kind) : 0;
    Py_DECREF(device);
    if (type == -1 && PyErr_Occurred()) return -1;
    if (type == DLPACK_CPU || type == DLPACK_CUDA_HOST) return 0;
    PyErr_SetString(PyExc_BufferError, "the array is not in this computer's main memory; copy it there first");
    return -1;
}

PyObject *tensor_from_dlpack(PyObject *object) {
    if (PyCapsule_CheckExact(object)) return consume(object);
    PyObject *method = PyObject_GetAttrString(object, "__dlpack__");
    Py_XDECREF(method);
    if (!method) {
        PyErr_Clear();
        PyErr_Format(PyExc_TypeError, "%R has no __dlpack__", (PyObject *)Py_TYPE(object));
        return NULL;
    }
    if (check_device(object) < 0) return NULL;
    PyObject *capsule = request_capsule(object);
    PyObject *tensor = capsule ? consume(capsule) : NULL;
    Py_XDECREF(capsule);
    return tensor;
}
