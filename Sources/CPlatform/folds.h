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

// Four at once: the last two steps of each are steps of a transposition, and no lane is idle.
#define SG_FOLD_FOUR_F32(name, OP)                                                                                     \
  SG_INLINE sg_f32x4 name(sg_f32x16 a, sg_f32x16 b, sg_f32x16 c, sg_f32x16 d) {                                        \
    sg_f32x8 a8 = OP(a.lo, a.hi), b8 = OP(b.lo, b.hi), c8 = OP(c.lo, c.hi), d8 = OP(d.lo, d.hi);                       \
    sg_f32x4 a4 = OP(a8.lo, a8.hi), b4 = OP(b8.lo, b8.hi), c4 = OP(c8.lo, c8.hi), d4 = OP(d8.lo, d8.hi);               \
    sg_f32x4 ab = OP(__builtin_shufflevector(a4, b4, 0, 1, 4, 5), __builtin_shufflevector(a4, b4, 2, 3, 6, 7));        \
    sg_f32x4 cd = OP(__builtin_shufflevector(c4, d4, 0, 1, 4, 5), __builtin_shufflevector(c4, d4, 2, 3, 6, 7));        \
    return OP(__builtin_shufflevector(ab, cd, 0, 2, 4, 6), __builtin_shufflevector(ab, cd, 1, 3, 5, 7));               \
  }

SG_FOLD_FOUR_F32(sg_fold_four_sum_f32, SG_ADD)
SG_FOLD_FOUR_F32(sg_fold_four_larger_f32, SG_LARGER)
SG_FOLD_FOUR_F32(sg_fold_four_smaller_f32, SG_SMALLER)
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
