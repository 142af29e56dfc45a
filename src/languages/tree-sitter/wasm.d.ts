/** The bytes of a WebAssembly module, packed with gzip by the build (scripts/wasm.mjs). */
declare module '*.wasm' {
  const packed: Uint8Array;
  export default packed;
}

/** A library of its own at each call, with a memory of its own: an abort in one leaves the next one whole (scripts/wasm.mjs). */
declare module 'web-tree-sitter?own' {
  import type { Language, Parser } from 'web-tree-sitter';
  export function createTreeSitter(): { readonly Language: typeof Language; readonly Parser: typeof Parser };
}

// What web-tree-sitter's types take for granted; the DOM's types are not loaded here.
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
}
