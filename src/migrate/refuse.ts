import type { Refusal } from '../core/finding';
import type { Span } from '../core/span';
import type { CodeFile, CodeNode, Declaration } from '../languages/code';
import { restName } from '../languages/compile';
import type { Match } from '../languages/match';
import { codeOf, inPlace } from '../languages/match';
import { trace } from '../languages/trace';
import type { Beyond, Trace } from '../languages/trace';
import { movedTo, refusal } from './refusals';
import { metasOf } from './rewrite';
import type { Blocker, Use, UseGroup } from './uses';

/** What a secret passes on its way, where no endpoint can take its place. */
const behind = (from: Trace): Trace['behind'] => from.behind ?? (from.inner && behind(from.inner));

const touches = (a: Span, b: Span): boolean => a.start <= b.end && b.start <= a.end;

/** Every declaration on the way of a secret into a use. */
export function declarationsOf({ declarations, inner }: Trace): readonly Declaration[] {
  return inner ? [...declarations, ...declarationsOf(inner)] : declarations;
}

const ORIGINS: Readonly<Record<string, string | undefined>> = {
  parameter: 'secret-from-parameter',
  field: 'secret-from-field',
  elsewhere: 'secret-from-elsewhere',
};

/** A value taken apart by hand: `conn.split(';')`, `/AccountKey=(.*)/.exec(conn)`, `parseConnectionString(conn)`. */
const byHand = ({ text }: CodeFile, { references }: Declaration): boolean =>
  references.some(
    ({ start, end }) =>
      /^\s*[?!]?\.\s*(split|match|matchAll|indexOf|substring|substr|slice|Split|IndexOf|Substring)\b/.test(
        text.slice(end, end + 40),
      ) ||
      /(?:\.exec|\.matchAll|\bparse\w*|Regex\.Match(?:es)?)\(\s*$/i.test(text.slice(Math.max(0, start - 60), start)),
  );

/** A key credential read back from a client: `client.credential.accountName`. */
const READ_BACK =
  /\.credential\b(?:\s+as\s+\w+)?\)?[?!]?\.(?:account\w+|computeHMAC\w*|key)\b|\.credential\s+as\s+\w*Key\w*/;

/** True when the right side adds a property the code has already: a key and a credential on one client. */
const givesTwice = ({ match }: Use): boolean => match.pattern.to !== null && addsTwice(match.pattern.to, match);

const addsTwice = (node: CodeNode, match: Match): boolean => {
  if (node.kind === 'call') return node.args.some(({ value }) => addsTwice(value, match));
  if (node.kind !== 'object') return false;
  const own = node.props.flatMap(({ name }) => name ?? []);
  const rest = node.props.flatMap((prop) => match.rests.get(restName(prop) ?? '') ?? []);
  return (
    rest.some(({ name }) => name !== null && own.includes(name)) ||
    node.props.some(({ value }) => addsTwice(value, match))
  );
};

/** `super(conn)`: the class extends the client. */
const isSuper = (callee: CodeNode): boolean => callee.kind === 'name' && callee.name === 'super';

const propsOf = (node: CodeNode): string[] =>
  node.kind === 'object'
    ? node.props.flatMap(({ name, value }) => [...(name === null ? [] : [name]), ...propsOf(value)])
    : node.kind === 'call'
      ? node.args.flatMap(({ value }) => propsOf(value))
      : [];

function refusalOfUse(use: Use, file: CodeFile): string | null {
  const { source } = use.match.pattern;
  if (source.kind === 'refuse') return source.reason;
  if (use.service.beside?.some((one) => file.packages.has(one.package))) {
    return use.service.beside.find((one) => file.packages.has(one.package))?.reason ?? null;
  }
  const statement = file.statementAt(use.match.node.start);
  if (file.errors.some((error) => touches(error, statement))) return 'parse-error';
  if (use.match.scattered) return 'options-scattered';
  if (use.match.node.kind === 'call' && isSuper(use.match.node.callee)) return 'subclass';
  // Wherever the secret comes from: the code that takes none is there already.
  if (file.inChoice(use.match.node)) return 'dual-path';
  const origin = ORIGINS[use.trace.origin];
  if (origin !== undefined) return origin;
  if (use.trace.setting?.bound || behind(use.trace) === 'object') return 'secret-from-options';
  if (behind(use.trace) === 'function') return 'secret-from-function';
  const unfit = use.service.unfit && codeOf(use.match, file);
  const misfit = use.service.unfit?.find(({ code }) => code.test(unfit ?? ''));
  if (misfit) return misfit.reason;
  if (READ_BACK.test(file.text)) return 'credential-read-back';
  if (givesTwice(use)) return 'dual-path';
  if (use.secret === 'SASURL' && use.trace.setting) return 'sas-url-in-setting';
  const tenant = use.match.bound.get('TENANT');
  if (tenant && /parameter|field|elsewhere/.test(trace(tenant, file).origin)) return 'tenant-per-call';
  for (const declaration of declarationsOf(use.trace)) {
    if (!declaration.constant) return 'secret-reassigned';
    if (declaration.exported) return 'secret-exported';
    if (declaration.references.some((reference) => reference.role.kind === 'test')) return 'dual-path';
    if (byHand(file, declaration)) return 'parsed-by-hand';
    if (file.errors.some((error) => touches(error, declaration.statement))) return 'parse-error';
  }
  const beyond = beyondOf(use.trace);
  return beyond && refusalBeyond(beyond, use, file);
}

