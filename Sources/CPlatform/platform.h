// What Swift cannot say itself: the instruction set this build targets, and a few CPU instructions.
#ifndef SWIFTGRAD_PLATFORM_H
#define SWIFTGRAD_PLATFORM_H

#include <stdint.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// Width of the vector registers the build targets, in bytes. Constant-folded by Swift.
#if defined(__AVX512F__)
#define SG_VECTOR_BYTES 64
#elif defined(__AVX__)
#define SG_VECTOR_BYTES 32
#else
#define SG_VECTOR_BYTES 16
#endif

// Whether a fused multiply-add is one instruction; without it the standard library calls fmaf per lane.
#if defined(__FMA__) || defined(__AVX512F__) || defined(__aarch64__)
#define SG_HAS_FMA 1
#else
#define SG_HAS_FMA 0
#endif

// Whether the build targets a processor that multiplies pairs of bfloat16.
#if defined(__AVX512BF16__)
#define SG_HAS_BF16_PRODUCTS 1
#else
#define SG_HAS_BF16_PRODUCTS 0
#endif

/// Tells the core that this is a spin loop.
static inline void sg_pause(void) {
#if defined(__x86_64__)
  _mm_pause();
#elif defined(__aarch64__)
  __asm__ volatile("yield");
#endif
}

/// Makes this thread treat denormal floats as zero, in operands and results; returns the previous control word.
static inline uint64_t sg_flush_denormals(void) {
#if defined(__x86_64__)
  uint32_t old = _mm_getcsr();
  _mm_setcsr(old | 0x8040);
  return old;
#elif defined(__aarch64__)
  uint64_t old;
  __asm__ volatile("mrs %0, fpcr" : "=r"(old));
  __asm__ volatile("msr fpcr, %0" : : "r"(old | (1ull << 24)));
  return old;
#else
  return 0;
#endif
}

/// Puts back the control word that `sg_flush_denormals` returned.
static inline void sg_restore_denormals(uint64_t word) {
#if defined(__x86_64__)
  _mm_setcsr((uint32_t)word);
#elif defined(__aarch64__)
  __asm__ volatile("msr fpcr, %0" : : "r"(word));
#else
  (void)word;
#endif
}

/// Reads ahead into the nearest cache.
static inline void sg_prefetch(const void *address) { __builtin_prefetch(address, 0, 3); }

/// Reads ahead into the second-level cache.
static inline void sg_prefetch_second(const void *address) { __builtin_prefetch(address, 0, 2); }

#endif
