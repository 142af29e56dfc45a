import type { CodeNode } from '../../languages/contract/node';
import { restName } from '../../languages/compile';
import { codeOf } from '../../languages/match';
import type { Match } from '../../languages/match';
import { movedTo, refusal } from '../refusals';
import { because } from './context';
import type { Judge } from './context';

/** A key credential that no client of the file takes: where a token credential is its other branch, the choice is the reason. */
export const choiceOfCredential: Judge = (use, { file, facts }) => {
  const { source } = use.match.pattern;
  const isAlone = source.kind === 'refuse' && source.reason === 'credential-elsewhere';
  return isAlone && !facts.choiceFree && file.inChoice(use.match.node) ? because('dual-path', use) : null;
};

/** The service's own pattern says that there is no rewrite. */
export const refusedByPattern: Judge = (use) => {
  const { source, successor } = use.match.pattern;
  if (source.kind !== 'refuse') return null;
  if (source.instead !== undefined) return refusal(source.reason, '', { code: source.instead });
  return source.reason === 'legacy-sdk' && successor !== null ? movedTo(successor) : because(source.reason, use);
};

/** Another package of the file means something else by the same client. */
export const packageBeside: Judge = (use, { file }) =>
  because(use.service.conflicts?.find((one) => file.packages.has(one.package))?.reason, use);

/** The service knows code that its rewrite does not fit. */
export const unfitCode: Judge = (use, { file }) => {
  const { unfit } = use.service;
  if (!unfit) return null;
  const code = codeOf(use.match, file);
  return because(unfit.find((one) => one.code.test(code))?.reason, use);
};

/** The right side adds a property that the code has already: a key and a credential on one client. */
export const credentialGivenTwice: Judge = (use) =>
  use.match.pattern.to !== null && addsTwice(use.match.pattern.to, use.match) ? because('dual-path', use) : null;

function addsTwice(node: CodeNode, match: Match): boolean {
  if (node.kind === 'call') return node.args.some(({ value }) => addsTwice(value, match));
  if (node.kind !== 'object') return false;
  const own = node.props.flatMap(({ name }) => name ?? []);
  const rest = node.props.flatMap((prop) => match.rests.get(restName(prop) ?? '') ?? []);
  return (
    rest.some(({ name }) => name !== null && own.includes(name)) ||
    node.props.some(({ value }) => addsTwice(value, match))
  );
}
