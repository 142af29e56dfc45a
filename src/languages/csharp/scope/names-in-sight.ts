import { wordsOf } from '../find';
import type { Node } from '../syntax';
import { ancestors, isMember, isType, members, parts } from '../syntax';
import type { TypesInSight } from './types-in-sight';

/**
 * The names that a declaration at a place could get into the way of. What a local variable meets is in its member, or in the
 * statements of the program; what a field meets is anywhere in its type, or inherited.
 */
export function namesInSight(at: Node, types: TypesInSight): ReadonlySet<string> {
  const member = [at, ...ancestors(at)].find((one) => isMember(one) || isType(one) || one.type === 'compilation_unit');
  if (!member) return new Set();
  if (member.type === 'compilation_unit') return wordsIn(programOf(member));
  const isField = /^(?:field|property|event_field)_declaration$/.test(member.type) || isType(member);
  if (!isField) return wordsIn([member]);
  const type = [member, ...ancestors(member)].find(isType);
  return new Set([...(type ? wordsIn([type]) : []), ...types.membersAround(member)]);
}

/** The statements of a program without a class around them. */
const programOf = (unit: Node): Node[] => {
  const statements = members(unit).filter(({ type }) => type === 'global_statement');
  return statements.length > 0 ? statements : parts(unit);
};

const wordsIn = (nodes: readonly Node[]): ReadonlySet<string> =>
  new Set(nodes.flatMap(({ text }) => [...wordsOf(text)]));
