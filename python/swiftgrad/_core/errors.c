/* From a status of the library to a Python exception. */
#include "core.h"

static PyObject *exception_for(int32_t status) {
    switch (status) {
        case SWIFTGRAD_VALUE_ERROR: return PyExc_ValueError;
        case SWIFTGRAD_TYPE_ERROR: return PyExc_TypeError;
        case SWIFTGRAD_INDEX_ERROR: return PyExc_IndexError;
        case SWIFTGRAD_KEY_ERROR: return PyExc_KeyError;
        case SWIFTGRAD_MEMORY_ERROR: return PyExc_MemoryError;
        case SWIFTGRAD_BUFFER_ERROR: return PyExc_BufferError;
        case SWIFTGRAD_NOT_IMPLEMENTED: return PyExc_NotImplementedError;
        case SWIFTGRAD_OS_ERROR: return PyExc_OSError;
        case SWIFTGRAD_ATTRIBUTE_ERROR: return PyExc_AttributeError;
        case SWIFTGRAD_STOP_ITERATION: return PyExc_StopIteration;
        default: return PyExc_RuntimeError;
    }
}

PyObject *raise_status(int32_t status) {
    if (thread_raised) {
        thread_raised = false;
        if (PyErr_Occurred()) return NULL;
    }
    if (status == SWIFTGRAD_FOREIGN_ERROR && restore_stray_exception()) return NULL;
    if (status == SWIFTGRAD_STOP_ITERATION) {
        PyErr_SetNone(PyExc_StopIteration);
        return NULL;
    }
    const char *message = swiftgrad_last_error();
    PyObject *text = PyUnicode_DecodeUTF8(message, (Py_ssize_t)strlen(message), "replace");
    if (!text) return NULL;
    PyErr_SetObject(exception_for(status), text);
    Py_DECREF(text);
    return NULL;
}

int settle(int32_t status, swiftgrad_value *result) {
    if (status == SWIFTGRAD_OK && !thread_raised) return 0;
    bool raised = thread_raised && PyErr_Occurred();
    if (status == SWIFTGRAD_OK && !raised) {
        thread_raised = false;
        return 0;
    }
    if (status == SWIFTGRAD_OK && result) {
        PyObject *type, *value, *traceback;
        PyErr_Fetch(&type, &value, &traceback);
        library_scope scope = library_enter(false);
        swiftgrad_value_clear(result);
        library_leave(scope);
        PyErr_Restore(type, value, traceback);
    }
    raise_status(status);
    return -1;
}
