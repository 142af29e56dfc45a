import type { Manifest } from '../../../src/manifests/manifest';

/** `packages.toy`: one package a line. */
export const manifestOf: Manifest = {
  isManifest: (path) => /(?:^|\/)packages\.toy$/.test(path),
  add: (text, name) =>
    text.split('\n').includes(name) ? [] : [{ span: { start: text.length, end: text.length }, newText: `${name}\n` }],
};
