/** The grammar of C#, packed; a bundle of its own, reached only by dynamic import. */
export { default as grammar } from '@vscode/tree-sitter-wasm/wasm/tree-sitter-c-sharp.wasm';
