"use strict";
// Unpacks the page's program and its data, which are one LZMA stream in base 91, and runs the program.

const $ = (id) => document.getElementById(id);
/** The program, a byte 0, and the data. */
let unpacked = new Uint8Array(0);

/** Bytes from base 91: two letters hold 13 bits, the lowest first. */
function unpackLetters(text, length) {
  const bytes = new Uint8Array(length), value = (i) => { const code = text.charCodeAt(i); return code - (code < 60 ? 35 : 36); };
  let held = 0, bits = 0, count = 0;
  for (let i = 0; i < text.length; i += 2) {
    held |= (value(i) * 91 + value(i + 1)) << bits;
    for (bits += 13; bits > 7; bits -= 8) { bytes[count] = held & 255; count += 1; held >>>= 8; }
  }
  return bytes;
}

/** Bytes from a raw LZMA stream with lc = 1, lp = 0 and pb = 0, whose length is known. */
function unpackLZMA(input, length) {
  const output = new Uint8Array(length), chances = new Uint16Array(2556).fill(1024);
  // Where the chances of each kind of bit begin.
  const isMatch = 0, isRepeat = 12, isEarlier = 24, isThird = 36, isFourth = 48, isLong = 60, slots = 72, near = 328, align = 456;
  const matchLength = 472, repeatLength = 746, literals = 1020;
  // The range and the code, which do not fit into small integers.
  const coder = new Uint32Array([0xffffffff, 0]);
  let next = 1;
  for (; next < 5; next += 1) coder[1] = coder[1] << 8 | input[next];
  const bit = (place) => {
    const chance = chances[place], range = coder[0], code = coder[1], bound = (range >>> 11) * chance, isOne = code >= bound;
    let rest = bound;
    if (isOne) { rest = range - bound; coder[1] = code - bound; chances[place] = chance - (chance >> 5); } else chances[place] = chance + ((2048 - chance) >> 5);
    if (rest < 0x1000000) { rest *= 256; coder[1] = coder[1] << 8 | input[next]; next += 1; }
    coder[0] = rest;
    return isOne ? 1 : 0;
  };
  const number = (place, bits) => {
    let tree = 1;
    for (let i = 0; i < bits; i += 1) tree = tree * 2 + bit(place + tree);
    return tree - (1 << bits);
  };
  const lowestFirst = (place, bits) => {
    let tree = 1, value = 0;
    for (let i = 0; i < bits; i += 1) { const one = bit(place + tree); tree = tree * 2 + one; value |= one << i; }
    return value;
  };
  const even = (bits) => {
    let value = 0;
    for (let i = 0; i < bits; i += 1) {
      coder[0] >>>= 1;
      const isOne = coder[1] >= coder[0];
      if (isOne) coder[1] -= coder[0];
      value = value * 2 + (isOne ? 1 : 0);
      if (coder[0] < 0x1000000) { coder[0] *= 256; coder[1] = coder[1] << 8 | input[next]; next += 1; }
    }
    return value;
  };
  const lengthAt = (place) => (bit(place) === 0 ? 2 + number(place + 2, 3) : bit(place + 1) === 0 ? 10 + number(place + 10, 3) : 18 + number(place + 18, 8));
  const distance = (size) => {
    const slot = number(slots + Math.min(size - 2, 3) * 64, 6), bits = (slot >> 1) - 1;
    if (slot < 4) return slot;
    const high = (2 | (slot & 1)) * 2 ** bits;
    return slot < 14 ? high + lowestFirst(near + high - slot, bits) : high + even(bits - 4) * 16 + lowestFirst(align, 4);
  };
  let state = 0, back = 0, second = 0, third = 0, fourth = 0;
  for (let place = 0; place < length;) {
    if (bit(isMatch + state) === 0) {
      const context = literals + (place > 0 && output[place - 1] > 127 ? 768 : 0);
      let tree = 1;
      if (state > 6) {
        for (let known = output[place - back - 1], same = true; same && tree < 256; known <<= 1) {
          const expected = known >> 7 & 1, one = bit(context + 256 + expected * 256 + tree);
          tree = tree * 2 + one;
          same = expected === one;
        }
      }
      while (tree < 256) tree = tree * 2 + bit(context + tree);
      output[place] = tree;
      place += 1;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let size = 1;
    if (bit(isRepeat + state) === 0) {
      size = lengthAt(matchLength);
      [fourth, third, second, back] = [third, second, back, distance(size)];
      state = state < 7 ? 7 : 10;
    } else {
      let isShort = false;
      if (bit(isEarlier + state) === 0) isShort = bit(isLong + state) === 0;
      else if (bit(isThird + state) === 0) [second, back] = [back, second];
      else if (bit(isFourth + state) === 0) [third, second, back] = [second, back, third];
      else [fourth, third, second, back] = [third, second, back, fourth];
      if (!isShort) size = lengthAt(repeatLength);
      state = state < 7 ? (isShort ? 9 : 8) : 11;
    }
    for (const end = Math.min(place + size, length); place < end; place += 1) output[place] = output[place - back - 1];
  }
  return output;
}

try {
  const data = $("data"), input = unpackLetters(data.textContent.trim(), +data.dataset.packed);
  unpacked = unpackLZMA(input, +data.dataset.length);
  data.textContent = "";
  const program = document.createElement("script");
  program.textContent = new TextDecoder().decode(unpacked.subarray(0, unpacked.indexOf(0)));
  document.body.append(program);
} catch (error) {
  $("panel").textContent = `The graph cannot be shown: ${error.message}`;
}
