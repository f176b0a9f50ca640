// Combining the lanes of one vector: halves, then quarters, and so on. Written here because the compiler takes a
// halving in Swift, where every step is as wide as the vector, apart into single lanes.
#ifndef SWIFTGRAD_FOLDS_H
#define SWIFTGRAD_FOLDS_H

#include "vectors.h"

typedef float sg_f32x8 __attribute__((ext_vector_type(8)));
typedef float sg_f32x4 __attribute__((ext_vector_type(4)));
typedef double sg_f64x4 __attribute__((ext_vector_type(4)));

#define SG_ADD(a, b) ((a) + (b))
#define SG_MULTIPLY(a, b) ((a) * (b))
#define SG_LARGER(a, b) ((a) > (b) ? (a) : (b))
#define SG_SMALLER(a, b) ((a) < (b) ? (a) : (b))

#define SG_FOLD_F32(name, OP)                                                                                          \
  SG_INLINE float name(sg_f32x16 x) {                                                                                  \
    sg_f32x8 eight = OP(x.lo, x.hi);                                                                                   \
    sg_f32x4 four = OP(eight.lo, eight.hi);                                                                            \
    float even = OP(four.x, four.z), odd = OP(four.y, four.w);                                                         \
    return OP(even, odd);                                                                                              \
  }

#define SG_FOLD_F64(name, OP)                                                                                          \
  SG_INLINE double name(sg_f64x8 x) {                                                                                  \
    sg_f64x4 four = OP(x.lo, x.hi);                                                                                    \
    double even = OP(four.x, four.z), odd = OP(four.y, four.w);                                                        \
    return OP(even, odd);                                                                                              \
  }

SG_FOLD_F32(sg_fold_sum_f32, SG_ADD)
SG_FOLD_F32(sg_fold_product_f32, SG_MULTIPLY)
SG_FOLD_F32(sg_fold_larger_f32, SG_LARGER)
SG_FOLD_F32(sg_fold_smaller_f32, SG_SMALLER)
SG_FOLD_F64(sg_fold_sum_f64, SG_ADD)
SG_FOLD_F64(sg_fold_product_f64, SG_MULTIPLY)
SG_FOLD_F64(sg_fold_larger_f64, SG_LARGER)
SG_FOLD_F64(sg_fold_smaller_f64, SG_SMALLER)

/// Whether some lane is NaN.
SG_INLINE _Bool sg_has_nan_f32(sg_f32x16 x) { return __builtin_reduce_or(x != x) != 0; }
SG_INLINE _Bool sg_has_nan_f64(sg_f64x8 x) { return __builtin_reduce_or(x != x) != 0; }

#endif
