#include "kernels.h"

ck_level ck_best_level(void) {
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") &&
      __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl") &&
      __builtin_cpu_supports("avx512vnni"))
    return CK_AVX512_VNNI;
  if (__builtin_cpu_supports("avx2")) return CK_AVX2;
#endif
  return CK_PORTABLE;
}

static const ck_kernels *kernels(ck_level level) {
#if defined(__x86_64__)
  if (level == CK_AVX512_VNNI) return &ck_avx512_kernels;
  if (level == CK_AVX2) return &ck_avx2_kernels;
#endif
  (void)level;
  return &ck_portable_kernels;
}

void ck_quantise(ck_level level, const float *rows, size_t count, size_t width, size_t stride,
                 uint8_t *bytes, ck_range *ranges) {
  kernels(level)->quantise(rows, count, width, stride, bytes, ranges);
}

void ck_multiply(ck_level level, const uint8_t *bytes, const ck_range *ranges, size_t count,
                 const ck_linear *linear, ck_finish finish, const float *residual, float *out) {
  kernels(level)->multiply(bytes, ranges, count, linear, finish, residual, out);
}

void ck_multiply_floats(ck_level level, const float *rows, size_t count, size_t stride,
                        size_t inner, const float *matrix, size_t columns, float *out) {
  kernels(level)->multiply_floats(rows, count, stride, inner, matrix, columns, out);
}

void ck_layer_norm(ck_level level, float *rows, size_t count, size_t width, const float *norm) {
  kernels(level)->layer_norm(rows, count, width, norm);
}

void ck_embed(ck_level level, const int8_t *piece, float scale, const float *position,
              const float *kind, size_t width, float *out) {
  kernels(level)->embed(piece, scale, position, kind, width, out);
}

size_t ck_attend_scratch(size_t count) { return (32 + count) * ((count + 15) / 16 * 16); }

void ck_attend(ck_level level, const float *rows, size_t count, size_t width, float *out,
               float *scratch) {
  kernels(level)->attend(rows, count, width, out, scratch);
}

void ck_relations(ck_level level, const float *form, const float *head, size_t width,
                  size_t relations, float *scores) {
  kernels(level)->relations(form, head, width, relations, scores);
}
