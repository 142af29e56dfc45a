import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';

const project = fileURLToPath(new URL('../../', import.meta.url));

/** Size and pixels: the compressed bytes differ between versions of zlib. */
function picture(file: string): { width: number; height: number; pixels: string } {
  const png = readFileSync(file);
  const data: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12) {
    const length = png.readUInt32BE(at);
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(png.subarray(at + 8, at + 8 + length));
  }
  return {
    width: png.readUInt32BE(16),
    height: png.readUInt32BE(20),
    pixels: inflateSync(Buffer.concat(data)).toString('base64'),
  };
}

test('media/icon.png is what scripts/make-icon.mjs draws, large enough for the Marketplace', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'icon-'));
  try {
    const drawn = path.join(folder, 'icon.png');
    expect(spawnSync(process.execPath, [path.join(project, 'scripts/make-icon.mjs'), drawn]).status).toBe(0);
    const icon = picture(path.join(project, 'media/icon.png'));
    expect(icon.width).toBeGreaterThanOrEqual(256);
    expect(icon.height).toBe(icon.width);
    expect(picture(drawn).pixels === icon.pixels).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 60_000);
