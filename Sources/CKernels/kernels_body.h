// The kernels, compiled once for each instruction set by the files that include this one.
//
// Sums run over 16 lanes in a fixed order (vector types, not intrinsics), products are not
// contracted to fused multiply-adds: all levels give the same bits.

#pragma STDC FP_CONTRACT OFF

typedef float f16 __attribute__((vector_size(64), aligned(4)));
typedef int32_t i16 __attribute__((vector_size(64), aligned(4)));

#define LOAD(p) (*(const f16 *)(p))
#define STORE(p, v) (*(f16 *)(p) = (v))
#define SELECT(mask, a, b) ((f16)(((mask) & (i16)(a)) | (~(mask) & (i16)(b))))
#define MAX(a, b) SELECT((a) > (b), a, b)
#define MIN(a, b) SELECT((a) < (b), a, b)

/// Adds the lanes pairwise: 8 apart, 4, 2, 1.
static inline float sum_lanes(const f16 *v) {
  float x[16];
  memcpy(x, v, sizeof x);
  for (int width = 8; width > 0; width /= 2)
    for (int i = 0; i < width; i++) x[i] += x[i + width];
  return x[0];
}

static inline float max_lanes(const f16 *v) {
  float x[16];
  memcpy(x, v, sizeof x);
  for (int width = 8; width > 0; width /= 2)
    for (int i = 0; i < width; i++) x[i] = x[i] > x[i + width] ? x[i] : x[i + width];
  return x[0];
}

/// e^x for x <= 0: 2^n times a polynomial on [-ln2/2, ln2/2] (Cephes' expf coefficients).
static inline void exp_lanes(f16 *v) {
  f16 x = *v;
  const f16 low = (f16){} - 87.0f;
  x = MAX(x, low);
  f16 n = x * 1.44269504f - 0.5f;
  i16 whole = __builtin_convertvector(n, i16);  // truncates; x <= 0, so it rounds to nearest
  n = __builtin_convertvector(whole, f16);
  f16 r = x - n * 0.693359375f;
  r = r - n * -2.12194440e-4f;
  f16 p = r * 1.9875691500e-4f + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  p = p * (r * r) + r + 1.0f;
  *v = p * (f16)((whole + 127) << 23);
}

/// x times the normal distribution function of x, with erf by Abramowitz & Stegun 7.1.26 (absolute
/// error below 2e-7).
static inline void gelu_lanes(f16 *v) {
  const f16 x = *v;
  const f16 z = (f16)((i16)(x * 0.70710678f) & 0x7fffffff);
  const f16 t = 1.0f / (z * 0.3275911f + 1.0f);
  f16 p = t * 1.061405429f - 1.453152027f;
  p = p * t + 1.421413741f;
  p = p * t - 0.284496736f;
  p = p * t + 0.254829592f;
  f16 e = -(z * z);
  exp_lanes(&e);
  const f16 erf = 1.0f - p * t * e;  // of |x|
  const f16 half = x * 0.5f;
  *v = half + (f16)((i16)(half * erf) & 0x7fffffff);
}

static void quantise(const float *rows, size_t count, size_t width, size_t stride, uint8_t *bytes,
                     ck_range *ranges) {
  for (size_t i = 0; i < count; i++, rows += stride, bytes += width) {
    f16 low = LOAD(rows), high = low;
    for (size_t k = 16; k < width; k += 16) {
      const f16 x = LOAD(rows + k);
      low = MIN(x, low);
      high = MAX(x, high);
    }
    low = -low;
    const float least = -max_lanes(&low), most = max_lanes(&high);
    const float step = most > least ? (most - least) / 255.0f : 1.0f, inverse = 1.0f / step;
    ranges[i] = (ck_range){step, least};
    for (size_t k = 0; k < width; k += 16) {
      const f16 x = (LOAD(rows + k) - least) * inverse + 0.5f;
      const i16 q = __builtin_convertvector(x, i16);
      typedef uint8_t u8x16 __attribute__((vector_size(16), aligned(1)));
      *(u8x16 *)(bytes + k) = __builtin_convertvector(q, u8x16);
    }
  }
}

