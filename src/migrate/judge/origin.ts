import { coverOf } from '../../core/cover';
import { remembered } from '../../core/remember';
import type { Declaration, Reference } from '../../languages/contract/declaration';
import type { CodeFile } from '../../languages/contract/file';
import type { CodeNode } from '../../languages/contract/node';
import { secretKey, sourcesOf, trace } from '../../languages/trace';
import type { Trace, Via } from '../../languages/trace';
import { because } from './context';
import type { GroupJudge, Judge } from './context';
import { isDroppedKey } from './dropped-key';
import { onlyDropsKey } from './options';
import { isBroken } from './syntax';
import { passedTo, takenBy } from './taken';

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
export const secretFromOutside: Judge = (use, { file, facts: { isPublished } }) => {
  if (isDroppedKey(use, file)) return isPublished ? because('library-key', use) : null;
  for (const source of [use.trace, ...sourcesOf(use.trace)]) {
    const why = ORIGINS[source.origin] ?? (source.via && !source.setting?.bound ? null : unreachable(source));
    const isDropped = why === 'secret-from-options' && onlyDropsKey(use, source);
    if (isDropped && isPublished) return because('library-key', use);
    if (isDropped) continue;
    if (why !== null) return because(why, use);
  }
  return null;
};

/** A function or an object of this file hands the secret on: nothing else may take it from there. */
export const handedOnElsewhere: GroupJudge = ({ uses }, { file }) => {
  const through = uses.flatMap((use) =>
    sourcesOf(use.trace).flatMap(({ via }) => (via === null ? [] : [{ use, via }])),
  );
  if (through.length === 0) return null;
  const taken = coverOf(uses.flatMap(takenBy));
  const asked = new Map<Declaration, Set<string>>();
  for (const { use, via } of through) {
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

/**
 * A parameter on the way of a secret: it becomes the endpoint, or goes, where nothing else reads it and the way from it is
 * one that other code can take.
 */
export const parameterTakenElsewhere: GroupJudge = ({ uses }, { file }) => {
  const taken = coverOf(uses.flatMap(takenBy));
  for (const use of uses) {
    // Between the parameter and the use there may be one variable or field, and nothing else.
    const isDirect = (from: Trace): boolean =>
      !from.passed ||
      (from.declarations.length <= 2 &&
        from.behind === null &&
        from.passed.values.every((value) => isDirect(value.from)));
    if (!isDirect(use.trace)) return because('secret-from-parameter', use);
    for (const { declaration, values } of passedTo(use.trace)) {
      const isRead = declaration.references.some(
        (reference) => !['guard', 'asked'].includes(reference.role.kind) && !taken.covers(reference),
      );
      if (isRead || values.some(({ given }) => isBroken(given.own, file))) return because('secret-from-parameter', use);
    }
  }
  return null;
};

/** Where the setting is missing, the code takes what is a secret, too, from elsewhere: that would become an endpoint. */
export const secretFromSeveral: Judge = (use, { file }) => {
  const isSecond = ({ fallbacks, importedTrace: beyond }: Trace): boolean =>
    fallbacks.some((one) => isSecret(one, file)) ||
    (beyond?.from.fallbacks.some((one) => isSecret(one, beyond.imported.file)) ?? false);
  return [use.trace, ...sourcesOf(use.trace)].some(isSecond) ? because('setting-chain', use) : null;
};

/** True for what may hold a value: no text (which is rewritten itself), nothing that throws. */
function isSecret(node: CodeNode, file: CodeFile): boolean {
  if (node.kind === 'other' || node.kind === 'string' || node.kind === 'template') return false;
  if (file.dialect.isNothing(file.text.slice(node.start, node.end))) return false;
  const from = trace(node, file);
  if (from.setting || from.importedTrace || from.fallbacks.some((one) => isSecret(one, file))) return true;
  if (node.kind === 'call') return from.origin !== 'elsewhere';
  return from.leaf.kind !== 'string' || from.leaf.value.trim() !== '';
}

/** A URL with its SAS comes from a setting: nobody can tell where it leads without it. */
export const sasInSetting: Judge = (use) =>
  use.secret === 'SASURL' && sourcesOf(use.trace).some(({ setting }) => setting)
    ? because('sas-url-in-setting', use)
    : null;

/** The tenant is chosen at run time; an identity belongs to one. */
export const tenantPerCall: Judge = (use, { file }) => {
  const tenant = use.match.bound.get('TENANT');
  if (!tenant) return null;
  const isChosen = (from: Trace): boolean => /parameter|field|elsewhere/.test(from.origin) || isOfSeveral(from);
  const isOther = [...use.match.bound.values()].some((node) => isOfSeveral(trace(node, file)));
  return isOther || isChosen(trace(tenant, file)) ? because('tenant-per-call', use) : null;
};

/** True for a parameter that calls give different values. */
const isOfSeveral = (from: Trace): boolean => new Set(sourcesOf(from).map(secretKey)).size > 1;
