// Shuffles and masked moves, which Swift has no way to say.
//
// sg_transpose: one square of registers. `rows` (at most the number of lanes) rows of unit column stride become lanes of as many rows as a register has lanes,
// stored in rising order; lanes past `rows` hold anything. Elements are paired within 128-bit parts first, then the
// parts themselves are transposed.
//
// sg_copy_lanes, sg_add_lanes: `count` elements, at most the number of lanes, are copied or added to the target.
#ifndef SWIFTGRAD_PACK_H
#define SWIFTGRAD_PACK_H

#include "platform.h"

#define SG_UNROLL _Pragma("clang loop unroll(full)")

#if SG_VECTOR_BYTES == 64

static inline void sg_transpose_f32(const float *source, long row, long rows, float *target, long target_row) {
  const float *line[16];
  SG_UNROLL for (long i = 0; i < 16; i++) line[i] = source + (i < rows ? i : rows - 1) * row;
  SG_UNROLL for (int j = 0; j < 16; j += 4) {
    __m512 r[4], t[4];
    SG_UNROLL for (int i = 0; i < 4; i++) {
      r[i] = _mm512_castps128_ps512(_mm_loadu_ps(line[i] + j));
      r[i] = _mm512_insertf32x4(r[i], _mm_loadu_ps(line[i + 4] + j), 1);
      r[i] = _mm512_insertf32x4(r[i], _mm_loadu_ps(line[i + 8] + j), 2);
      r[i] = _mm512_insertf32x4(r[i], _mm_loadu_ps(line[i + 12] + j), 3);
    }
    SG_UNROLL for (int i = 0; i < 4; i += 2) {
      t[i] = _mm512_unpacklo_ps(r[i], r[i + 1]);
      t[i + 1] = _mm512_unpackhi_ps(r[i], r[i + 1]);
    }
    SG_UNROLL for (int i = 0; i < 2; i++) {
      __m512d low = _mm512_castps_pd(t[i]), high = _mm512_castps_pd(t[i + 2]);
      _mm512_storeu_ps(target + (j + 2 * i) * target_row, _mm512_castpd_ps(_mm512_unpacklo_pd(low, high)));
      _mm512_storeu_ps(target + (j + 2 * i + 1) * target_row, _mm512_castpd_ps(_mm512_unpackhi_pd(low, high)));
    }
  }
}

static inline void sg_transpose_f64(const double *source, long row, long rows, double *target, long target_row) {
  __m512d r[8], t[8];
  SG_UNROLL for (long i = 0; i < 8; i++) r[i] = _mm512_loadu_pd(source + (i < rows ? i : rows - 1) * row);
  SG_UNROLL for (int i = 0; i < 8; i += 2) {
    t[i] = _mm512_unpacklo_pd(r[i], r[i + 1]);
    t[i + 1] = _mm512_unpackhi_pd(r[i], r[i + 1]);
  }
  SG_UNROLL for (int i = 0; i < 2; i++) {
    __m512d low = _mm512_shuffle_f64x2(t[i], t[i + 2], 0x44), high = _mm512_shuffle_f64x2(t[i], t[i + 2], 0xEE);
    __m512d low2 = _mm512_shuffle_f64x2(t[i + 4], t[i + 6], 0x44);
    __m512d high2 = _mm512_shuffle_f64x2(t[i + 4], t[i + 6], 0xEE);
    r[i] = _mm512_shuffle_f64x2(low, low2, 0x88);
    r[i + 2] = _mm512_shuffle_f64x2(low, low2, 0xDD);
    r[i + 4] = _mm512_shuffle_f64x2(high, high2, 0x88);
    r[i + 6] = _mm512_shuffle_f64x2(high, high2, 0xDD);
  }
  SG_UNROLL for (long i = 0; i < 8; i++) _mm512_storeu_pd(target + i * target_row, r[i]);
}

static inline void sg_copy_lanes_f32(const float *source, float *target, long count) {
  __mmask16 mask = (__mmask16)((1u << count) - 1);
  _mm512_mask_storeu_ps(target, mask, _mm512_maskz_loadu_ps(mask, source));
}

static inline void sg_add_lanes_f32(const float *source, float *target, long count) {
  __mmask16 mask = (__mmask16)((1u << count) - 1);
  __m512 sum = _mm512_add_ps(_mm512_maskz_loadu_ps(mask, target), _mm512_maskz_loadu_ps(mask, source));
  _mm512_mask_storeu_ps(target, mask, sum);
}

static inline void sg_copy_lanes_f64(const double *source, double *target, long count) {
  __mmask8 mask = (__mmask8)((1u << count) - 1);
  _mm512_mask_storeu_pd(target, mask, _mm512_maskz_loadu_pd(mask, source));
}

static inline void sg_add_lanes_f64(const double *source, double *target, long count) {
  __mmask8 mask = (__mmask8)((1u << count) - 1);
  __m512d sum = _mm512_add_pd(_mm512_maskz_loadu_pd(mask, target), _mm512_maskz_loadu_pd(mask, source));
  _mm512_mask_storeu_pd(target, mask, sum);
}

