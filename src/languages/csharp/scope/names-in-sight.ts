import { remembered } from '../../../core/remember';
import { wordsOf } from '../find';
import { perTree } from '../per-tree';
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
  if (member.type === 'compilation_unit') return wordsOfProgram(member);
  const isField = /^(?:field|property|event_field)_declaration$/.test(member.type) || isType(member);
  if (!isField) return wordsOfNode(member);
  const type = [member, ...ancestors(member)].find(isType);
  return type ? around(type, types) : new Set(types.membersAround(member));
}

/** What a type says and inherits: each of its fields asks. */
function around(type: Node, types: TypesInSight): ReadonlySet<string> {
  const known = withInherited(types);
  const names = known.get(type.id) ?? new Set([...wordsOfNode(type), ...types.membersAround(type)]);
  known.set(type.id, names);
  return names;
}

const withInherited = remembered<TypesInSight, [], Map<number, ReadonlySet<string>>>(() => new Map());

/** The statements of a program without a class around them. */
const programOf = (unit: Node): Node[] => {
  const statements = members(unit).filter(({ type }) => type === 'global_statement');
  return statements.length > 0 ? statements : parts(unit);
};

const wordsOfNode = perTree(({ text }): ReadonlySet<string> => wordsOf(text));

const wordsOfProgram = perTree(
  (unit): ReadonlySet<string> => new Set(programOf(unit).flatMap(({ text }) => [...wordsOf(text)])),
);
