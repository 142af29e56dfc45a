import fc from 'fast-check';

/** How a JSON file is laid out. */
interface Layout {
  readonly eol: string;
  /** Null: everything on one line. */
  readonly indent: string | null;
  readonly bom: boolean;
  readonly trailing: boolean;
  readonly comments: boolean;
}

export interface Scalar {
  readonly kind: 'scalar';
  readonly json: string;
}
interface Group {
  readonly kind: 'group';
  readonly members: readonly Tree[];
}
type Tree = Scalar | Group;

const scalar = fc
  .oneof(
    { weight: 4, arbitrary: fc.string({ maxLength: 12 }).map((text) => JSON.stringify(text)) },
    fc.constantFrom('1', 'true', 'null', '"\u{1F511} é"', '"a\\u002Bb"', '"// no comment"', '"/* none */,"'),
  )
  .map((json): Scalar => ({ kind: 'scalar', json }));

const tree = fc.letrec<{ group: Group }>((tie) => ({
  group: fc
    .array(fc.oneof({ depthSize: 'small' }, { weight: 3, arbitrary: scalar }, tie('group')), {
      minLength: 1,
      maxLength: 4,
    })
    .map((members): Group => ({ kind: 'group', members })),
})).group;

const layout = fc.record<Layout>({
  eol: fc.constantFrom('\n', '\r\n'),
  indent: fc.constantFrom(null, '  ', '    ', '\t', ''),
  bom: fc.boolean(),
  trailing: fc.boolean(),
  comments: fc.boolean(),
});

/** A JSON file with comments, every kind of white space, and names that occur once: `N1`, `N2`, ... */
export const jsonFile = fc.tuple(tree, layout).map(([root, how]) => (how.bom ? '\uFEFF' : '') + render(root, how));

function render(root: Group, { eol, indent, trailing, comments }: Layout): string {
  let names = 0;
  const group = ({ members }: Group, depth: number): string => {
    const inside = indent === null ? ' ' : eol + indent.repeat(depth);
    const lines = members.map((member, i) => {
      const name = `N${String(++names)}`;
      const last = i === members.length - 1;
      const comma = last && !trailing ? '' : ',';
      const value = member.kind === 'scalar' ? member.json : group(member, depth + 1);
      const above = !comments ? '' : indent === null ? `/* above ${name} */ ` : `// above ${name}${inside}`;
      const remark = !comments || indent === null ? '' : ` // beside ${name}`;
      return `${above}"${name}": ${value}${comma}${remark}`;
    });
    return `{${inside}${lines.join(inside)}${indent === null ? ' ' : eol + indent.repeat(depth - 1)}}`;
  };
  return group(root, 1) + (indent === null ? '' : eol);
}
