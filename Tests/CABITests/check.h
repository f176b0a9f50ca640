/* What the programs in this directory share: a check that says where it failed, and short ways to write values. */
#ifndef CHECK_H
#define CHECK_H

#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "swiftgrad.h"

#define CHECK(condition)                                                                                              \
    do {                                                                                                              \
        if (!(condition)) {                                                                                           \
            fprintf(stderr, "%s:%d: %s (last error: %s)\n", __FILE__, __LINE__, #condition, swiftgrad_last_error()); \
            exit(1);                                                                                                  \
        }                                                                                                             \
    } while (0)

static const swiftgrad_value absent = {.kind = SWIFTGRAD_ABSENT};
static const swiftgrad_value none = {.kind = SWIFTGRAD_NONE};

static inline swiftgrad_value integer(int64_t value) {
    return (swiftgrad_value){.kind = SWIFTGRAD_INTEGER, .integer = value};
}

static inline swiftgrad_value number(double value) {
    return (swiftgrad_value){.kind = SWIFTGRAD_NUMBER, .number = value};
}

static inline swiftgrad_value boolean(bool value) {
    return (swiftgrad_value){.kind = SWIFTGRAD_BOOLEAN, .integer = value};
}

static inline swiftgrad_value text(const char *value) {
    return (swiftgrad_value){.kind = SWIFTGRAD_STRING, .bytes = value, .count = (int64_t)strlen(value)};
}

static inline swiftgrad_value list(swiftgrad_value *items, int64_t count) {
    return (swiftgrad_value){.kind = SWIFTGRAD_LIST, .items = items, .count = count};
}

/* The value of a key; null when the map has none. */
static inline const swiftgrad_value *lookup(const swiftgrad_value *map, const char *key) {
    for (int64_t i = 0; i + 1 < map->count; i += 2) {
        const swiftgrad_value *name = &map->items[i];
        if (name->count == (int64_t)strlen(key) && memcmp(name->bytes, key, (size_t)name->count) == 0)
            return &map->items[i + 1];
    }
    return NULL;
}

static inline bool equals(const swiftgrad_value *value, const char *word) {
    return value && value->kind == SWIFTGRAD_STRING && value->count == (int64_t)strlen(word)
           && memcmp(value->bytes, word, (size_t)value->count) == 0;
}

/* The number of a function. */
static inline int32_t find(const swiftgrad_value *registry, const char *namespace_name, const char *name) {
    const swiftgrad_value *functions = lookup(registry, "functions");
    for (int64_t i = 0; i < functions->count; i++)
        if (equals(lookup(&functions->items[i], "name"), name)
            && equals(lookup(&functions->items[i], "namespace"), namespace_name))
            return (int32_t)i;
    fprintf(stderr, "there is no function %s.%s\n", namespace_name, name);
    exit(1);
}

/* A call that must succeed. */
static inline swiftgrad_value call(int32_t function, const swiftgrad_value *arguments, int64_t count) {
    swiftgrad_value result = {.kind = -7};
    CHECK(swiftgrad_call(function, arguments, count, &result) == SWIFTGRAD_OK);
    CHECK(result.kind != -7);
    return result;
}

/* A call that must fail with a status and a message that contains some words, and leave the result as it was. */
static inline void fails(int32_t function, const swiftgrad_value *arguments, int64_t count, int32_t status,
                         const char *words) {
    swiftgrad_value result = {.kind = -7, .count = 42};
    CHECK(swiftgrad_call(function, arguments, count, &result) == status);
    CHECK(strstr(swiftgrad_last_error(), words) != NULL);
    CHECK(result.kind == -7 && result.count == 42);
}

/* A contiguous float32 tensor over memory that outlives it. */
static inline swiftgrad_value tensor_over(float *data, int32_t rank, const int64_t *shape) {
    swiftgrad_buffer buffer = {.data = data, .dtype = SWIFTGRAD_FLOAT32, .rank = rank};
    int64_t step = sizeof(float);
    for (int32_t axis = rank - 1; axis >= 0; axis--) {
        buffer.shape[axis] = shape[axis];
        buffer.strides[axis] = step;
        step *= shape[axis];
    }
    swiftgrad_value result = {.kind = SWIFTGRAD_TENSOR};
    CHECK(swiftgrad_tensor_from_buffer(&buffer, NULL, NULL, &result.object) == SWIFTGRAD_OK);
    return result;
}

static inline float *elements(swiftgrad_object tensor) {
    swiftgrad_buffer buffer;
    swiftgrad_tensor_buffer(tensor, &buffer);
    return buffer.data;
}

#endif