/// Turns the integer sums of one row's 16 outputs into values.
static inline void finish_lanes(const i16 *sums, ck_range range, const ck_linear *w, size_t column,
                                ck_finish finish, const float *residual, float *out) {
  f16 y = __builtin_convertvector(*sums, f16) * range.step + LOAD(w->sum + column) * range.least;
  y = y * LOAD(w->scale + column) + LOAD(w->bias + column);
  if (finish == CK_GELU) gelu_lanes(&y);
  if (finish == CK_ADD) y = y + LOAD(residual);
  STORE(out, y);
}

/// `height` rows by `panels` panels; both are constants after inlining, so sums stay in registers.
static inline __attribute__((always_inline)) void tile(
    const uint8_t *bytes, const ck_range *ranges, size_t row, const int height, size_t panel,
    const int panels, const ck_linear *w, ck_finish finish, const float *residual, float *out) {
  const size_t inputs = w->inputs, outputs = w->outputs;
  const int8_t *weights = w->weights + panel * CK_PANEL * inputs;
  bytes += row * inputs;
  i16 sums[TILE_ROWS][TILE_PANELS];
  dot_tile(bytes, inputs, height, weights, panels, sums);
  for (int i = 0; i < height; i++)
    for (int p = 0; p < panels; p++) {
      const size_t column = (panel + (size_t)p) * CK_PANEL, at = (row + (size_t)i) * outputs + column;
      finish_lanes(&sums[i][p], ranges[row + (size_t)i], w, column, finish,
                   finish == CK_ADD ? residual + at : NULL, out + at);
    }
}

static void multiply(const uint8_t *bytes, const ck_range *ranges, size_t count, const ck_linear *w,
                     ck_finish finish, const float *residual, float *out) {
  const size_t all = w->outputs / CK_PANEL;
  for (size_t panel = 0; panel < all; panel += TILE_PANELS) {
    const size_t panels = all - panel < TILE_PANELS ? all - panel : TILE_PANELS;
    size_t row = 0;
    if (panels == TILE_PANELS)
      for (; row + TILE_ROWS <= count; row += TILE_ROWS)
        tile(bytes, ranges, row, TILE_ROWS, panel, TILE_PANELS, w, finish, residual, out);
    for (; row < count; row++) {
      size_t p = 0;
      if (panels == TILE_PANELS) {
        tile(bytes, ranges, row, 1, panel, TILE_PANELS, w, finish, residual, out);
        p = TILE_PANELS;
      }
      for (; p < panels; p++) tile(bytes, ranges, row, 1, panel + p, 1, w, finish, residual, out);
    }
  }
}

/// A float matrix; rows are `stride` apart.
typedef struct {
  const float *start;
  size_t stride;
} float_rows;

/// `height` rows by `panels` panels; both are constants after inlining.
static inline __attribute__((always_inline)) void float_tile(float_rows rows, const int height,
                                                             size_t inner, float_rows matrix,
                                                             const int panels, float *out,
                                                             size_t stride) {
  f16 sums[4][2];
  for (int i = 0; i < height; i++)
    for (int p = 0; p < panels; p++) sums[i][p] = (f16){};
  for (size_t k = 0; k < inner; k++)
    for (int p = 0; p < panels; p++) {
      const f16 m = LOAD(matrix.start + k * matrix.stride + p * 16);
      for (int i = 0; i < height; i++)
        sums[i][p] = sums[i][p] + m * rows.start[(size_t)i * rows.stride + k];
    }
  for (int i = 0; i < height; i++)
    for (int p = 0; p < panels; p++) STORE(out + (size_t)i * stride + p * 16, sums[i][p]);
}

/// out[count][columns] = rows[count][inner] times matrix[inner][columns].
static void float_product(float_rows rows, size_t count, size_t inner, float_rows matrix,
                          size_t columns, float *out, size_t stride) {
  for (size_t column = 0; column < columns;) {
    const size_t panels = columns - column >= 32 ? 2 : 1;
    const float_rows m = {matrix.start + column, matrix.stride};
    for (size_t i = 0; i < count;) {
      const size_t height = count - i >= 4 ? 4 : 1;
      const float_rows r = {rows.start + i * rows.stride, rows.stride};
      float *to = out + i * stride + column;
      if (height == 4 && panels == 2) float_tile(r, 4, inner, m, 2, to, stride);
      if (height == 4 && panels == 1) float_tile(r, 4, inner, m, 1, to, stride);
      if (height == 1 && panels == 2) float_tile(r, 1, inner, m, 2, to, stride);
      if (height == 1 && panels == 1) float_tile(r, 1, inner, m, 1, to, stride);
      i += height;
    }
    column += panels * 16;
  }
}

