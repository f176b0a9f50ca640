// Types of the OpenBLAS entry points that are looked up with dlsym when first needed (docs/decisions/002).
#ifndef SWIFTGRAD_OPENBLAS_H
#define SWIFTGRAD_OPENBLAS_H

typedef void (*sg_cblas_dgemm)(int order, int transA, int transB, int m, int n, int k, double alpha,
                               const double *a, int lda, const double *b, int ldb, double beta,
                               double *c, int ldc);
typedef void (*sg_openblas_set_num_threads)(int count);
typedef int (*sg_openblas_get_num_threads)(void);

#endif
