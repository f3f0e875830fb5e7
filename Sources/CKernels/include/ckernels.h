#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The arithmetic of the encoder. Every function computes each row from that row (attention: from
// that sentence) alone, in an order that depends on nothing else, without fused multiply-add, so
// results are the same bits in any batch, on any thread and on every instruction set below.

/// Outputs that lie side by side in a packed matrix.
#define CK_PANEL 16

/// The instruction sets that the kernels are compiled for.
typedef enum { CK_PORTABLE = 0, CK_AVX2 = 1, CK_AVX512_VNNI = 2 } ck_level;

/// The best level of this machine.
ck_level ck_best_level(void);

/// A matrix product's weights: `outputs` (a multiple of CK_PANEL) times `inputs` (a multiple of
/// 16) signed bytes, packed as [outputs / 16][inputs / 4][16][4].
typedef struct {
  const int8_t *weights;
  /// The value of one step of an output's weights.
  const float *scale;
  const float *bias;
  /// The sum of an output's weights, in steps.
  const float *sum;
  size_t inputs;
  size_t outputs;
} ck_linear;

/// How a row was quantised: value = step * byte + least.
typedef struct {
  float step;
  float least;
} ck_range;

/// What happens to a product before it is stored.
typedef enum { CK_STORE = 0, CK_GELU = 1, CK_ADD = 2 } ck_finish;

/// Quantises `count` rows of `width` (a multiple of 16) floats, `stride` floats apart, to bytes.
void ck_quantise(ck_level level, const float *rows, size_t count, size_t width, size_t stride,
                 uint8_t *bytes, ck_range *ranges);

/// out[count][outputs] = rows times weights, plus bias; then GELU, or plus `residual` (which may
/// be `out`).
void ck_multiply(ck_level level, const uint8_t *bytes, const ck_range *ranges, size_t count,
                 const ck_linear *linear, ck_finish finish, const float *residual, float *out);

/// out[count][columns] = rows[count][inner] times matrix[inner][columns]; rows are `stride` floats
/// apart, `columns` is a multiple of 16.
void ck_multiply_floats(ck_level level, const float *rows, size_t count, size_t stride,
                        size_t inner, const float *matrix, size_t columns, float *out);

/// Normalises each row to mean 0 and variance 1, then applies gain[width] and shift[width], which
/// follow one another in `norm`; `width` is a multiple of 16.
void ck_layer_norm(ck_level level, float *rows, size_t count, size_t width, const float *norm);

/// One row of the embedding sum: piece[width] * scale + position[width] + kind[width].
void ck_embed(ck_level level, const int8_t *piece, float scale, const float *position,
              const float *kind, size_t width, float *out);

/// Floats of scratch that `ck_attend` needs for a sentence of `count` rows.
size_t ck_attend_scratch(size_t count);

/// Multi-head attention within one sentence: rows[count][3 * width] hold query, key and value;
/// heads are 32 wide.
void ck_attend(ck_level level, const float *rows, size_t count, size_t width, float *out,
               float *scratch);

/// scores[r] = sum over i of form[r * width + i] * head[i], plus form[relations * width + r];
/// `width` is a multiple of 16.
void ck_relations(ck_level level, const float *form, const float *head, size_t width,
                  size_t relations, float *scores);
