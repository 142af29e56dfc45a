import { coverOf } from '../../core/cover';
import { remembered } from '../../core/remember';
import type { Declaration, Reference } from '../../languages/contract/declaration';
import type { CodeFile } from '../../languages/contract/file';
import type { CodeNode } from '../../languages/contract/node';
import { trace } from '../../languages/trace';
import type { Trace, Via } from '../../languages/trace';
import { because } from './context';
import type { GroupJudge, Judge } from './context';

const ORIGINS: Readonly<Record<string, string | undefined>> = {
  parameter: 'secret-from-parameter',
  field: 'secret-from-field',
  elsewhere: 'secret-from-elsewhere',
};

/** What a secret passes on its way, where no endpoint can take its place. */
export const passedThrough = (from: Trace): Trace['behind'] => from.behind ?? (from.inner && passedThrough(from.inner));

/** Why no endpoint can take the place of a secret where it enters the file. */
export const unreachable = (from: Trace): string | null => {
  if (from.setting?.bound || passedThrough(from) === 'object') return 'secret-from-options';
  return passedThrough(from) === 'function' ? 'secret-from-function' : null;
};

/** The code chooses between a secret and a credential already, wherever the secret comes from. */
export const insideChoice: Judge = (use, { file, facts }) =>
  !facts.choiceFree && file.inChoice(use.match.node) ? because('dual-path', use) : null;

/** The secret comes from where this file cannot follow it. */
export const secretFromOutside: Judge = (use) =>
  because(
    ORIGINS[use.trace.origin] ?? (use.trace.via && !use.trace.setting?.bound ? null : unreachable(use.trace)),
    use,
  );

/** A function or an object of this file hands the secret on: nothing else may take it from there. */
export const handedOnElsewhere: GroupJudge = ({ uses }, { file }) => {
  const through = uses.filter(({ trace: { via } }) => via !== null);
  if (through.length === 0) return null;
  const taken = coverOf(
    uses.flatMap(({ match, trace: from }) => [
      ...[...match.bound.values()].map(({ outer }) => outer),
      ...from.declarations.flatMap(({ initialiser }) => (initialiser ? [initialiser.outer] : [])),
    ]),
  );
  const asked = new Map<Declaration, Set<string>>();
  for (const use of through) {
    const { via } = use.trace;
    if (!via) continue;
    const { declaration, path } = via;
    // Once for each way, however many uses take it.
    const known = asked.get(declaration) ?? new Set();
    const way = JSON.stringify(path);
    if (known.has(way)) continue;
    asked.set(declaration, known.add(way));
    const isOther = (reference: Reference): boolean => reference.write || !taken.covers(reference);
    // Its own use in a type (`typeof settings`) does not read it.
    if (declaration.exported || !declaration.constant || readsOf(declaration, path, file).some(isOther))
      return because(unreachable(use.trace), use);
  }
  return null;
};

/** The places that may read what a way leads to: those that read another property are left out. */
const readsOf = (declaration: Declaration, path: Via['path'], file: CodeFile): readonly Reference[] => {
  const { all, whole, byProperty } = readsBy(declaration, file);
  if (path === null) return all;
  const [property = '', second] = path;
  const own = (byProperty.get(property) ?? []).filter(
    ({ inner }) => second === undefined || inner === undefined || inner === second,
  );
  return [...whole, ...own.map(({ reference }) => reference)];
};

/** The reads of an object by the property that is read: each of many clients may take another one. */
const readsBy = remembered(({ references }: Declaration, { text, dialect }: CodeFile) => {
  const all = references.filter(({ inType }) => !inType);
  const whole: Reference[] = [];
  const byProperty = new Map<string, { readonly reference: Reference; readonly inner: string | undefined }[]>();
  for (const reference of all) {
    const [property, inner] = dialect.membersAfter(text, reference.end);
    if (property === undefined || reference.write) whole.push(reference);
    else {
      const same = byProperty.get(property) ?? [];
      same.push({ reference, inner });
      byProperty.set(property, same);
    }
  }
  return { all, whole, byProperty };
});

/** Where the setting is missing, the code takes what is a secret, too, from elsewhere: that would become an endpoint. */
export const secretFromSeveral: Judge = (use, { file }) => {
  const { fallbacks, importedTrace: beyond } = use.trace;
  const isSecond =
    fallbacks.some((one) => isSecret(one, file)) ||
    (beyond?.from.fallbacks.some((one) => isSecret(one, beyond.imported.file)) ?? false);
  return isSecond ? because('setting-chain', use) : null;
};

/** True for what may hold a value: no text (which is rewritten itself), nothing that throws. */
function isSecret(node: CodeNode, file: CodeFile): boolean {
  if (node.kind === 'other' || node.kind === 'string' || node.kind === 'template') return false;
  if (node.kind === 'name' && file.dialect.isNothing(node.name)) return false;
  const from = trace(node, file);
  if (from.setting || from.importedTrace || from.fallbacks.some((one) => isSecret(one, file))) return true;
  if (node.kind === 'call') return from.origin !== 'elsewhere';
  return from.leaf.kind !== 'string' || from.leaf.value.trim() !== '';
}

/** A URL with its SAS comes from a setting: nobody can tell where it leads without it. */
export const sasInSetting: Judge = (use) =>
  use.secret === 'SASURL' && use.trace.setting ? because('sas-url-in-setting', use) : null;

/** The tenant is chosen at run time; an identity belongs to one. */
export const tenantPerCall: Judge = (use, { file }) => {
  const tenant = use.match.bound.get('TENANT');
  return tenant && /parameter|field|elsewhere/.test(trace(tenant, file).origin)
    ? because('tenant-per-call', use)
    : null;
};
