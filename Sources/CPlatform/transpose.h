// Transposition of a square block in registers: log2(n) rounds, each interleaving row i with row i + n/2.
#ifndef SWIFTGRAD_TRANSPOSE_H
#define SWIFTGRAD_TRANSPOSE_H

#include "platform.h"

#define SG_LOW8 0, 8, 1, 9, 2, 10, 3, 11
#define SG_HIGH8 4, 12, 5, 13, 6, 14, 7, 15
#define SG_LOW16 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23
#define SG_HIGH16 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31

// target[j * to + i] = source[i * from + j] for i, j < LANES; strides in elements.
#define SG_TRANSPOSE(NAME, TYPE, LANES, ROUNDS)                                                                      \
  static inline void NAME(const TYPE *source, intptr_t from, TYPE *target, intptr_t to) {                           \
    typedef TYPE Row __attribute__((ext_vector_type(LANES), aligned(sizeof(TYPE))));                                 \
    TYPE __attribute__((ext_vector_type(LANES))) a[LANES], b[LANES];                                                 \
    _Pragma("clang loop unroll(full)") for (int i = 0; i < LANES; i++) a[i] = *(const Row *)(source + i * from);     \
    _Pragma("clang loop unroll(full)") for (int round = 0; round < ROUNDS; round++) {                                \
      _Pragma("clang loop unroll(full)") for (int i = 0; i < LANES / 2; i++) {                                       \
        b[2 * i] = __builtin_shufflevector(a[i], a[i + LANES / 2], SG_LOW##LANES);                                   \
        b[2 * i + 1] = __builtin_shufflevector(a[i], a[i + LANES / 2], SG_HIGH##LANES);                              \
      }                                                                                                              \
      _Pragma("clang loop unroll(full)") for (int i = 0; i < LANES; i++) a[i] = b[i];                                \
    }                                                                                                                \
    _Pragma("clang loop unroll(full)") for (int i = 0; i < LANES; i++) *(Row *)(target + i * to) = a[i];             \
  }

SG_TRANSPOSE(sg_transpose_u8, uint8_t, 16, 4)
SG_TRANSPOSE(sg_transpose_u16, uint16_t, 16, 4)
#if SG_VECTOR_BYTES == 64
#define SG_TRANSPOSE_32_LANES 16
SG_TRANSPOSE(sg_transpose_u32, uint32_t, 16, 4)
#else
#define SG_TRANSPOSE_32_LANES 8
SG_TRANSPOSE(sg_transpose_u32, uint32_t, 8, 3)
#endif
SG_TRANSPOSE(sg_transpose_u64, uint64_t, 8, 3)

#endif
