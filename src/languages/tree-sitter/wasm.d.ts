/** The bytes of a WebAssembly module, packed with gzip by the build (scripts/wasm.mjs). */
declare module '*.wasm' {
  const packed: Uint8Array;
  export default packed;
}

// What web-tree-sitter's types take for granted; the DOM's types are not loaded here.
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
}