static void multiply_floats(const float *rows, size_t count, size_t stride, size_t inner,
                            const float *matrix, size_t columns, float *out) {
  float_product((float_rows){rows, stride}, count, inner, (float_rows){matrix, columns}, columns,
                out, columns);
}

static void layer_norm(float *rows, size_t count, size_t width, const float *norm) {
  for (size_t i = 0; i < count; i++, rows += width) {
    f16 sum = {};
    for (size_t k = 0; k < width; k += 16) sum = sum + LOAD(rows + k);
    const float mean = sum_lanes(&sum) / (float)width;
    f16 squares = {};
    for (size_t k = 0; k < width; k += 16) {
      const f16 d = LOAD(rows + k) - mean;
      squares = squares + d * d;
    }
    const float variance = sum_lanes(&squares) / (float)width;
    const float gain = 1.0f / __builtin_elementwise_sqrt(variance + 1e-12f);
    for (size_t k = 0; k < width; k += 16)
      STORE(rows + k, (LOAD(rows + k) - mean) * gain * LOAD(norm + k) + LOAD(norm + width + k));
  }
}

static void embed(const int8_t *piece, float scale, const float *position, const float *kind,
                  size_t width, float *out) {
  for (size_t k = 0; k < width; k += 16) {
    typedef int8_t s8x16 __attribute__((vector_size(16), aligned(1)));
    const f16 x = __builtin_convertvector(*(const s8x16 *)(piece + k), f16);
    STORE(out + k, x * scale + LOAD(position + k) + LOAD(kind + k));
  }
}

/// Turns `count` scores, in `lanes` places, into shares of 1.
static inline void softmax(float *scores, size_t count, size_t lanes) {
  for (size_t j = count; j < lanes; j++) scores[j] = -1e30f;
  f16 high = LOAD(scores);
  for (size_t j = 16; j < lanes; j += 16) {
    const f16 x = LOAD(scores + j);
    high = MAX(x, high);
  }
  const float most = max_lanes(&high);
  f16 sum = {};
  for (size_t j = 0; j < lanes; j += 16) {
    f16 e = (LOAD(scores + j) - most) * 0.17677669f;  // 32^-1/2
    exp_lanes(&e);
    STORE(scores + j, e);
  }
  for (size_t j = count; j < lanes; j++) scores[j] = 0;
  for (size_t j = 0; j < lanes; j += 16) sum = sum + LOAD(scores + j);
  const float share = 1.0f / sum_lanes(&sum);
  for (size_t j = 0; j < lanes; j += 16) STORE(scores + j, LOAD(scores + j) * share);
}

static void attend(const float *rows, size_t count, size_t width, float *out, float *scratch) {
  const size_t stride = 3 * width, lanes = (count + 15) / 16 * 16;
  float *keys = scratch;                 // [32][lanes]
  float *scores = scratch + 32 * lanes;  // [count][lanes]
  memset(keys, 0, 32 * lanes * sizeof *keys);
  for (size_t head = 0; head < width / 32; head++) {
    const float *query = rows + head * 32, *key = query + width, *value = key + width;
    for (size_t j = 0; j < count; j++)
      for (size_t d = 0; d < 32; d++) keys[d * lanes + j] = key[j * stride + d];
    float_product((float_rows){query, stride}, count, 32, (float_rows){keys, lanes}, lanes, scores,
                  lanes);
    for (size_t i = 0; i < count; i++) softmax(scores + i * lanes, count, lanes);
    float_product((float_rows){scores, lanes}, count, count, (float_rows){value, stride}, 32,
                  out + head * 32, width);
  }
}

static void relations(const float *form, const float *head, size_t width, size_t count,
                      float *scores) {
  for (size_t r = 0; r < count; r++) {
    f16 sum = {};
    for (size_t k = 0; k < width; k += 16)
      sum = sum + LOAD(form + r * width + k) * LOAD(head + k);
    scores[r] = sum_lanes(&sum) + form[count * width + r];
  }
}

const ck_kernels KERNELS = {quantise,   multiply, multiply_floats, layer_norm,
                            embed,      attend,   relations};