const beyondOf = (from: Trace): Beyond | null => from.beyond ?? (from.inner && beyondOf(from.inner));

/** Why a secret that another file holds cannot be replaced there. */
function refusalBeyond({ imported, from }: Beyond, { match }: Use, file: CodeFile): string | null {
  const { binding, file: there, slot } = imported;
  if (!binding.constant) return 'secret-reassigned';
  if (binding.references.some(({ role }) => role.kind === 'test')) return 'dual-path';
  if (byHand(file, binding)) return 'parsed-by-hand';
  if (there.clientSide) return 'client-side';
  if (from.beyond ?? (from.inner && beyondOf(from.inner))) return 'secret-from-elsewhere';
  if (from.setting?.bound || behind(from) === 'object') return 'secret-from-options';
  if (behind(from) === 'function') return 'secret-from-function';
  if (!slot && metasOf(match.pattern.toText ?? '').has('ENDPOINT')) return 'secret-imported';
  const place = slot?.item ?? imported.value;
  if (there.errors.some((error) => touches(error, place))) return 'parse-error';
  const assigned = new RegExp(`\\.\\s*${imported.name.replaceAll('$', '\\$')}\\s*=(?!=)`);
  if (slot?.item && assigned.test(there.text.slice(0, slot.item.start) + there.text.slice(slot.item.end)))
    return 'secret-reassigned';
  for (const [i, declaration] of declarationsOf(from).entries()) {
    if (!declaration.constant) return 'secret-reassigned';
    if (i > 0 && declaration.exported) return 'secret-exported';
    if (declaration.references.some((reference) => reference.role.kind === 'test')) return 'dual-path';
    if (byHand(there, declaration)) return 'parsed-by-hand';
    if (there.errors.some((error) => touches(error, declaration.statement))) return 'parse-error';
  }
  return null;
}

/** Key credentials or options in a variable that something else than the matched clients reads too, and the reason. */
function leak(group: UseGroup, file: CodeFile): string | null {
  const passed = group.uses.flatMap(({ match }) =>
    match.through.map((passage) => ({ ...passage, stays: inPlace(match, passage) })),
  );
  for (const { declaration, stays } of passed) {
    const mine = passed.filter((one) => one.declaration === declaration);
    const others = declaration.references.filter(
      (reference) => !mine.some(({ name }) => name.start === reference.start),
    );
    // Another property of the options may be read; the one with the secret may not.
    const harmless = (reference: Span) => {
      const property = /^\s*[?!]?\.\s*([\w$]+)/.exec(file.text.slice(reference.end, reference.end + 80))?.[1];
      return stays && property !== undefined && mine.every(({ pattern }) => !propsOf(pattern).includes(property));
    };
    if (declaration.exported || !others.every(harmless)) return stays ? 'options-elsewhere' : 'credential-elsewhere';
  }
  return null;
}

/** Why one secret of a file cannot be migrated mechanically, or null. */
export function refusalOf(group: UseGroup, blockers: readonly Blocker[], file: CodeFile): Refusal | null {
  const [first] = group.uses;
  if (!first) return refusal('nothing-to-do');
  const reasons = group.uses.map((use) => ({ use, reason: refusalOfUse(use, file) }));
  const failed = reasons.find(({ reason }) => reason !== null);
  if (failed?.reason) {
    const { successor } = failed.use.match.pattern;
    return failed.reason === 'legacy-sdk' && successor !== null
      ? movedTo(successor)
      : refusal(failed.reason, failed.use.service.title);
  }
  const blocker = blockers.find((one) => group.uses.some((use) => use.service === one.service));
  if (blocker) return refusal(blocker.reason, blocker.service.title);
  if (file.clientSide) return refusal('client-side');
  const leaked = leak(group, file);
  return leaked === null ? null : refusal(leaked);
}
