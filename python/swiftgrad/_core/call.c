/* One call of the library: a function, a constructor or a method. */
#include "core.h"

PyObject *call_values(int32_t index, const swiftgrad_value *values, int64_t count, bool parallel) {
    if (atomic_load_explicit(&deferred_work, memory_order_relaxed)) drain_deferred();
    swiftgrad_value result;
    library_scope scope = library_enter(parallel);
    int32_t status = swiftgrad_call(index, values, count, &result);
    library_leave(scope);
    if (settle(status, &result) < 0) return NULL;
    return value_to_object(&result);
}

PyObject *call_on_tensor(int32_t index, PyObject *tensor) {
    if (index < 0) {
        PyErr_SetString(PyExc_NotImplementedError, "this library was built without that operation");
        return NULL;
    }
    swiftgrad_value value = {.kind = SWIFTGRAD_TENSOR, .object = tensor_handle(tensor)};
    bool parallel = swiftgrad_tensor_size(value.object) > PARALLEL_ELEMENTS;
    return call_values(index, &value, 1, parallel || functions[index].blocking);
}

/* Binds into the arena; NULL with an exception, and then the arena is still to be cleared. */
static swiftgrad_value *bind(arena *a, signature *s, PyObject *const *args, Py_ssize_t positional, PyObject *names) {
    if (!s->ready && signature_prepare(s) < 0) return NULL;
    swiftgrad_value *values = arena_values(a, s->count);
    return values && bind_arguments(a, s, values, args, positional, names) == 0 ? values : NULL;
}

#define FEW_ARGUMENTS 8

PyObject *call_function(int32_t index, PyObject *self, PyObject *const *args, Py_ssize_t positional, PyObject *names) {
    PyObject *few[FEW_ARGUMENTS + 1];
    PyObject **all = NULL;
    if (self) {
        Py_ssize_t count = positional + (names ? PyTuple_Size(names) : 0);
        all = count <= FEW_ARGUMENTS ? few : PyMem_Malloc((size_t)(count + 1) * sizeof(PyObject *));
        if (!all) return PyErr_NoMemory();
        all[0] = self;
        if (count) memcpy(all + 1, args, (size_t)count * sizeof(PyObject *));
        args = all;
        positional++;
    }
    arena a;
    arena_init(&a);
    signature *s = &functions[index];
    swiftgrad_value *values = bind(&a, s, args, positional, names);
    PyObject *result = NULL;
    if (values) result = call_values(index, values, s->count, s->blocking || a.elements > PARALLEL_ELEMENTS);
    if (all && all != few) PyMem_Free(all);
    arena_clear(&a);
    return result;
}

/* A constructor keeps alive what the library only points at: the objects and callables among its arguments, wherever
   they came from (a generator has no other hold on what it has yielded). */
static int hold_values(native_object *self, const swiftgrad_value *values, int64_t count) {
    int status = 0;
    for (int64_t i = 0; status == 0 && i < count; i++) {
        const swiftgrad_value *value = &values[i];
        PyObject *child = NULL;
        if (value->kind == SWIFTGRAD_OBJECT) child = swiftgrad_get_wrapper(value->object);
        else if (value->kind == SWIFTGRAD_CALLABLE) child = value->foreign;
        else if (value->kind == SWIFTGRAD_LIST || value->kind == SWIFTGRAD_MAP)
            status = hold_values(self, value->items, value->count);
        if (child) status = object_hold(self, child);
    }
    return status;
}

/* A method keeps the objects that it declares as such: set_child(name, module). */
static int hold_objects(native_object *self, const signature *s, const swiftgrad_value *values) {
    for (int32_t i = 0; i < s->count; i++) {
        if (s->parameters[i].type != PARAMETER_OBJECT || values[i].kind != SWIFTGRAD_OBJECT) continue;
        PyObject *wrapper = swiftgrad_get_wrapper(values[i].object);
        if (wrapper && wrapper != (PyObject *)self && object_hold(self, wrapper) < 0) return -1;
    }
    return 0;
}

int construct_native(class_record *record, PyObject *self, PyObject *const *args, Py_ssize_t positional,
                     PyObject *names) {
    if (!is_native(self)) {
        PyErr_Format(PyExc_TypeError, "%s: not an object of swiftgrad", record->construct.name);
        return -1;
    }
    native_object *object = (native_object *)self;
    if (object->handle) {
        PyErr_Format(PyExc_RuntimeError, "%s.__init__() was called twice", record->construct.name);
        return -1;
    }
    if (atomic_load_explicit(&deferred_work, memory_order_relaxed)) drain_deferred();
    arena a;
    arena_init(&a);
    signature *s = &record->construct;
    swiftgrad_value *values = bind(&a, s, args, positional, names);
    int status = -1;
    swiftgrad_object handle = NULL;
    if (values && hold_values(object, values, s->count) == 0) {
        library_scope scope = library_enter(s->blocking);
        int32_t code = swiftgrad_construct((int32_t)(record - classes), values, s->count, &handle);
        library_leave(scope);
        status = settle(code, NULL);
    }
    if (status == 0 && !object->handle) {
        object->handle = handle;
        swiftgrad_set_wrapper(handle, self);
    }
    arena_clear(&a);
    return status;
}

PyObject *invoke_native(signature *method, PyObject *self, PyObject *const *args, Py_ssize_t positional,
                        PyObject *names) {
    swiftgrad_object handle = object_handle(self);
    if (!handle) return NULL;
    if (atomic_load_explicit(&deferred_work, memory_order_relaxed)) drain_deferred();
    arena a;
    arena_init(&a);
    PyObject *object = NULL;
    swiftgrad_value *values = bind(&a, method, args, positional, names);
    if (values && hold_objects((native_object *)self, method, values) == 0) {
        swiftgrad_value result;
        library_scope scope = library_enter(method->blocking || a.elements > PARALLEL_ELEMENTS);
        int32_t status = swiftgrad_invoke(handle, method->index, values, method->count, &result);
        library_leave(scope);
        if (settle(status, &result) == 0) object = value_to_object(&result);
    }
    arena_clear(&a);
    return object;
}
