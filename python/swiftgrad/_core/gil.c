/* Who holds the GIL, and what waits for it.
 *
 * The library may drop the last use of a NumPy array on any thread, also on one of its own workers, which must not
 * wait for the GIL. What is then due in Python is pushed onto a lock-free list, which the interpreter empties at its
 * next opportunity (Py_AddPendingCall) or this extension at its next call, whichever comes first. */
#include "core.h"

_Thread_local bool thread_holds_gil = false;
_Thread_local bool thread_inside_call = false;
_Thread_local bool thread_raised = false;

_Atomic(deferred *) deferred_work = NULL;
static atomic_bool closed = false;

library_scope library_enter(bool parallel) {
    library_scope scope = {NULL, thread_holds_gil, thread_inside_call};
    thread_inside_call = true;
    thread_holds_gil = !parallel;
    if (parallel) scope.saved = PyEval_SaveThread();
    return scope;
}

void library_leave(library_scope scope) {
    if (scope.saved) PyEval_RestoreThread(scope.saved);
    thread_holds_gil = scope.outer_holds;
    thread_inside_call = scope.outer_inside;
}

void drain_deferred(void) {
    deferred *work = atomic_exchange(&deferred_work, NULL);
    if (!work) return;
    PyObject *type, *value, *traceback;
    PyErr_Fetch(&type, &value, &traceback);
    while (work) {
        deferred *next = work->next;
        work->run(work);
        work = next;
    }
    PyErr_Restore(type, value, traceback);
}

static int drain_when_pending(void *ignored) {
    (void)ignored;
    drain_deferred();
    return 0;
}

void defer_or_run(deferred *work) {
    if (thread_holds_gil) {
        PyObject *type, *value, *traceback;
        PyErr_Fetch(&type, &value, &traceback);
        work->run(work);
        PyErr_Restore(type, value, traceback);
        return;
    }
    if (atomic_load(&closed)) return;
    deferred *first = atomic_load(&deferred_work);
    do work->next = first;
    while (!atomic_compare_exchange_weak(&deferred_work, &first, work));
    if (!first) Py_AddPendingCall(drain_when_pending, NULL);
}

void close_deferred(void) {
    drain_deferred();
    atomic_store(&closed, true);
}