#elif SG_VECTOR_BYTES == 32

static inline void sg_transpose_f32(const float *source, long row, long rows, float *target, long target_row) {
  __m256 r[8], t[8], s[8];
  SG_UNROLL for (long i = 0; i < 8; i++) r[i] = _mm256_loadu_ps(source + (i < rows ? i : rows - 1) * row);
  SG_UNROLL for (int i = 0; i < 8; i += 2) {
    t[i] = _mm256_unpacklo_ps(r[i], r[i + 1]);
    t[i + 1] = _mm256_unpackhi_ps(r[i], r[i + 1]);
  }
  SG_UNROLL for (int i = 0; i < 8; i += 4) {
    SG_UNROLL for (int j = 0; j < 2; j++) {
      __m256d low = _mm256_castps_pd(t[i + j]), high = _mm256_castps_pd(t[i + j + 2]);
      s[i + 2 * j] = _mm256_castpd_ps(_mm256_unpacklo_pd(low, high));
      s[i + 2 * j + 1] = _mm256_castpd_ps(_mm256_unpackhi_pd(low, high));
    }
  }
  SG_UNROLL for (int i = 0; i < 4; i++) {
    r[i] = _mm256_permute2f128_ps(s[i], s[i + 4], 0x20);
    r[i + 4] = _mm256_permute2f128_ps(s[i], s[i + 4], 0x31);
  }
  SG_UNROLL for (long i = 0; i < 8; i++) _mm256_storeu_ps(target + i * target_row, r[i]);
}

static inline void sg_transpose_f64(const double *source, long row, long rows, double *target, long target_row) {
  __m256d r[4], t[4];
  SG_UNROLL for (long i = 0; i < 4; i++) r[i] = _mm256_loadu_pd(source + (i < rows ? i : rows - 1) * row);
  SG_UNROLL for (int i = 0; i < 4; i += 2) {
    t[i] = _mm256_unpacklo_pd(r[i], r[i + 1]);
    t[i + 1] = _mm256_unpackhi_pd(r[i], r[i + 1]);
  }
  SG_UNROLL for (int i = 0; i < 2; i++) {
    r[i] = _mm256_permute2f128_pd(t[i], t[i + 2], 0x20);
    r[i + 2] = _mm256_permute2f128_pd(t[i], t[i + 2], 0x31);
  }
  SG_UNROLL for (long i = 0; i < 4; i++) _mm256_storeu_pd(target + i * target_row, r[i]);
}

#else

typedef float sg_float4 __attribute__((vector_size(16), aligned(4)));
typedef double sg_double2 __attribute__((vector_size(16), aligned(8)));

static inline void sg_transpose_f32(const float *source, long row, long rows, float *target, long target_row) {
  sg_float4 r[4], t[4];
  SG_UNROLL for (long i = 0; i < 4; i++) r[i] = *(const sg_float4 *)(source + (i < rows ? i : rows - 1) * row);
  SG_UNROLL for (int i = 0; i < 4; i += 2) {
    t[i] = __builtin_shufflevector(r[i], r[i + 1], 0, 4, 1, 5);
    t[i + 1] = __builtin_shufflevector(r[i], r[i + 1], 2, 6, 3, 7);
  }
  SG_UNROLL for (int i = 0; i < 2; i++) {
    r[2 * i] = __builtin_shufflevector(t[i], t[i + 2], 0, 1, 4, 5);
    r[2 * i + 1] = __builtin_shufflevector(t[i], t[i + 2], 2, 3, 6, 7);
  }
  SG_UNROLL for (long i = 0; i < 4; i++) *(sg_float4 *)(target + i * target_row) = r[i];
}

static inline void sg_transpose_f64(const double *source, long row, long rows, double *target, long target_row) {
  sg_double2 low = *(const sg_double2 *)source, high = *(const sg_double2 *)(source + (rows - 1) * row);
  *(sg_double2 *)target = __builtin_shufflevector(low, high, 0, 2);
  *(sg_double2 *)(target + target_row) = __builtin_shufflevector(low, high, 1, 3);
}

#endif

#if SG_VECTOR_BYTES != 64

static inline void sg_copy_lanes_f32(const float *source, float *target, long count) {
  for (long i = 0; i < count; i++) target[i] = source[i];
}

static inline void sg_add_lanes_f32(const float *source, float *target, long count) {
  for (long i = 0; i < count; i++) target[i] += source[i];
}

static inline void sg_copy_lanes_f64(const double *source, double *target, long count) {
  for (long i = 0; i < count; i++) target[i] = source[i];
}

static inline void sg_add_lanes_f64(const double *source, double *target, long count) {
  for (long i = 0; i < count; i++) target[i] += source[i];
}

#endif

#undef SG_UNROLL

#endif
