/* What the files of swiftgrad._core share. Python is spoken here and only here; arithmetic is behind swiftgrad.h. */
#ifndef SWIFTGRAD_CORE_H
#define SWIFTGRAD_CORE_H

#define PY_SSIZE_T_CLEAN
#include <Python.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <structmember.h>

#include "swiftgrad.h"

/* ---- gil.c: who holds the GIL, and what waits for it ---- */

/* Every call into the library is made between library_enter and library_leave, so that a callback can tell whether its
   thread holds the GIL. A thread that never came through here (a worker of the library) reads "no". */
typedef struct {
    PyThreadState *saved;
    bool outer_holds;
    bool outer_inside;
} library_scope;

extern _Thread_local bool thread_holds_gil;
extern _Thread_local bool thread_inside_call;
/* A callback of the running call left a Python exception for the caller. */
extern _Thread_local bool thread_raised;

library_scope library_enter(bool parallel);
void library_leave(library_scope scope);

/* Work that needs the GIL, put off by a thread that does not hold it. */
typedef struct deferred {
    struct deferred *next;
    void (*run)(struct deferred *self);
} deferred;

void defer_or_run(deferred *work);
void drain_deferred(void);
extern _Atomic(deferred *) deferred_work;
/* Closes the queue when the interpreter goes away. */
void close_deferred(void);

/* ---- errors.c ---- */

/* Sets the Python exception for a failed call; returns NULL. */
PyObject *raise_status(int32_t status);
/* A failed call may leave a result and a callback may raise in a call that succeeded: 0 when all is well, else -1. */
int settle(int32_t status, swiftgrad_value *result);

/* ---- dtype.c ---- */

#define DTYPE_COUNT 13

typedef struct {
    const char *name;
    const char *format; /* of the buffer protocol; NULL for bfloat16 */
    int itemsize;
    bool floating;
    uint8_t dlpack_code;
} dtype_traits;

extern const dtype_traits dtype_table[DTYPE_COUNT];

int dtype_init(PyObject *module);
PyObject *dtype_object(int32_t code);
/* The dtype that an object stands for (swiftgrad or NumPy dtype, name, Python type); -1 with TypeError if none. */
int32_t dtype_from_object(PyObject *object);

/* ---- arena.c: what one call's arguments need until it returns ---- */

#define ARENA_VALUES 24
#define ARENA_OWNED 8

typedef struct arena_block arena_block;

typedef struct {
    int64_t elements; /* of the largest tensor argument */
    Py_ssize_t room_used;
    Py_ssize_t owned_count, owned_capacity;
    PyObject **owned;
    arena_block *blocks;
    swiftgrad_value room[ARENA_VALUES];
    PyObject *owned_room[ARENA_OWNED];
} arena;

void arena_init(arena *a);
void arena_clear(arena *a);
/* Uninitialised values that live as long as the arena; NULL with MemoryError. */
swiftgrad_value *arena_values(arena *a, Py_ssize_t count);
/* Takes over a reference; 0, or -1 with MemoryError (and the reference is gone). */
int arena_own(arena *a, PyObject *object);

/* Calls on more elements than this let other Python threads run. */
#define PARALLEL_ELEMENTS 16384

/* ---- convert.c: between Python objects and values ---- */

/* A tensor, an array or a number as an operand: 1, 0 when the object is none of these, -1 with an exception. */
int value_from_operand(arena *a, PyObject *object, swiftgrad_value *value);
/* Whatever the object is; -1 with TypeError if no value can hold it. */
int value_from_any(arena *a, PyObject *object, swiftgrad_value *value);
int value_from_string(arena *a, PyObject *object, swiftgrad_value *value);
int value_from_index(arena *a, PyObject *object, swiftgrad_value *value);
int value_from_integer(PyObject *object, swiftgrad_value *value);
/* A list or tuple, each item through `convert`. */
int value_from_sequence(arena *a, PyObject *sequence, int (*convert)(arena *, PyObject *, swiftgrad_value *),
                        swiftgrad_value *value);
/* Takes over what the value owns. */
PyObject *value_to_object(swiftgrad_value *value);
/* The same, of a value that stays with the caller. */
PyObject *value_to_new_object(const swiftgrad_value *value);

/* ---- registry.c ---- */

typedef enum {
    PARAMETER_ANY,
    PARAMETER_TENSOR,
    PARAMETER_TENSORS,
    PARAMETER_BOOL,
    PARAMETER_INT,
    PARAMETER_FLOAT,
    PARAMETER_STRING,
    PARAMETER_DTYPE,
    PARAMETER_INTS,
    PARAMETER_SCALAR,
    PARAMETER_OBJECT,
    PARAMETER_CALLABLE,
    PARAMETER_INDEX,
} parameter_type;

