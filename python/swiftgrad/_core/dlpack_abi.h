/* The DLPack structures, versions 0 and 1.0 (https://dmlc.github.io/dlpack/latest/c_api.html). */
#ifndef SWIFTGRAD_DLPACK_ABI_H
#define SWIFTGRAD_DLPACK_ABI_H

#include <stdint.h>

enum { DLPACK_CPU = 1, DLPACK_CUDA_HOST = 3 };
enum { DLPACK_READ_ONLY = 1, DLPACK_COPIED = 2 };
enum { DLPACK_MAJOR = 1, DLPACK_MINOR = 0 };

typedef struct {
    int32_t device_type;
    int32_t device_id;
} dlpack_device;

typedef struct {
    uint8_t code;
    uint8_t bits;
    uint16_t lanes;
} dlpack_dtype;

typedef struct {
    void *data;
    dlpack_device device;
    int32_t ndim;
    dlpack_dtype dtype;
    int64_t *shape;
    int64_t *strides; /* in elements; NULL: contiguous */
    uint64_t byte_offset;
} dlpack_tensor;

typedef struct dlpack_legacy {
    dlpack_tensor tensor;
    void *context;
    void (*deleter)(struct dlpack_legacy *self);
} dlpack_legacy;

typedef struct dlpack_versioned {
    uint32_t major, minor;
    void *context;
    void (*deleter)(struct dlpack_versioned *self);
    uint64_t flags;
    dlpack_tensor tensor;
} dlpack_versioned;

#endif
