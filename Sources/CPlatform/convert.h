// Conversions between number types that Swift can only do with a trap or a call per element.
#ifndef SWIFTGRAD_CONVERT_H
#define SWIFTGRAD_CONVERT_H

#include "platform.h"

// Saturating conversion, NaN to 0. LOW is the type's minimum, HIGH its maximum plus one, both exact in the float type.
#define SG_SATURATING(NAME, FLOAT, INT, LOW, HIGH, MIN, MAX)                                                         \
  static inline INT NAME(FLOAT x) {                                                                                  \
    INT inside = (x > (FLOAT)(LOW) && x < (FLOAT)(HIGH)) ? (INT)x : (INT)(MIN);                                      \
    return x >= (FLOAT)(HIGH) ? (INT)(MAX) : (x == x ? inside : (INT)0);                                             \
  }
SG_SATURATING(sg_f32_to_i32, float, int32_t, -0x1p31, 0x1p31, INT32_MIN, INT32_MAX)
SG_SATURATING(sg_f32_to_u32, float, uint32_t, 0, 0x1p32, 0, UINT32_MAX)
SG_SATURATING(sg_f32_to_i64, float, int64_t, -0x1p63, 0x1p63, INT64_MIN, INT64_MAX)
SG_SATURATING(sg_f32_to_u64, float, uint64_t, 0, 0x1p64, 0, UINT64_MAX)
SG_SATURATING(sg_f64_to_i32, double, int32_t, -0x1p31, 0x1p31, INT32_MIN, INT32_MAX)
SG_SATURATING(sg_f64_to_u32, double, uint32_t, 0, 0x1p32, 0, UINT32_MAX)
SG_SATURATING(sg_f64_to_i64, double, int64_t, -0x1p63, 0x1p63, INT64_MIN, INT64_MAX)
SG_SATURATING(sg_f64_to_u64, double, uint64_t, 0, 0x1p64, 0, UINT64_MAX)
#undef SG_SATURATING

static inline uint32_t sg_float_bits(float x) {
  uint32_t bits;
  __builtin_memcpy(&bits, &x, 4);
  return bits;
}

static inline float sg_bits_float(uint32_t bits) {
  float x;
  __builtin_memcpy(&x, &bits, 4);
  return x;
}

/// float16 to float32; the bit manipulation is F. Giesen's.
static inline float sg_f16_to_f32(uint16_t half) {
  uint32_t bits = (uint32_t)(half & 0x7fff) << 13, exponent = bits & 0x0f800000;
  bits += 112u << 23;
  uint32_t special = bits + (112u << 23);
  uint32_t denormal = sg_float_bits(sg_bits_float(bits + (1u << 23)) - 0x1p-14f);
  bits = exponent == 0x0f800000 ? special : (exponent == 0 ? denormal : bits);
  return sg_bits_float(bits | (uint32_t)(half & 0x8000) << 16);
}

/// float32 to float16, to nearest, ties to even; NaN stays NaN.
static inline uint16_t sg_f32_to_f16(float x) {
  uint32_t bits = sg_float_bits(x), sign = bits & 0x80000000;
  bits ^= sign;
  uint32_t special = bits > 0x7f800000 ? 0x7e00 : 0x7c00;
  uint32_t denormal = sg_float_bits(sg_bits_float(bits) + 0.5f) - 0x3f000000;
  uint32_t normal = (bits + (((uint32_t)-112 << 23) + 0xfff) + ((bits >> 13) & 1)) >> 13;
  uint32_t half = bits >= 0x47800000 ? special : (bits < 0x38800000 ? denormal : normal);
  return (uint16_t)(half | sign >> 16);
}

static inline void sg_convert_f16_to_f32(intptr_t count, const uint16_t *from, float *to) {
  intptr_t i = 0;
#if defined(__F16C__)
  for (; i + 8 <= count; i += 8)
    _mm256_storeu_ps(to + i, _mm256_cvtph_ps(_mm_loadu_si128((const __m128i *)(from + i))));
#endif
  for (; i < count; i++) to[i] = sg_f16_to_f32(from[i]);
}

static inline void sg_convert_f32_to_f16(intptr_t count, const float *from, uint16_t *to) {
  intptr_t i = 0;
#if defined(__F16C__)
  for (; i + 8 <= count; i += 8)
    _mm_storeu_si128((__m128i *)(to + i), _mm256_cvtps_ph(_mm256_loadu_ps(from + i), _MM_FROUND_TO_NEAREST_INT));
#endif
  for (; i < count; i++) to[i] = sg_f32_to_f16(from[i]);
}

static inline void sg_convert_bf16_to_f32(intptr_t count, const uint16_t *from, float *to) {
  for (intptr_t i = 0; i < count; i++) to[i] = sg_bits_float((uint32_t)from[i] << 16);
}

/// To nearest, ties to even; NaN stays NaN.
static inline void sg_convert_f32_to_bf16(intptr_t count, const float *from, uint16_t *to) {
  for (intptr_t i = 0; i < count; i++) {
    uint32_t bits = sg_float_bits(from[i]), upper = bits >> 16;
    uint32_t rounded = (bits + 0x7fff + (upper & 1)) >> 16;
    to[i] = (uint16_t)((bits & 0x7fffffff) > 0x7f800000 ? (upper | 0x40) : rounded);
  }
}

/// pairs[i] has even[i] in its lower half and odd[i] in its upper half.
static inline void sg_pair_u16(intptr_t count, const uint16_t *even, const uint16_t *odd, uint32_t *pairs) {
  for (intptr_t i = 0; i < count; i++) pairs[i] = (uint32_t)even[i] | (uint32_t)odd[i] << 16;
}

#endif
