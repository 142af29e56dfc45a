import { remembered } from '../core/remember';
import type { Span } from '../core/span';
import type { Declaration } from '../languages/contract/declaration';
import type { CodeFile } from '../languages/contract/file';

/** Methods and functions of the SDKs that take a key credential or a token credential, at any place. */
const TAKES_TOKEN = /\.\s*(?:setBlobsAccessTier|deleteBlobs)\s*\([^()]*$|\bnewPipeline\s*\(\s*$/;

/** A call of a function of the file, up to an argument that is a name or so each. */
const CALL = /(?:^|[^.\w$])(\w{1,100})\s{0,20}\(([^()]{0,300})$/;

/** The places that hand a key credential to something which takes a token credential as well. */
export const tokenReaders = remembered(({ references, kind }: Declaration, { text }: CodeFile): readonly Span[] =>
  kind === 'variable'
    ? references.filter(({ start, role, write }) => role.kind === 'read' && !write && takesToken(text, start))
    : [],
);

function takesToken(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 300), start);
  if (TAKES_TOKEN.test(before)) return true;
  const [, callee = '', args = ''] = CALL.exec(before) ?? [];
  return callee !== '' && isHandedOn(callee, args.split(',').length - 1, text);
}

/** Code right before another argument than the first of a client. */
const BUILDS_CLIENT = /\bnew\s{1,9}\w{1,80}Client\s{0,9}\([^;{}]{0,300},\s{0,20}$/;

/** True where a function of the file does nothing with that parameter but hand it to clients, or says that it takes a token. */
function isHandedOn(callee: string, at: number, text: string): boolean {
  const found =
    new RegExp(`\\bfunction\\s{1,9}${callee}\\s{0,9}\\(([^()]{0,400})\\)`).exec(text) ??
    new RegExp(`\\bconst\\s{1,9}${callee}\\s{0,9}=\\s{0,9}(?:async\\s{0,9})?\\(([^()]{0,400})\\)`).exec(text);
  const parameter = (found?.[1] ?? '').split(',')[at];
  const [, name = '', type] = /^\s*(\w+)\s*(?::\s*([\s\S]+))?$/.exec(parameter ?? '') ?? [];
  if (name === '' || !found) return false;
  if (type !== undefined) return /\bTokenCredential\b/.test(type);
  // Without a type: every place in the file that has the name builds a client with it.
  const after = found.index + found[0].length;
  const body = text.slice(after, endOfBody(text, after));
  const reads = [...body.matchAll(new RegExp(`(?<![\\w$.])${name}(?![\\w$])`, 'g'))];
  return (
    reads.length > 0 && reads.every(({ index }) => BUILDS_CLIENT.test(body.slice(Math.max(0, index - 400), index)))
  );
}

/** The end of the brackets that open after the head of a function, or of the statement. */
function endOfBody(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    const one = text[i];
    if (one === '{') depth++;
    if (one === '}' && --depth === 0) return i;
    if (one === ';' && depth === 0) return i;
  }
  return text.length;
}
