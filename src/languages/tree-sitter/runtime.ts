import type { Tree } from 'web-tree-sitter';
import { createTreeSitter } from 'web-tree-sitter?own';
import runtime from 'web-tree-sitter/web-tree-sitter.wasm';

/** Parses a text; offsets are UTF-16 units. Throws where the library broke down: nothing can be parsed by it afterwards. */
export type Parse = (text: string) => Tree;

/** Opens what the build packed. Web APIs only, so that it runs in a browser, too. */
async function unpack(packed: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([packed.slice()]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/**
 * A parser for a grammar, given as packed bytes, with a memory of its own: once an abort has broken that, another call gives
 * a whole one. This module is a bundle of its own, reached only by dynamic import. Whoever parses frees the tree
 * (`tree.delete()`): the memory is outside of JavaScript's, and finalisers run too late in a busy process.
 */
export async function parserFor(grammar: Uint8Array): Promise<Parse> {
  const [wasmBinary, bytes] = await Promise.all([unpack(runtime), unpack(grammar)]);
  const { Language, Parser } = createTreeSitter();
  // What it says of an abort is of no use to a person.
  await Parser.init({ wasmBinary, printErr: () => undefined });
  // Compiled here and now: Language.load waits after the optimisation of other grammars, which takes seconds.
  const language = Language.loadSync(new WebAssembly.Module(bytes));
  const parser = new Parser();
  parser.setLanguage(language);
  return (text) => {
    const tree = parser.parse(text);
    if (!tree) throw new Error('the parser was stopped');
    return tree;
  };
}
