// Vector operations that Swift's SIMD types lower to one call per lane. Clang imports `ext_vector_type` as SIMDn, and
// after inlining each of these is an instruction or two on every instruction set.
#ifndef SWIFTGRAD_VECTORS_H
#define SWIFTGRAD_VECTORS_H

#include "platform.h"

typedef float sg_f32x16 __attribute__((ext_vector_type(16)));
typedef double sg_f64x8 __attribute__((ext_vector_type(8)));
typedef double sg_f64x16 __attribute__((ext_vector_type(16)));
typedef int32_t sg_i32x16 __attribute__((ext_vector_type(16)));
typedef int64_t sg_i64x8 __attribute__((ext_vector_type(8)));
typedef uint8_t sg_u8x16 __attribute__((ext_vector_type(16)));
typedef uint8_t sg_u8x8 __attribute__((ext_vector_type(8)));

#define SG_INLINE static inline __attribute__((always_inline))

#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wpsabi"

SG_INLINE sg_f32x16 sg_floor_f32(sg_f32x16 x) { return __builtin_elementwise_floor(x); }
SG_INLINE sg_f32x16 sg_ceil_f32(sg_f32x16 x) { return __builtin_elementwise_ceil(x); }
SG_INLINE sg_f32x16 sg_round_f32(sg_f32x16 x) { return __builtin_elementwise_roundeven(x); }
SG_INLINE sg_f32x16 sg_truncate_f32(sg_f32x16 x) { return __builtin_elementwise_trunc(x); }
SG_INLINE sg_f32x16 sg_sqrt_f32(sg_f32x16 x) { return __builtin_elementwise_sqrt(x); }
SG_INLINE sg_f32x16 sg_fma_f32(sg_f32x16 x, sg_f32x16 y, sg_f32x16 z) {
#if SG_HAS_FMA
  return __builtin_elementwise_fma(x, y, z);
#else
  return x * y + z;
#endif
}

SG_INLINE sg_f64x8 sg_floor_f64(sg_f64x8 x) { return __builtin_elementwise_floor(x); }
SG_INLINE sg_f64x8 sg_ceil_f64(sg_f64x8 x) { return __builtin_elementwise_ceil(x); }
SG_INLINE sg_f64x8 sg_round_f64(sg_f64x8 x) { return __builtin_elementwise_roundeven(x); }
SG_INLINE sg_f64x8 sg_truncate_f64(sg_f64x8 x) { return __builtin_elementwise_trunc(x); }
SG_INLINE sg_f64x8 sg_sqrt_f64(sg_f64x8 x) { return __builtin_elementwise_sqrt(x); }
SG_INLINE sg_f64x8 sg_fma_f64(sg_f64x8 x, sg_f64x8 y, sg_f64x8 z) {
#if SG_HAS_FMA
  return __builtin_elementwise_fma(x, y, z);
#else
  return x * y + z;
#endif
}

/// sum + x.first * y.first + x.second * y.second for lanes that are pairs of bfloat16; only where SG_HAS_BF16_PRODUCTS.
SG_INLINE sg_f32x16 sg_dot_bf16(sg_f32x16 sum, sg_f32x16 x, sg_f32x16 y) {
#if SG_HAS_BF16_PRODUCTS
  return (sg_f32x16)_mm512_dpbf16_ps((__m512)sum, (__m512bh)x, (__m512bh)y);
#else
  return sum;
#endif
}

/// x * 2^n for whole n in [-252, 254], right in the denormal range too.
SG_INLINE sg_f32x16 sg_scale_f32(sg_f32x16 x, sg_f32x16 n) {
#if defined(__AVX512F__)
  return (sg_f32x16)_mm512_scalef_ps((__m512)x, (__m512)n);
#else
  sg_i32x16 whole = __builtin_convertvector(n, sg_i32x16), half = whole >> 1;
  return x * (sg_f32x16)((half + 127) << 23) * (sg_f32x16)((whole - half + 127) << 23);
#endif
}

