#pragma once
#include "ckernels.h"

/// One instruction set's kernels.
typedef struct {
  void (*quantise)(const float *, size_t, size_t, size_t, uint8_t *, ck_range *);
  void (*multiply)(const uint8_t *, const ck_range *, size_t, const ck_linear *, ck_finish,
                   const float *, float *);
  void (*multiply_floats)(const float *, size_t, size_t, size_t, const float *, size_t, float *);
  void (*layer_norm)(float *, size_t, size_t, const float *);
  void (*embed)(const int8_t *, float, const float *, const float *, size_t, float *);
  void (*attend)(const float *, size_t, size_t, float *, float *);
  void (*relations)(const float *, const float *, size_t, size_t, float *);
} ck_kernels;

extern const ck_kernels ck_portable_kernels;
extern const ck_kernels ck_avx2_kernels;
extern const ck_kernels ck_avx512_kernels;
