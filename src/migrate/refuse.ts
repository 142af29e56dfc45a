import type { Refusal } from '../core/finding';
import type { Span } from '../core/span';
import type { CodeFile, Declaration } from '../languages/code';
import { trace } from '../languages/trace';
import type { Trace } from '../languages/trace';
import { refusal } from './refusals';
import type { Blocker, Use, UseGroup } from './uses';

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

/** A value taken apart by hand: `conn.split(';')`. */
const byHand = (file: CodeFile, declaration: Declaration): boolean =>
  declaration.references.some((reference) => /^\s*[?!]?\.\s*(split|match|matchAll|indexOf|substring|substr|slice|Split|IndexOf|Substring)\b/.test(file.text.slice(reference.end, reference.end + 40)));

function refusalOfUse(use: Use, file: CodeFile): string | null {
  const { source } = use.match.pattern;
  if (source.kind === 'refuse') return source.reason;
  if (use.service.beside?.some((one) => file.packages.has(one.package))) {
    return use.service.beside.find((one) => file.packages.has(one.package))?.reason ?? null;
  }
  const statement = file.statementAt(use.match.node.start);
  if (file.errors.some((error) => touches(error, statement))) return 'parse-error';
  const origin = ORIGINS[use.trace.origin];
  if (origin !== undefined) return origin;
  if (use.secret === 'SASURL' && use.trace.setting) return 'sas-url-in-setting';
  const tenant = use.match.bound.get('TENANT');
  if (tenant && /parameter|field|elsewhere/.test(trace(tenant, file).origin)) return 'tenant-per-call';
  if (file.inChoice(use.match.node)) return 'dual-path';
  for (const declaration of declarationsOf(use.trace)) {
    if (!declaration.constant) return 'secret-reassigned';
    if (declaration.exported) return 'secret-exported';
    if (declaration.references.some((reference) => reference.role.kind === 'test')) return 'dual-path';
    if (byHand(file, declaration)) return 'parsed-by-hand';
    if (file.errors.some((error) => touches(error, declaration.statement))) return 'parse-error';
  }
  return null;
}

/** Key credentials in a variable that something else than the matched clients reads too. */
function credentialLeaks(group: UseGroup): boolean {
  const passed = group.uses.flatMap((use) => use.match.through);
  return passed.some(({ declaration }) => {
    const mine = passed.filter((one) => one.declaration === declaration);
    return declaration.exported || declaration.references.some((reference) => !mine.some(({ name }) => name.start === reference.start));
  });
}

/** Why one secret of a file cannot be migrated mechanically, or null. */
export function refusalOf(group: UseGroup, blockers: readonly Blocker[], file: CodeFile): Refusal | null {
  const [first] = group.uses;
  if (!first) return refusal('nothing-to-do');
  const reasons = group.uses.map((use) => ({ use, reason: refusalOfUse(use, file) }));
  const failed = reasons.find(({ reason }) => reason !== null);
  if (failed?.reason) return refusal(failed.reason, failed.use.service.title);
  const blocker = blockers.find((one) => group.uses.some((use) => use.service === one.service));
  if (blocker) return refusal(blocker.reason, blocker.service.title);
  if (file.clientSide) return refusal('client-side');
  if (credentialLeaks(group)) return refusal('credential-elsewhere');
  return null;
}