/// m of x = m * 2^e with m in [0.75, 1.5). For x > 0; anything else gives some number.
SG_INLINE sg_f32x16 sg_mantissa_f32(sg_f32x16 x) {
#if defined(__AVX512F__)
  return (sg_f32x16)_mm512_getmant_ps((__m512)x, _MM_MANT_NORM_p75_1p5, _MM_MANT_SIGN_zero);
#else
  sg_i32x16 denormal = x < 0x1p-126f;
  sg_i32x16 bits = (sg_i32x16)(x * (sg_f32x16)(0x3f800000 + (denormal & (23 << 23))));
  return (sg_f32x16)(bits - ((bits - 0x3f400000) & 0xff800000));
#endif
}

/// e of x = m * 2^e with m in [0.75, 1.5).
SG_INLINE sg_f32x16 sg_exponent_f32(sg_f32x16 x) {
#if defined(__AVX512F__)
  return (sg_f32x16)_mm512_sub_ps(_mm512_getexp_ps((__m512)x), _mm512_getexp_ps((__m512)sg_mantissa_f32(x)));
#else
  sg_i32x16 denormal = x < 0x1p-126f;
  sg_i32x16 bits = (sg_i32x16)(x * (sg_f32x16)(0x3f800000 + (denormal & (23 << 23))));
  return __builtin_convertvector(((bits - 0x3f400000) >> 23) - (denormal & 23), sg_f32x16);
#endif
}

/// `logarithm` where x is positive and finite, and log(x) of everything else: -inf, inf or NaN.
SG_INLINE sg_f32x16 sg_log_special_f32(sg_f32x16 x, sg_f32x16 logarithm) {
#if defined(__AVX512F__)
  return (sg_f32x16)_mm512_fixupimm_ps((__m512)logarithm, (__m512)x, _mm512_set1_epi32(0x03530422), 0);
#else
  sg_i32x16 ordinary = (x > 0.0f) & (x < __builtin_inff()), zero = x == 0.0f;
  sg_f32x16 special = zero ? (sg_f32x16)(-__builtin_inff()) : (x < 0.0f ? (sg_f32x16)__builtin_nanf("") : x);
  return ordinary ? logarithm : special;
#endif
}

// A partial vector takes masks where the CPU has them. Stores go by falling powers of two instead: the count is the same
// for row after row, so the branches are predicted, and a masked store costs many cycles on CPUs without AVX-512.
#if defined(__AVX__) && !defined(__AVX512F__)
/// All ones in 16 entries, then zeros: from entry 16 - n on, a mask of n lanes.
static const int32_t sg_lane_masks[32] = {-1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1};
#endif