typedef struct {
    PyObject *name;
    PyObject *alias; /* another name it goes by, or NULL */
    parameter_type type;
    bool optional, required, keyword_only, variadic;
} parameter;

typedef struct {
    const swiftgrad_value *entry; /* its map in the registry */
    char *name;                   /* "conv2d", "Linear", "Linear.forward" */
    const char *method;           /* of a function: its name as a method of Tensor, or NULL */
    const char *namespace_name;
    parameter *parameters;
    int32_t count, positional;
    int32_t index;
    bool blocking, ready;
} signature;

typedef struct {
    signature construct;
    signature *methods;
    int32_t method_count;
    int32_t base;
    PyObject *python_class;
} class_record;

extern signature *functions;
extern int32_t function_count;
extern class_record *classes;
extern int32_t class_count;

int registry_init(PyObject *module);
/* Reads the parameters on first use. */
int signature_prepare(signature *s);
/* The number of a function, or -1: "add" of the top level, "_tensor.iadd" of a namespace. */
int32_t function_find(const char *name);
/* "name(signature)\n--\n\ndoc", kept for ever; `self` is put before the first parameter unless NULL. */
char *signature_text(const signature *s, const char *self);
const swiftgrad_value *map_get(const swiftgrad_value *map, const char *key);
char *copy_text(const swiftgrad_value *value);

/* ---- arguments.c ---- */

/* Fills one value for each parameter from a vectorcall's arguments. */
int bind_arguments(arena *a, signature *s, swiftgrad_value *values, PyObject *const *args, Py_ssize_t positional,
                   PyObject *names);

/* ---- call.c ---- */

/* Function number `index` with values; a new reference or NULL. */
PyObject *call_values(int32_t index, const swiftgrad_value *values, int64_t count, bool parallel);
/* Function number `index` with Python arguments; `self` (or NULL) comes before them. */
PyObject *call_function(int32_t index, PyObject *self, PyObject *const *args, Py_ssize_t positional, PyObject *names);
/* Constructs (`self` has no handle yet) or invokes, with Python arguments. */
int construct_native(class_record *record, PyObject *self, PyObject *const *args, Py_ssize_t positional,
                     PyObject *names);
PyObject *invoke_native(signature *method, PyObject *self, PyObject *const *args, Py_ssize_t positional,
                        PyObject *names);
/* Function number `index` of one tensor. */
PyObject *call_on_tensor(int32_t index, PyObject *tensor);

/* ---- trampolines.c ---- */

#define TRAMPOLINES 2048

/* Number i calls function number i of the registry. */
extern PyCFunction const function_trampolines[TRAMPOLINES];
/* Number i calls what method slot i was given. */
extern PyCFunction const method_trampolines[TRAMPOLINES];

PyObject *function_entry(PyObject *module, PyObject *const *args, Py_ssize_t positional, PyObject *names,
                         int32_t index);
PyObject *method_entry(PyObject *self, PyObject *const *args, Py_ssize_t positional, PyObject *names, int32_t slot);

/* ---- tensor*.c ---- */

typedef struct {
    PyObject_HEAD
    swiftgrad_object handle;
    PyObject *weak_references;
} tensor_object;

extern PyTypeObject *tensor_type;
extern PyTypeObject *parameter_tensor_type;

static inline bool is_tensor(PyObject *object) {
    return Py_TYPE(object) == tensor_type || PyObject_TypeCheck(object, tensor_type);
}

static inline swiftgrad_object tensor_handle(PyObject *object) { return ((tensor_object *)object)->handle; }

int tensor_init(PyObject *module);
/* The Python object of a tensor, taking over the handle. */
PyObject *tensor_wrap(swiftgrad_object handle);
/* The tensor's Python object from now on is a Parameter. */
PyObject *tensor_as_parameter(PyObject *module, PyObject *tensor);
/* The tensor's elements are not to be read from outside: RuntimeError (or `error`) if it requires gradients. */
int refuse_if_requires_grad(PyObject *tensor, PyObject *error);
int tensor_requires_grad(PyObject *tensor);
int tensor_set_requires_grad(PyObject *tensor, bool flag);
/* The same memory without history. */
PyObject *tensor_alias(PyObject *tensor);
/* New, uninitialised, contiguous. */
PyObject *tensor_empty(int32_t dtype, int32_t rank, const int64_t *shape);

extern PyGetSetDef tensor_attributes[];
extern PyMethodDef tensor_methods[];

int tensor_operators_init(void);
int tensor_index_init(void);
int tensor_attributes_init(void);
int tensor_create_init(PyObject *module);

