/* The C interface of swiftgrad.
 *
 * Every operation, layer, optimiser and trainer is reached through a registry: `swiftgrad_describe` lists what there
 * is (names, parameters, defaults, documentation), and three calls use it: `swiftgrad_call` a function,
 * `swiftgrad_construct` an object of a class, `swiftgrad_invoke` a method. Adding an operation adds no symbol.
 *
 * Conventions
 * - Every call that can fail returns a status; 0 is success. After a failure the results are untouched, the arguments
 *   are as they were, and `swiftgrad_last_error` gives the message of this thread's last failure.
 * - Objects (tensors, modules, ...) are reference-counted handles. Arguments are borrowed for the call; a handle in a
 *   result belongs to the caller, who gives it back with `swiftgrad_release` (or `swiftgrad_value_clear`).
 * - Calls may come from any thread. Two threads must not use one tensor at the same time if either writes to it.
 */
#ifndef SWIFTGRAD_H
#define SWIFTGRAD_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Raised whenever this file changes in a way that a program built against an older one would notice. */
#define SWIFTGRAD_ABI_VERSION 1

/* Axes an array can have, as in NumPy. */
#define SWIFTGRAD_MAX_RANK 64

/* A tensor, module, optimiser, trainer, ...: one reference held by whoever has the pointer. */
typedef struct swiftgrad_object_s *swiftgrad_object;

typedef enum swiftgrad_status {
  SWIFTGRAD_OK = 0,
  SWIFTGRAD_VALUE_ERROR = 1,
  SWIFTGRAD_TYPE_ERROR = 2,
  SWIFTGRAD_INDEX_ERROR = 3,
  SWIFTGRAD_KEY_ERROR = 4,
  SWIFTGRAD_MEMORY_ERROR = 5,
  SWIFTGRAD_BUFFER_ERROR = 6,
  SWIFTGRAD_RUNTIME_ERROR = 7,
  SWIFTGRAD_NOT_IMPLEMENTED = 8,
  SWIFTGRAD_OS_ERROR = 9,
  SWIFTGRAD_ATTRIBUTE_ERROR = 10,
  SWIFTGRAD_STOP_ITERATION = 11, /* an iterator is at its end */
  SWIFTGRAD_FOREIGN_ERROR = 12   /* a callback failed and keeps its own error (in Python: the exception is set) */
} swiftgrad_status;

typedef enum swiftgrad_dtype {
  SWIFTGRAD_BOOL = 0,
  SWIFTGRAD_INT8 = 1,
  SWIFTGRAD_INT16 = 2,
  SWIFTGRAD_INT32 = 3,
  SWIFTGRAD_INT64 = 4,
  SWIFTGRAD_UINT8 = 5,
  SWIFTGRAD_UINT16 = 6,
  SWIFTGRAD_UINT32 = 7,
  SWIFTGRAD_UINT64 = 8,
  SWIFTGRAD_FLOAT16 = 9,
  SWIFTGRAD_BFLOAT16 = 10,
  SWIFTGRAD_FLOAT32 = 11,
  SWIFTGRAD_FLOAT64 = 12
} swiftgrad_dtype;

typedef enum swiftgrad_kind {
  SWIFTGRAD_ABSENT = 0, /* an argument that was not given: the default is used */
  SWIFTGRAD_NONE = 1,
  SWIFTGRAD_BOOLEAN = 2,  /* integer: 0 or 1 */
  SWIFTGRAD_INTEGER = 3,  /* integer */
  SWIFTGRAD_NUMBER = 4,   /* number */
  SWIFTGRAD_STRING = 5,   /* bytes: UTF-8, count bytes, not terminated */
  SWIFTGRAD_DTYPE = 6,    /* integer: a swiftgrad_dtype */
  SWIFTGRAD_TENSOR = 7,   /* object */
  SWIFTGRAD_OBJECT = 8,   /* object: an instance of a registered class */
  SWIFTGRAD_LIST = 9,     /* items: count values */
  SWIFTGRAD_MAP = 10,     /* items: count values, keys (strings) and values in turn, in order */
  SWIFTGRAD_CALLABLE = 11, /* foreign: a function of the host's language */
  SWIFTGRAD_SLICE = 12,    /* items: start, stop, step, each an integer or none; only inside an index */
  SWIFTGRAD_ELLIPSIS = 13  /* only inside an index */
} swiftgrad_kind;

/* One argument or result. */
typedef struct swiftgrad_value {
  int32_t kind; /* swiftgrad_kind */
  int64_t count;
  union {
    int64_t integer;
    double number;
    const char *bytes;
    swiftgrad_object object;
    struct swiftgrad_value *items;
    void *foreign;
  };
} swiftgrad_value;