/// The first `count` < 16 floats, and zeros after them; reads nothing past them.
SG_INLINE sg_f32x16 sg_load_partial_f32(const float *address, intptr_t count) {
#if defined(__AVX512F__)
  return (sg_f32x16)_mm512_maskz_loadu_ps((__mmask16)((1u << count) - 1), address);
#elif defined(__AVX__)
  const __m256i_u *masks = (const __m256i_u *)(sg_lane_masks + 16 - count);
  __m256 low = _mm256_maskload_ps(address, masks[0]), high = _mm256_maskload_ps(address + 8, masks[1]);
  return (sg_f32x16)__builtin_shufflevector(low, high, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
#else
  sg_f32x16 lanes = 0;
  __builtin_memcpy(&lanes, address, count * sizeof(float));
  return lanes;
#endif
}

SG_INLINE void sg_store_partial_f32(sg_f32x16 lanes, float *address, intptr_t count) {
#if defined(__AVX512F__)
  _mm512_mask_storeu_ps(address, (__mmask16)((1u << count) - 1), (__m512)lanes);
#else
  typedef float Eight __attribute__((ext_vector_type(8))), Four __attribute__((ext_vector_type(4)));
  typedef float Two __attribute__((ext_vector_type(2)));
  Eight eight = lanes.lo;
  if (count & 8) {
    __builtin_memcpy(address, &eight, sizeof eight);
    address += 8, eight = lanes.hi;
  }
  Four four = eight.lo;
  if (count & 4) {
    __builtin_memcpy(address, &four, sizeof four);
    address += 4, four = eight.hi;
  }
  Two two = four.lo;
  if (count & 2) {
    __builtin_memcpy(address, &two, sizeof two);
    address += 2, two = four.hi;
  }
  if (count & 1) *address = two.x;
#endif
}

/// The first `count` < 8 doubles, and zeros after them; reads nothing past them.
SG_INLINE sg_f64x8 sg_load_partial_f64(const double *address, intptr_t count) {
#if defined(__AVX512F__)
  return (sg_f64x8)_mm512_maskz_loadu_pd((__mmask8)((1u << count) - 1), address);
#elif defined(__AVX__)
  const __m256i_u *masks = (const __m256i_u *)(sg_lane_masks + 16 - 2 * count);
  __m256d low = _mm256_maskload_pd(address, masks[0]), high = _mm256_maskload_pd(address + 4, masks[1]);
  return (sg_f64x8)__builtin_shufflevector(low, high, 0, 1, 2, 3, 4, 5, 6, 7);
#else
  sg_f64x8 lanes = 0;
  __builtin_memcpy(&lanes, address, count * sizeof(double));
  return lanes;
#endif
}

SG_INLINE void sg_store_partial_f64(sg_f64x8 lanes, double *address, intptr_t count) {
#if defined(__AVX512F__)
  _mm512_mask_storeu_pd(address, (__mmask8)((1u << count) - 1), (__m512d)lanes);
#else
  typedef double Four __attribute__((ext_vector_type(4))), Two __attribute__((ext_vector_type(2)));
  Four four = lanes.lo;
  if (count & 4) {
    __builtin_memcpy(address, &four, sizeof four);
    address += 4, four = lanes.hi;
  }
  Two two = four.lo;
  if (count & 2) {
    __builtin_memcpy(address, &two, sizeof two);
    address += 2, two = four.hi;
  }
  if (count & 1) *address = two.x;
#endif
}

SG_INLINE sg_f64x16 sg_widen_f32(sg_f32x16 x) { return __builtin_convertvector(x, sg_f64x16); }
SG_INLINE sg_f32x16 sg_narrow_f64(sg_f64x16 x) { return __builtin_convertvector(x, sg_f32x16); }
SG_INLINE sg_f64x16 sg_fma_wide(sg_f64x16 x, sg_f64x16 y, sg_f64x16 z) {
#if SG_HAS_FMA
  return __builtin_elementwise_fma(x, y, z);
#else
  return x * y + z;
#endif
}

/// One byte a lane, 1 where the lane of the mask is all ones.
SG_INLINE sg_u8x16 sg_bytes_i32(sg_i32x16 mask) { return __builtin_convertvector(mask & 1, sg_u8x16); }
SG_INLINE sg_u8x8 sg_bytes_i64(sg_i64x8 mask) { return __builtin_convertvector(mask & 1, sg_u8x8); }

/// The elements at even and at odd places of two vectors in a row, and two such vectors in a row from them.
SG_INLINE sg_f32x16 sg_evens_f32(sg_f32x16 x, sg_f32x16 y) {
  return __builtin_shufflevector(x, y, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
}
SG_INLINE sg_f32x16 sg_odds_f32(sg_f32x16 x, sg_f32x16 y) {
  return __builtin_shufflevector(x, y, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31);
}
SG_INLINE sg_f64x8 sg_evens_f64(sg_f64x8 x, sg_f64x8 y) {
  return __builtin_shufflevector(x, y, 0, 2, 4, 6, 8, 10, 12, 14);
}
SG_INLINE sg_f64x8 sg_odds_f64(sg_f64x8 x, sg_f64x8 y) {
  return __builtin_shufflevector(x, y, 1, 3, 5, 7, 9, 11, 13, 15);
}

#pragma clang diagnostic pop

#endif
