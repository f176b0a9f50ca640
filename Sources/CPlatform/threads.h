// System calls that Swift cannot make, `syscall` being variadic: sleeping on a word, and the CPU affinity.
#ifndef SWIFTGRAD_THREADS_H
#define SWIFTGRAD_THREADS_H

#include <linux/futex.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/syscall.h>
#include <unistd.h>

/// Sleeps until woken if the word still holds `expected`; may return early.
static inline void sg_futex_wait(const void *word, uint32_t expected) {
  syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, expected, NULL, NULL, 0);
}

/// Wakes up to `count` threads that sleep on the word.
static inline void sg_futex_wake(const void *word, int32_t count) {
  syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, count, NULL, NULL, 0);
}

/// Processors in the affinity mask of the process; 0 when the system does not say.
static inline long sg_affinity_count(void) {
  uint64_t mask[1024];
  long bytes = syscall(SYS_sched_getaffinity, 0, sizeof mask, mask);
  long count = 0;
  for (long i = 0; i < bytes / 8; i++) count += __builtin_popcountll(mask[i]);
  return count;
}

#endif
