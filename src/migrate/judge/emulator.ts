import { isEmulatorText, isLocalAddress } from '../../detect/emulator';
import type { CodeNode } from '../../languages/contract/node';
import { trace } from '../../languages/trace';
import type { Trace } from '../../languages/trace';
import { because } from './context';
import type { Judge } from './context';

/** The literals that a value has or falls back to. */
function literalsOf({ leaf, fallback, inner, importedTrace: beyond, passed }: Trace): readonly CodeNode[] {
  return [
    leaf,
    ...(fallback ? [fallback] : []),
    ...(inner ? literalsOf(inner) : []),
    ...(beyond ? literalsOf(beyond.from) : []),
    ...(passed?.values.flatMap(({ from }) => literalsOf(from)) ?? []),
  ];
}

const textOf = (node: CodeNode): string =>
  node.kind === 'string'
    ? node.value
    : node.kind === 'template'
      ? node.parts.map((part) => (typeof part === 'string' ? part : ' ')).join('')
      : '';

/** The code falls back to a local emulator, or leads to one: an emulator takes only keys. */
export const emulatorInCode: Judge = (use, { file }) => {
  for (const node of use.match.bound.values()) {
    const from = trace(node, file);
    const texts = literalsOf(from).map(textOf);
    if (!texts.some((text) => isEmulatorText(text) || isLocalAddress(text))) continue;
    return because(from.origin === 'literal' ? 'emulator-endpoint' : 'emulator-fallback', use);
  }
  return null;
};
