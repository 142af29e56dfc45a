import { trace } from '../../languages/trace';
import type { Trace } from '../../languages/trace';
import { because } from './context';
import type { Judge } from './context';

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
export const secretFromOutside: Judge = (use) => because(ORIGINS[use.trace.origin] ?? unreachable(use.trace), use);

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
