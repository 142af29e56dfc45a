import { remembered } from '../../core/remember';
import { secretKey, trace } from '../../languages/trace';
import type { CodeFile } from '../../languages/contract/file';
import type { Use, UseGroup } from '../uses';
import { because } from './context';
import type { GroupJudge } from './context';

/** Credentials of several applications of Microsoft Entra in one file: one identity is none of them but one. */
export const severalPrincipals: GroupJudge = ({ uses }, { groups, file }) => {
  const [own] = uses.filter(signsIn);
  if (!own) return null;
  return principalsOf(groups, file).size > 1 ? because('several-principals', own) : null;
};

/** The applications of a file, each once: the groups of every one of them are asked about. */
const principalsOf = remembered(
  (groups: readonly UseGroup[], file: CodeFile): ReadonlySet<string> =>
    new Set(groups.flatMap((group) => group.uses.filter(signsIn)).map((use) => principalOf(use, file))),
);

/** True for a use that is a credential of an application, and becomes that of an identity. */
const signsIn = ({ match: { pattern, bound } }: Use): boolean =>
  pattern.toText === 'M__CREDENTIAL' && (bound.has('CLIENT_ID') || bound.has('TENANT'));

/** What tells one application from another: where its tenant and its id come from. */
const principalOf = ({ match: { bound } }: Use, file: CodeFile): string =>
  ['TENANT', 'CLIENT_ID']
    .map((name) => {
      const node = bound.get(name);
      const from = node && trace(node, file);
      if (!from) return '';
      return from.leaf.kind === 'string' ? from.leaf.value : secretKey(from);
    })
    .join('|');
