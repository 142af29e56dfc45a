import type { Span } from '../../core/span';
import { masked } from '../base/masked';

/*
 * Code within the files of components: Vue, Svelte and Astro keep it in script blocks, Astro also before the page. Such
 * code is read where it is, as if there were nothing around it.
 */

const COMPONENT = /\.(?:vue|svelte|astro)$/i;
const IDS = new Set(['vue', 'svelte', 'astro']);

export const isComponent = (path: string, languageId?: string): boolean =>
  COMPONENT.test(path) || (languageId !== undefined && IDS.has(languageId));

const SCRIPT = /<script\b(?<attributes>[^>]{0,400})>/gi;
/** Scripts of other languages, and data. */
const NO_CODE = /\btype\s{0,3}=\s{0,3}["']?(?!(?:module|text\/(?:javascript|typescript|babel))\b)|\bsrc\s{0,3}=/i;
const FRONT_MATTER = /^\s{0,20}---[ \t]{0,4}\r?\n/;

export interface Script {
  /** The code alone, each character at its place. */
  readonly text: string;
  /** The name that the parser knows its dialect by. */
  readonly path: string;
}

/** The code of a component. */
export function scriptOf(text: string, path: string): Script {
  const parts: Span[] = [];
  const front = /\.astro$/i.test(path) ? FRONT_MATTER.exec(text)?.[0].length : undefined;
  if (front !== undefined) {
    const end = text.indexOf('\n---', front - 1);
    if (end >= 0) parts.push({ start: front, end });
  }
  let jsx = false;
  const from = parts.at(-1)?.end ?? 0;
  for (const match of text.matchAll(SCRIPT)) {
    const attributes = match.groups?.['attributes'] ?? '';
    const start = match.index + match[0].length;
    const last = parts.at(-1)?.end ?? from;
    if (match.index < last || NO_CODE.test(attributes)) continue;
    const close = text.slice(start).search(/<\/script/i);
    if (close < 0) continue;
    parts.push({ start, end: start + close });
    jsx ||= /\blang\s{0,3}=\s{0,3}["']?[jt]sx\b/i.test(attributes);
  }
  return { text: masked(text, parts), path: `${path}${jsx ? '.tsx' : '.ts'}` };
}
