/* One C function for every registered function and one for every method: a PyMethodDef has no other way to say which
 * of them is called. */
#include "core.h"

#define TRAMPOLINE(i)                                                                                                  \
    static PyObject *function_##i(PyObject *self, PyObject *const *args, Py_ssize_t count, PyObject *names) {          \
        return function_entry(self, args, count, names, 0##i);                                                         \
    }                                                                                                                  \
    static PyObject *method_##i(PyObject *self, PyObject *const *args, Py_ssize_t count, PyObject *names) {            \
        return method_entry(self, args, count, names, 0##i);                                                           \
    }
#define FUNCTION_POINTER(i) (PyCFunction)(void (*)(void))function_##i,
#define METHOD_POINTER(i) (PyCFunction)(void (*)(void))method_##i,

/* Octal digits: EACH(T) is T(0000) to T(3777). */
#define EACH_8(T, p) T(p##0) T(p##1) T(p##2) T(p##3) T(p##4) T(p##5) T(p##6) T(p##7)
#define EACH_64(T, p) \
    EACH_8(T, p##0) EACH_8(T, p##1) EACH_8(T, p##2) EACH_8(T, p##3) \
    EACH_8(T, p##4) EACH_8(T, p##5) EACH_8(T, p##6) EACH_8(T, p##7)
#define EACH_512(T, p) \
    EACH_64(T, p##0) EACH_64(T, p##1) EACH_64(T, p##2) EACH_64(T, p##3) \
    EACH_64(T, p##4) EACH_64(T, p##5) EACH_64(T, p##6) EACH_64(T, p##7)
#define EACH(T) EACH_512(T, 0) EACH_512(T, 1) EACH_512(T, 2) EACH_512(T, 3)

EACH(TRAMPOLINE)

PyCFunction const function_trampolines[TRAMPOLINES] = {EACH(FUNCTION_POINTER)};
PyCFunction const method_trampolines[TRAMPOLINES] = {EACH(METHOD_POINTER)};
