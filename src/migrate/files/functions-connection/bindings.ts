import { baseName } from '../../../core/document';
import type { Span } from '../../../core/span';
import { items, keyOf, member, properties, readJson, stringOf, valueNode } from '../../../formats/json-tree';
import { sortOf } from './sorts';
import type { Direction, Sort } from './sorts';

/** A trigger or binding that names a setting as its connection. */
export interface Binding {
  readonly sort: Sort;
  readonly direction: Direction;
}

/** What a reader does with a setting: bindings of known sorts, or why that cannot be told. */
export type Read =
  | { readonly kind: 'bindings'; readonly bindings: readonly Binding[] }
  /** `not-read`: the place is no argument of a known sort; `creates`: the binding makes what a token cannot. */
  | { readonly kind: 'not-known'; readonly why: 'not-read' | 'old-argument' | 'creates' };

const notKnown = (why: 'not-read' | 'old-argument' | 'creates'): Read => ({ kind: 'not-known', why });

/** Options of Azure Cosmos DB that make a database or a container: a token for data cannot. */
const CREATES =
  /\bcreate_?(?:lease_?)?(?:database_?|containers?_?|collections?_?)?if_?not_?exists["']?\s{0,9}[:=]\s{0,9}true\b/i;

const creates = (text: string): boolean => CREATES.test(text);

/** How far back the call around an argument may begin. */
const FAR = 3000;

/** The round bracket that is open at a place, as an offset; -1 where there is none. */
function opening(text: string, at: number): number {
  let depth = 0;
  for (let i = at - 1; i >= Math.max(0, at - FAR); i--) {
    const one = text[i];
    if (one === ')') depth++;
    else if (one === '(' && depth-- === 0) return i;
    else if (one === ';' && depth === 0) return -1;
  }
  return -1;
}

/** Where the bracket closes that opens at a place. */
function closing(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < Math.min(text.length, from + FAR); i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i;
  }
  return Math.min(text.length, from + FAR);
}

/** `app.serviceBusQueue('x', {`, `[ServiceBusTrigger("x", `, `@app.queue_trigger(`: the words before the bracket. */
const CALL = /(?:\b(app|trigger|input|output)\s{0,9}\.\s{0,9})?\b([A-Za-z_]\w{0,100})\s{0,9}$/;
/** `connection: "`, `Connection = "`, right before the name of the setting. */
const ARGUMENT = /\b(\w{1,60})["']?\s{0,9}[:=]\s{0,9}["'`]$/;

function directionOf(owner: string | undefined, name: string): Direction {
  const plain = name.toLowerCase().replace(/attribute$/, '');
  if (/trigger$/.test(plain)) return 'trigger';
  if (/input$/.test(plain) || owner === 'input') return 'input';
  if (/output$/.test(plain) || owner === 'output') return 'output';
  // Decorators hang inputs and outputs on the app too, and say so in their names.
  return (owner === 'app' || owner === 'trigger') && !name.includes('_') ? 'trigger' : 'any';
}

/** What is around the name of a setting in code. */
function inCode(text: string, { start }: Span): Read {
  const argument = ARGUMENT.exec(text.slice(Math.max(0, start - 80), start))?.[1]
    ?.toLowerCase()
    .replace(/_/g, '');
  const bracket = argument === undefined ? -1 : opening(text, start);
  const [, owner, name] = bracket < 0 ? [] : (CALL.exec(text.slice(Math.max(0, bracket - 240), bracket)) ?? []);
  const sort = name === undefined ? null : sortOf(name);
  if (!sort || argument === undefined || name === undefined) return notKnown('not-read');
  if (!sort.argument.test(argument)) return notKnown(/setting$/.test(argument) ? 'old-argument' : 'not-read');
  if (sort.service === 'cosmos-nosql' && creates(text.slice(bracket, closing(text, bracket))))
    return notKnown('creates');
  return { kind: 'bindings', bindings: [{ sort, direction: directionOf(owner, name) }] };
}

/** The bindings of a `function.json` that name the setting. */
function inFunctionJson(text: string, name: string): Read {
  const root = readJson(text)?.root;
  if (!root) return notKnown('not-read');
  const found: Binding[] = [];
  for (const binding of items(member(root, 'bindings'))) {
    const naming = properties(binding).filter((one) => (stringOf(valueNode(one)) ?? '').includes(name));
    if (naming.length === 0) continue;
    const type = stringOf(member(binding, 'type')) ?? '';
    const sort = sortOf(type);
    if (!sort || naming.some((one) => stringOf(valueNode(one)) !== name)) return notKnown('not-read');
    const wrong = naming.find((one) => !sort.argument.test(keyOf(one).toLowerCase()));
    if (wrong) return notKnown(/setting$/i.test(keyOf(wrong)) ? 'old-argument' : 'not-read');
    if (sort.service === 'cosmos-nosql' && creates(text.slice(binding.offset, binding.offset + binding.length)))
      return notKnown('creates');
    const isOut = stringOf(member(binding, 'direction')) === 'out';
    found.push({ sort, direction: /trigger$/i.test(type) ? 'trigger' : isOut ? 'output' : 'input' });
  }
  return found.length > 0 ? { kind: 'bindings', bindings: found } : notKnown('not-read');
}

/** What a file that reads a setting as the connection of bindings does with it, at all the places that name it. */
export function bindingsIn(path: string, text: string, name: string, spans: readonly Span[]): Read {
  if (/^function\.json$/i.test(baseName(path))) return inFunctionJson(text, name);
  const found: Binding[] = [];
  for (const span of spans) {
    const read = inCode(text, span);
    if (read.kind !== 'bindings') return read;
    found.push(...read.bindings);
  }
  return { kind: 'bindings', bindings: found };
}