/* Where an array's elements are. Strides are in bytes and may be negative or zero; `data` is element (0, ..., 0). */
typedef struct swiftgrad_buffer {
  void *data;
  int32_t dtype; /* swiftgrad_dtype */
  int32_t rank;
  bool readonly;
  int64_t shape[SWIFTGRAD_MAX_RANK];
  int64_t strides[SWIFTGRAD_MAX_RANK];
} swiftgrad_buffer;

/* What the host's language supplies. */
typedef struct swiftgrad_host {
  /* Calls a foreign callable with borrowed arguments; fills `result` (ownership passes to the library) and returns a
     status; SWIFTGRAD_FOREIGN_ERROR leaves the error with the host. May be called on any thread that is inside a call
     of the host. */
  int32_t (*call)(void *callable, const swiftgrad_value *arguments, int64_t count, swiftgrad_value *result);
  /* One more, or one fewer, owner of a foreign callable. */
  void (*retain)(void *callable);
  void (*release)(void *callable);
  /* True when the running call should stop (in Python: a signal raised an exception). */
  bool (*interrupted)(void);
} swiftgrad_host;

/* The SWIFTGRAD_ABI_VERSION the library was built with. */
int32_t swiftgrad_abi_version(void);

/* The message of the last failure on this thread; valid until this thread's next call. Never null. */
const char *swiftgrad_last_error(void);

/* Registers the host's callbacks; the struct is copied. Call once, before anything that takes a callable. */
void swiftgrad_set_host(const swiftgrad_host *host);

/* The registry: a map with the lists "functions" and "classes"; each entry is a map.
 * A function has: name, namespace ("" for the top level, else "linalg", "nn.functional", ...), method (the name it has
 *   as a tensor method, or none), doc, signature ("(x, /, axis=None, *, keepdims=False)"), parameters: a list of maps (name, type,
 *   required, keyword_only, default as text). Its position in the list is its index.
 * A class has: name, namespace, base (index or -1), doc, signature, parameters, methods: a list of maps (name, doc, signature,
 *   parameters, index), properties (names: methods without arguments that read like attributes).
 * Parameter types: tensor, tensor?, tensors, bool, int, float, string, dtype, ints (an int or a sequence), scalar
 *   (a tensor or a number), object, callable, index, any. A trailing ? allows none. */
int32_t swiftgrad_describe(swiftgrad_value *result);

/* Calls function number `function` with one value for each of its parameters, in order. */
int32_t swiftgrad_call(int32_t function, const swiftgrad_value *arguments, int64_t count, swiftgrad_value *result);

/* Makes an object of class number `type`. */
int32_t swiftgrad_construct(int32_t type, const swiftgrad_value *arguments, int64_t count, swiftgrad_object *result);

/* Calls method number `method` of the object's class (or of a class it descends from). */
int32_t swiftgrad_invoke(swiftgrad_object object, int32_t method, const swiftgrad_value *arguments, int64_t count,
                         swiftgrad_value *result);

/* The number of the object's class, or -1 for a tensor. */
int32_t swiftgrad_class_of(swiftgrad_object object);

void swiftgrad_retain(swiftgrad_object object);
void swiftgrad_release(swiftgrad_object object);

/* Releases what a result owns, and makes it SWIFTGRAD_NONE. */
void swiftgrad_value_clear(swiftgrad_value *value);

/* A pointer that the host keeps with an object: its wrapper there, not owned. Null at first. */
void *swiftgrad_get_wrapper(swiftgrad_object object);
void swiftgrad_set_wrapper(swiftgrad_object object, void *wrapper);

/* A tensor over somebody else's memory, without a copy. `release(owner)` is called once, when nothing uses the memory
   any more, on whichever thread that happens; on failure it is not called. */
int32_t swiftgrad_tensor_from_buffer(const swiftgrad_buffer *buffer, void *owner, void (*release)(void *owner),
                                     swiftgrad_object *result);

/* A tensor of the given shape with its own uninitialised, contiguous memory; `strides` and `data` of the buffer are
   ignored on entry. */
int32_t swiftgrad_tensor_empty(const swiftgrad_buffer *buffer, swiftgrad_object *result);

/* Where a tensor's elements are; valid as long as the tensor. */
void swiftgrad_tensor_buffer(swiftgrad_object tensor, swiftgrad_buffer *result);

/* Elements in a tensor. */
int64_t swiftgrad_tensor_size(swiftgrad_object tensor);

/* Say that memory of this tensor was handed out to somebody who may write to it, and that it came back. While it is
   out, what the backward pass saved is checked for changes. */
void swiftgrad_tensor_lend(swiftgrad_object tensor);
void swiftgrad_tensor_return(swiftgrad_object tensor);

#ifdef __cplusplus
}
#endif

#endif
