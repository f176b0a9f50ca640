// From random bits to numbers, a vector at a time.
#ifndef SWIFTGRAD_RANDOM_H
#define SWIFTGRAD_RANDOM_H

#include "vectors.h"

typedef uint32_t sg_u32x16 __attribute__((ext_vector_type(16)));
typedef uint64_t sg_u64x8 __attribute__((ext_vector_type(8)));

/// Uniform in [0, 1): the upper 24 bits over 2^24.
SG_INLINE sg_f32x16 sg_uniform_f32(sg_u32x16 bits) {
  return __builtin_convertvector((sg_i32x16)(bits >> 8), sg_f32x16) * 0x1p-24f;
}

/// Uniform in [0, 1): the upper 53 bits over 2^53.
SG_INLINE sg_f64x8 sg_uniform_f64(sg_u64x8 bits) {
  return __builtin_convertvector((sg_i64x8)(bits >> 11), sg_f64x8) * 0x1p-53;
}

/// All ones where the lane is at least `threshold`.
SG_INLINE sg_i32x16 sg_at_least_u32(sg_u32x16 bits, uint32_t threshold) { return bits >= threshold; }

#endif
