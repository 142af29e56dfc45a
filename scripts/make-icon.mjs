/**
 * Draws media/icon.png: a key, crossed out, on a shield. Plain geometry and node:zlib, so that anybody gets the same
 * pixels without an image program: `node scripts/make-icon.mjs [FILE] [SIZE]`.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'node:zlib';

/** The drawing's own coordinates: 256 by 256, whatever the size of the picture. */
const UNIT = 256;
/** Samples per pixel and direction. */
const SAMPLES = 5;

/** Points of a cubic curve, without its first. */
const curve = (from, c1, c2, to, steps = 24) =>
  Array.from({ length: steps }, (_, i) => {
    const t = (i + 1) / steps;
    const at = (axis) =>
      (1 - t) ** 3 * from[axis] + 3 * (1 - t) ** 2 * t * c1[axis] + 3 * (1 - t) * t ** 2 * c2[axis] + t ** 3 * to[axis];
    return [at(0), at(1)];
  });

const half = [
  [128, 10],
  ...curve([128, 10], [106, 28], [72, 38], [40, 39]),
  ...curve([40, 39], [31, 39.4], [26, 44], [26, 53], 8),
  [26, 122],
  ...curve([26, 122], [26, 184], [70, 226], [128, 248]),
];

/** Where the shield begins at a height: its left half goes down without turning back, its right half mirrors it. */
function shieldStart(y) {
  const i = half.findIndex((point) => point[1] >= y);
  if (i < 1) return UNIT;
  const [[ax, ay], [bx, by]] = [half[i - 1], half[i]];
  return ax + ((bx - ax) * (y - ay)) / (by - ay);
}

/** Distance from a stroke between two points. */
function fromSegment(x, y, [ax, ay], [bx, by]) {
  const t = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)));
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay));
}

/** The key lies along u (down to the left), its teeth point to v. */
const CENTRE = [130, 122];
const turn = Math.SQRT1_2;
function onKey(x, y) {
  const u = (-(x - CENTRE[0]) + (y - CENTRE[1])) * turn;
  const v = (x - CENTRE[0] + (y - CENTRE[1])) * turn;
  const ring = Math.abs(Math.hypot(u + 56, v) - 23) <= 10;
  const shaft = fromSegment(u, v, [-30, 0], [76, 0]) <= 10;
  const teeth = v > 0 && (fromSegment(u, v, [47, 0], [47, 20]) <= 8.5 || fromSegment(u, v, [74, 0], [74, 24]) <= 8.5);
  return ring || shaft || teeth;
}

const STROKE = [
  [74, 70],
  [182, 178],
];
const strokeAt = (x, y) => fromSegment(x, y, ...STROKE);

const mix = (a, b, t) => a.map((value, i) => value + (b[i] - value) * t);
const LIGHT = [41, 163, 240];
const DEEP = [6, 84, 168];
const WHITE = [255, 255, 255];
const CROSS = [140, 233, 255];

/** Colour and opacity at a point of the drawing; `start` is where the shield begins at this height. */
function colourAt(x, y, start) {
  if (x < start || x > UNIT - start) return [0, 0, 0, 0];
  const ground = mix(LIGHT, DEEP, Math.max(0, Math.min(1, (y - 20) / 210)));
  const shaded = x > 128 ? mix(ground, [0, 30, 90], 0.14) : ground;
  const distance = strokeAt(x, y);
  if (distance <= 9) return [...CROSS, 1];
  if (distance > 15.5 && onKey(x, y)) return [...WHITE, 1];
  return [...shaded, 1];
}

function pixels(size) {
  const rows = Buffer.alloc(size * (size * 4 + 1));
  const step = UNIT / size / SAMPLES;
  for (let row = 0; row < size; row++) {
    const starts = Array.from({ length: SAMPLES }, (_, i) => shieldStart((row * SAMPLES + i + 0.5) * step));
    for (let column = 0; column < size; column++) {
      const sum = [0, 0, 0, 0];
      for (let i = 0; i < SAMPLES * SAMPLES; i++) {
        const x = (column * SAMPLES + (i % SAMPLES) + 0.5) * step;
        const line = Math.floor(i / SAMPLES);
        const [r, g, b, a] = colourAt(x, (row * SAMPLES + line + 0.5) * step, starts[line]);
        sum[0] += r * a;
        sum[1] += g * a;
        sum[2] += b * a;
        sum[3] += a;
      }
      const at = row * (size * 4 + 1) + 1 + column * 4;
      for (let channel = 0; channel < 3; channel++)
        rows[at + channel] = sum[3] === 0 ? 0 : Math.round(sum[channel] / sum[3]);
      rows[at + 3] = Math.round((sum[3] / (SAMPLES * SAMPLES)) * 255);
    }
  }
  return rows;
}

const crcTable = Int32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c;
});

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  let crc = -1;
  for (const byte of body) crc = crcTable[(crc ^ byte) & 255] ^ (crc >>> 8);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeInt32BE(~crc, body.length + 4);
  return framed;
}

/** A PNG of the icon, 8 bits per channel with alpha. */
export function icon(size) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(pixels(size), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [file = fileURLToPath(new URL('../media/icon.png', import.meta.url)), size = '256'] = process.argv.slice(2);
  writeFileSync(file, icon(Number(size)));
}
