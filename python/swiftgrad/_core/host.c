/* What the library asks of Python: to call a function, and whether to stop. */
#include "core.h"
#include <time.h>

/* ---- an exception of a callback, on its way to the caller ----
 *
 * On the caller's own thread it stays where Python keeps it. On another thread of the library it would be lost with
 * that thread's state, so it waits here; the GIL guards it. */
static PyObject *stray[3];

static void keep_exception(bool own_thread) {
    if (own_thread) {
        thread_raised = true;
        return;
    }
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    if (stray[0]) {
        Py_XDECREF(type);
        Py_XDECREF(value);
        Py_XDECREF(traceback);
        return;
    }
    stray[0] = type;
    stray[1] = value;
    stray[2] = traceback;
}

bool restore_stray_exception(void) {
    if (!stray[0]) return false;
    PyErr_Restore(stray[0], stray[1], stray[2]);
    stray[0] = stray[1] = stray[2] = NULL;
    return true;
}

/* ---- a result that the library will own: its memory comes from malloc ---- */

static int own_value(const swiftgrad_value *from, swiftgrad_value *to);

static int own_items(const swiftgrad_value *from, swiftgrad_value *to) {
    to->items = calloc((size_t)from->count + 1, sizeof(swiftgrad_value));
    for (int64_t i = 0; to->items && i < from->count; i++)
        if (own_value(&from->items[i], &to->items[i]) < 0) return -1;
    return to->items ? 0 : -1;
}

static int own_value(const swiftgrad_value *from, swiftgrad_value *to) {
    *to = *from;
    switch (from->kind) {
        case SWIFTGRAD_TENSOR:
        case SWIFTGRAD_OBJECT: swiftgrad_retain(from->object); return 0;
        case SWIFTGRAD_CALLABLE: Py_INCREF((PyObject *)from->foreign); return 0;
        case SWIFTGRAD_STRING: {
            char *bytes = malloc((size_t)from->count + 1);
            if (bytes) memcpy(bytes, from->bytes, (size_t)from->count);
            to->bytes = bytes;
            return bytes ? 0 : -1;
        }
        case SWIFTGRAD_LIST:
        case SWIFTGRAD_MAP: return own_items(from, to);
        default: return 0;
    }
}

static int own_result(PyObject *object, swiftgrad_value *result) {
    arena a;
    arena_init(&a);
    swiftgrad_value value;
    int status = value_from_any(&a, object, &value);
    if (status == 0 && own_value(&value, result) < 0) {
        PyErr_NoMemory();
        status = -1;
    }
    arena_clear(&a);
    return status;
}

/* ---- the callbacks ---- */

static int call_python(PyObject *callable, const swiftgrad_value *arguments, int64_t count, swiftgrad_value *result) {
    PyObject *tuple = PyTuple_New((Py_ssize_t)count);
    for (int64_t i = 0; tuple && i < count; i++) {
        PyObject *item = value_to_new_object(&arguments[i]);
        if (!item || PyTuple_SetItem(tuple, (Py_ssize_t)i, item) < 0) Py_CLEAR(tuple);
    }
    PyObject *object = tuple ? PyObject_Call(callable, tuple, NULL) : NULL;
    int status = object ? own_result(object, result) : -1;
    Py_XDECREF(object);
    Py_XDECREF(tuple);
    return status;
}

static int32_t host_call(void *callable, const swiftgrad_value *arguments, int64_t count, swiftgrad_value *result) {
    bool own_thread = thread_inside_call, outer_holds = thread_holds_gil, outer_raised = thread_raised;
    PyGILState_STATE state = PyGILState_Ensure();
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    thread_holds_gil = true;
    thread_raised = false;
    int status = call_python(callable, arguments, count, result);
    thread_raised = outer_raised;
    if (status < 0 && !type) keep_exception(own_thread);
    else if (type) PyErr_Restore(type, value, traceback); /* the first exception is the one to tell */
    thread_holds_gil = outer_holds;
    PyGILState_Release(state);
    return status < 0 ? SWIFTGRAD_FOREIGN_ERROR : SWIFTGRAD_OK;
}

static void host_retain(void *callable) {
    PyGILState_STATE state = PyGILState_Ensure();
    Py_INCREF((PyObject *)callable);
    PyGILState_Release(state);
}

typedef struct {
    deferred work;
    PyObject *callable;
} dropped_callable;

static void drop_callable(deferred *work) {
    Py_DECREF(((dropped_callable *)work)->callable);
    free(work);
}

static void host_release(void *callable) {
    dropped_callable *drop = malloc(sizeof *drop);
    if (!drop) return; /* better a leak than a crash */
    *drop = (dropped_callable){{NULL, drop_callable}, callable};
    defer_or_run(&drop->work);
}

#define NANOSECONDS_BETWEEN_CHECKS 50000000

/* Taking the GIL costs, so signals are looked for twenty times a second. */
static bool host_interrupted(void) {
    static _Thread_local int64_t next_check = 0;
    if (!thread_inside_call) return false;
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    int64_t nanoseconds = (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
    if (nanoseconds < next_check) return false;
    next_check = nanoseconds + NANOSECONDS_BETWEEN_CHECKS;
    bool outer_holds = thread_holds_gil;
    PyGILState_STATE state = PyGILState_Ensure();
    thread_holds_gil = true;
    bool stop = PyErr_Occurred() || PyErr_CheckSignals() < 0;
    if (stop) thread_raised = true;
    thread_holds_gil = outer_holds;
    PyGILState_Release(state);
    return stop;
}

void host_init(void) {
    static const swiftgrad_host host = {host_call, host_retain, host_release, host_interrupted};
    swiftgrad_set_host(&host);
}
