import type { Namespaces } from './namespaces';
import { codeHosts, hostOf } from './namespaces';
import { lookup } from './lookup';
import type { Node } from '../syntax';
import { ancestors } from '../syntax';

/** Code that only compiles where `System` is in sight: its types by their plain names, with members of their own. */
const PROOFS = [
  /(?<![\w.@])Environment\s{0,99}\.\s{0,99}(?:GetEnvironmentVariables?|GetCommandLineArgs|GetFolderPath|NewLine|MachineName|UserName|CurrentDirectory|ProcessId|Exit)\b/g,
  /(?<![\w.@])Console\s{0,99}\.\s{0,99}(?:Write(?:Line)?|Read(?:Line|Key)?|Out|Error)\b/g,
  /(?<![\w.@])(?:DateTime|DateTimeOffset)\s{0,99}\.\s{0,99}(?:UtcNow|Now)\b/g,
  /(?<![\w.@])Guid\s{0,99}\.\s{0,99}(?:NewGuid|Parse|Empty)\b/g,
  /(?<![\w.@])TimeSpan\s{0,99}\.\s{0,99}(?:From\w{1,99}|Zero)\b/g,
  /(?<=\bnew\s{1,99})(?:Uri|Random|Exception|(?:Argument(?:Null|OutOfRange)?|InvalidOperation|NotSupported|NotImplemented)Exception)\s{0,99}\(/g,
  /(?<![\w.@])Argument(?:Null)?Exception\s{0,99}\.\s{0,99}ThrowIf\w{1,99}/g,
];

/** Beyond this many places of one kind nobody looks any further. */
const ENOUGH = 20;

/**
 * True when types of `System` have their plain names wherever the file has code, or at a place: by a directive, by the project,
 * or as the code there shows.
 * @param except a type whose own places show nothing: whether it is in sight is the question.
 */
export function seesSystem(
  root: Node,
  text: string,
  namespaces: Namespaces,
  { except = null, at }: { readonly except?: string | null; readonly at?: Node } = {},
): boolean {
  if (namespaces.sees('System', at)) return true;
  const aliases = new Set(namespaces.usings.map(({ alias }) => alias));
  const isProof = (name: string, node: Node | null, index: number): node is Node =>
    // Text within strings and comments is no code; a property of the class may have the name.
    node?.type === 'identifier' && node.startIndex === index && lookup(name, node) === null;
  const shown = new Set<number>();
  for (const proof of PROOFS) {
    for (const { 0: code, index } of [...text.matchAll(proof)].slice(0, ENOUGH)) {
      const [name = ''] = /^\w+/.exec(code) ?? [];
      if (name === except || namespaces.declared.has(name) || aliases.has(name)) continue;
      const node = root.descendantForIndex(index, index + name.length - 1);
      const host = isProof(name, node, index) ? hostOf(node) : null;
      if (host) shown.add(host.id);
    }
  }
  // What is in sight in a namespace is in sight in those inside it.
  const isShown = (host: Node): boolean =>
    namespaces.sees('System', host.firstChild ?? host) || [host, ...ancestors(host)].some(({ id }) => shown.has(id));
  const place = at && hostOf(at);
  return place ? isShown(place) : codeHosts(root).every(isShown);
}
