import type { Span } from '../../core/span';
import type { Declaration } from '../../languages/contract/declaration';
import type { CodeNode } from '../../languages/contract/node';
import { inPlace } from '../../languages/match';
import { refusal } from '../refusals';
import { tokenReaders } from '../token-readers';
import type { GroupJudge } from './context';

const propsOf = (node: CodeNode): string[] =>
  node.kind === 'object'
    ? node.props.flatMap(({ name, value }) => [...(name === null ? [] : [name]), ...propsOf(value)])
    : node.kind === 'call'
      ? node.args.flatMap(({ value }) => propsOf(value))
      : [];

/** Key credentials or options in a variable that something else than the matched clients reads too. */
export const variableReadElsewhere: GroupJudge = ({ uses }, { file }) => {
  const passed = uses.flatMap(({ match }) =>
    match.through.map((passage) => ({ ...passage, stays: inPlace(match, passage) })),
  );
  const byDeclaration = new Map(passed.map(({ declaration }) => [declaration, [] as typeof passed]));
  for (const one of passed) byDeclaration.get(one.declaration)?.push(one);
  const asked = new Map<Declaration, Set<boolean>>();
  for (const { declaration, stays } of passed) {
    // Once for each variable and way, however many uses take it.
    const known = asked.get(declaration) ?? new Set();
    if (known.has(stays)) continue;
    asked.set(declaration, known.add(stays));
    const mine = byDeclaration.get(declaration) ?? [];
    const taken = new Set(mine.map(({ name }) => name.end));
    const others = declaration.references.filter(({ end }) => !taken.has(end));
    // Another property of the options may be read; the one with the secret may not.
    const takers = new Set(stays ? [] : tokenReaders(declaration, file).map(({ start }) => start));
    const properties = new Set(stays && others.length > 0 ? mine.flatMap(({ pattern }) => propsOf(pattern)) : []);
    const harmless = ({ start, end }: Span): boolean => {
      if (takers.has(start)) return true;
      const [property] = file.dialect.membersAfter(file.text, end);
      return stays && property !== undefined && !properties.has(property);
    };
    if (declaration.exported || !others.every(harmless))
      return refusal(stays ? 'options-elsewhere' : 'credential-elsewhere');
  }
  return null;
};

/** Something in this file, or in one that holds the client, needs the key: it signs a SAS, it creates databases. */
export const neededByOtherCode: GroupJudge = ({ uses }, { blockers, facts }) => {
  const services = new Set<unknown>(uses.map(({ service }) => service));
  const blocks = ({ service }: { readonly service: unknown }): boolean => services.has(service);
  const here = blockers.find(blocks);
  if (here) return refusal(here.reason, here.service.title);
  const there = facts.blockers.find(blocks);
  return there ? refusal(there.reason, there.service.title) : null;
};