PyObject *tensor_add(PyObject *a, PyObject *b);
PyObject *tensor_subtract(PyObject *a, PyObject *b);
PyObject *tensor_multiply(PyObject *a, PyObject *b);
PyObject *tensor_divide(PyObject *a, PyObject *b);
PyObject *tensor_floor_divide(PyObject *a, PyObject *b);
PyObject *tensor_remainder(PyObject *a, PyObject *b);
PyObject *tensor_power(PyObject *a, PyObject *b, PyObject *modulus);
PyObject *tensor_matmul(PyObject *a, PyObject *b);
PyObject *tensor_and(PyObject *a, PyObject *b);
PyObject *tensor_or(PyObject *a, PyObject *b);
PyObject *tensor_xor(PyObject *a, PyObject *b);
PyObject *tensor_shift_left(PyObject *a, PyObject *b);
PyObject *tensor_shift_right(PyObject *a, PyObject *b);
PyObject *tensor_negative(PyObject *a);
PyObject *tensor_positive(PyObject *a);
PyObject *tensor_absolute(PyObject *a);
PyObject *tensor_invert(PyObject *a);
PyObject *tensor_iadd(PyObject *a, PyObject *b);
PyObject *tensor_isubtract(PyObject *a, PyObject *b);
PyObject *tensor_imultiply(PyObject *a, PyObject *b);
PyObject *tensor_idivide(PyObject *a, PyObject *b);
PyObject *tensor_ifloor_divide(PyObject *a, PyObject *b);
PyObject *tensor_iremainder(PyObject *a, PyObject *b);
PyObject *tensor_ipower(PyObject *a, PyObject *b, PyObject *modulus);
PyObject *tensor_compare(PyObject *a, PyObject *b, int comparison);

PyObject *tensor_get_item(PyObject *self, PyObject *key);
int tensor_set_item(PyObject *self, PyObject *key, PyObject *value);
PyObject *tensor_item_at(PyObject *self, Py_ssize_t position);
Py_ssize_t tensor_length(PyObject *self);
PyObject *tensor_iterate(PyObject *self);
int tensor_contains(PyObject *self, PyObject *value);

int tensor_truth(PyObject *self);
PyObject *tensor_to_int(PyObject *self);
PyObject *tensor_to_float(PyObject *self);
PyObject *tensor_to_index(PyObject *self);
PyObject *tensor_item(PyObject *self, PyObject *ignored);
PyObject *tensor_to_list(PyObject *self, PyObject *ignored);
PyObject *tensor_format(PyObject *self, PyObject *specification);

int tensor_get_buffer(PyObject *self, Py_buffer *view, int flags);
void tensor_release_buffer(PyObject *self, Py_buffer *view);

/* ---- tensor_import.c, tensor_create.c: memory that comes from outside ---- */

/* Shares the memory of anything that exports it (buffer protocol, DLPack, __array__). NULL with TypeError if the
   object does not. */
PyObject *tensor_from_exporter(PyObject *object);
/* Whether tensor_from_exporter has something to try. */
bool is_exporter(PyObject *object);
/* Python numbers and nested lists, through NumPy; NULL with an exception. */
PyObject *tensor_from_python(PyObject *object);
PyObject *tensor_astype(PyObject *tensor, int32_t dtype);
PyObject *tensor_clone(PyObject *tensor);
/* NumPy itself, imported when first needed; borrowed. */
PyObject *numpy_module(void);
/* A NumPy scalar: 1, 0, or -1 with an exception. NumPy is not imported for this. */
int is_numpy_scalar(PyObject *object);

/* ---- dlpack_import.c, dlpack_export.c ---- */

PyObject *tensor_from_dlpack(PyObject *object);
PyObject *tensor_dlpack(PyObject *self, PyObject *args, PyObject *names);
PyObject *tensor_dlpack_device(PyObject *self, PyObject *ignored);

/* ---- object.c ---- */

typedef struct {
    PyObject_HEAD
    swiftgrad_object handle;
    PyObject *held;
    PyObject *dict;
    PyObject *weak_references;
} native_object;

extern PyTypeObject *native_type;

int object_init(PyObject *module);
/* The Python object of a module, optimiser, ..., taking over the handle. */
PyObject *object_wrap(swiftgrad_object handle);
static inline bool is_native(PyObject *object) { return PyObject_TypeCheck(object, native_type); }
/* The handle of an object that has been constructed; NULL with RuntimeError otherwise. */
swiftgrad_object object_handle(PyObject *object);
/* Keeps the objects and callables in `child` alive as long as `self`. */
int object_hold(native_object *self, PyObject *child);
int object_unhold(native_object *self, PyObject *child);

/* ---- methods.c ---- */

int methods_init(PyObject *module);
/* Gives Tensor a method for every function whose entry names one. */
int add_tensor_methods(void);

/* ---- host.c ---- */

/* An exception of a callback on another thread, if there is one, becomes this thread's. */
bool restore_stray_exception(void);
void host_init(void);

#endif
