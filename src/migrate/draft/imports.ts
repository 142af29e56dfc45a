import { coverOf } from '../../core/cover';
import { remembered } from '../../core/remember';
import type { Span } from '../../core/span';
import type { Entity } from '../../languages/contract/entity';
import type { CodeFile } from '../../languages/contract/file';
import type { CallNode, CodeNode, NameNode } from '../../languages/contract/node';
import { exportNames, exportOf, pathOf } from '../../languages/compile';
import type { Match } from '../../languages/match';
import type { Draft } from './model';
import type { DraftContext, Pass } from './pass';

/** Imports what the new code names, and drops what only the old code did. */
export const imports: Pass = (draft, context) => {
  const { writer, language, file, uses } = context;
  const left = writer.leftovers(draft.edits);
  const gone = withoutTwins([...goneExports(draft, context), ...draft.gone, ...left.gone], draft);
  const first = Math.min(...uses.map(({ match }) => match.node.start));
  const declaration = draft.credential?.declaration ?? null;
  const packages = [...draft.added.map(({ distribution }) => distribution), ...draft.packages];
  return {
    ...draft,
    // First, so that they come before a declaration at the same place: the top of a program.
    edits: [...writer.imports(draft.added, gone, declaration, first), ...draft.edits, ...left.edits],
    gone,
    packages: [...new Set(packages)].filter((name) => name === language.identityPackage || !file.packages.has(name)),
  };
};

/** Each export once, but for those that the new code needs. */
const withoutTwins = (gone: readonly Entity[], { added }: Draft): readonly Entity[] =>
  gone.filter(
    (one, i) => !added.some((other) => isSame(one, other)) && gone.findIndex((other) => isSame(one, other)) === i,
  );

const isSame = (a: Entity, b: Entity): boolean => a.module === b.module && a.path[0] === b.path[0];

/** Exports that the patterns' left sides name, and no code once the edits are made. */
function goneExports(draft: Draft, { uses, file }: DraftContext): readonly Entity[] {
  const gone = new Map<string, Entity>();
  const removed = coverOf([
    ...draft.edits.map(({ span }) => span),
    ...[...draft.unread].flatMap(({ initialiser }) => (initialiser ? [initialiser.outer] : [])),
  ]);
  // Many uses name one export, which has as many references.
  const areRemoved = remembered((references: readonly Span[]) => references.every((one) => removed.covers(one)));
  for (const { match } of uses) {
    const kept = new Set(match.pattern.to ? exportNames(match.pattern.to).map(({ name }) => name) : []);
    for (const { entity, call } of exportsIn(match, file)) {
      const root = rootName(call.callee);
      const references = root && (file.mentions(root.name) ?? file.declarationOf(root)?.references);
      if (!references || kept.has(entity.path[0] ?? '')) continue;
      if (areRemoved(references)) gone.set(entity.path.join('.'), { ...entity, path: entity.path.slice(0, 1) });
    }
  }
  return [...gone.values()];
}

/** The calls of a match with the exports they name. */
const exportsIn = ({ pattern, pairs }: Match, file: CodeFile): { readonly entity: Entity; readonly call: CallNode }[] =>
  [...pairs].flatMap(([wanted, call]) => {
    if (wanted.kind !== 'call' || call.kind !== 'call') return [];
    const path = pathOf(wanted.callee);
    const entity = file.entityOf(call.callee) ?? (path && exportOf(pattern, path));
    return entity ? [{ entity, call }] : [];
  });

/** `BlobServiceClient` in `BlobServiceClient.fromConnectionString`. */
function rootName(node: CodeNode): NameNode | null {
  if (node.kind === 'member') return rootName(node.object);
  return node.kind === 'name' ? node : null;
}
