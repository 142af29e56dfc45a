import type { Span } from '../../core/span';
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
  for (const { declaration, stays } of passed) {
    const mine = passed.filter((one) => one.declaration === declaration);
    const others = declaration.references.filter((reference) => !mine.some(({ name }) => name.end === reference.end));
    // Another property of the options may be read; the one with the secret may not.
    const takers = stays ? [] : tokenReaders(declaration, file);
    const harmless = (reference: Span): boolean => {
      if (takers.some(({ start }) => start === reference.start)) return true;
      const [property] = file.dialect.membersAfter(file.text, reference.end);
      return stays && property !== undefined && mine.every(({ pattern }) => !propsOf(pattern).includes(property));
    };
    if (declaration.exported || !others.every(harmless))
      return refusal(stays ? 'options-elsewhere' : 'credential-elsewhere');
  }
  return null;
};

/** Something in this file, or in one that holds the client, needs the key: it signs a SAS, it creates databases. */
export const neededByOtherCode: GroupJudge = ({ uses }, { blockers, facts }) => {
  const blocks = (one: { readonly service: unknown }): boolean => uses.some(({ service }) => service === one.service);
  const here = blockers.find(blocks);
  if (here) return refusal(here.reason, here.service.title);
  const there = facts.blockers.find(blocks);
  return there ? refusal(there.reason, there.service.title) : null;
};
