/* Memory for the arguments of one call: on the C stack for usual calls, from the heap beyond that. */
#include "core.h"

struct arena_block {
    arena_block *next;
    swiftgrad_value values[];
};

void arena_init(arena *a) {
    a->elements = 0;
    a->room_used = 0;
    a->owned_count = 0;
    a->owned_capacity = ARENA_OWNED;
    a->owned = a->owned_room;
    a->blocks = NULL;
}

void arena_clear(arena *a) {
    if (a->owned_count) {
        PyObject *type, *value, *traceback;
        PyErr_Fetch(&type, &value, &traceback);
        for (Py_ssize_t i = 0; i < a->owned_count; i++) Py_DECREF(a->owned[i]);
        PyErr_Restore(type, value, traceback);
    }
    if (a->owned != a->owned_room) PyMem_Free(a->owned);
    while (a->blocks) {
        arena_block *next = a->blocks->next;
        PyMem_Free(a->blocks);
        a->blocks = next;
    }
}

swiftgrad_value *arena_values(arena *a, Py_ssize_t count) {
    if (count <= ARENA_VALUES - a->room_used) {
        swiftgrad_value *values = a->room + a->room_used;
        a->room_used += count;
        return values;
    }
    if (count > (PY_SSIZE_T_MAX - (Py_ssize_t)sizeof(arena_block)) / (Py_ssize_t)sizeof(swiftgrad_value)) {
        PyErr_NoMemory();
        return NULL;
    }
    arena_block *block = PyMem_Malloc(sizeof(arena_block) + (size_t)count * sizeof(swiftgrad_value));
    if (!block) {
        PyErr_NoMemory();
        return NULL;
    }
    block->next = a->blocks;
    a->blocks = block;
    return block->values;
}

int arena_own(arena *a, PyObject *object) {
    if (a->owned_count == a->owned_capacity) {
        size_t bytes = (size_t)a->owned_capacity * 2 * sizeof(PyObject *);
        PyObject **grown = PyMem_Malloc(bytes);
        if (!grown) {
            Py_DECREF(object);
            PyErr_NoMemory();
            return -1;
        }
        memcpy(grown, a->owned, (size_t)a->owned_count * sizeof(PyObject *));
        if (a->owned != a->owned_room) PyMem_Free(a->owned);
        a->owned = grown;
        a->owned_capacity *= 2;
    }
    a->owned[a->owned_count++] = object;
    return 0;
}
