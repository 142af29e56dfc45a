import type { Refusal } from '../../core/finding';
import type { TextEdit } from '../../core/edit';
import type { Span } from '../../core/span';
import { exportNamed, metasOf } from '../../languages/compile';
import { inPlace } from '../../languages/match';
import type { Match } from '../../languages/match';
import { sourcesOf, trace } from '../../languages/trace';
import type { Trace } from '../../languages/trace';
import { entityCode } from '../endpoint';
import { declarationsOf, isGuarded } from '../judge/declarations';
import { refusal } from '../refusals';
import type { Use } from '../uses';
import { tokenReaders } from '../token-readers';
import { removals } from './arguments';
import { endpointAt } from './endpoints';
import { localName, withExports } from './exports';
import { withImportedEndpoint } from './imported-endpoints';
import { withImported } from './imported-secrets';
import type { Draft } from './model';
import { inTurn, isRefusal, plus } from './pass';
import type { DraftContext, Pass, Written } from './pass';
import { namesOnlyCalled, rewritten } from './rewrite';

/** Each use becomes the right side of its pattern. */
export const uses: Pass = (draft, context) => {
  const begun = withoutUnused(draft, context);
  // Lists that no use looks at are put together at the end: a copy for each of many uses would be quadratic.
  const edits: Draft['edits'][] = [begun.edits];
  const dropped: Draft['dropped'][] = [begun.dropped];
  const reached: Draft['reached'][] = [begun.reached];
  const moved = inTurn(context.uses, { ...begun, edits: [], dropped: [], reached: [] }, (now: Draft, use) => {
    const next = withUse(withoutOldParts(now, use, context), use, context);
    if (isRefusal(next)) return next;
    edits.push(next.edits);
    dropped.push(next.dropped);
    reached.push(next.reached);
    return { ...next, edits: [], dropped: [], reached: [] };
  });
  return isRefusal(moved)
    ? moved
    : { ...moved, edits: edits.flat(), dropped: dropped.flat(), reached: [...new Set(reached.flat())] };
};

/** Key credentials that nothing takes go. */
const withoutUnused = (draft: Draft, { unused, writer }: DraftContext): Draft =>
  plus(draft, { dropped: unused, edits: unused.map((statement) => writer.removeStatement(statement)) });

/** What the right side has no place for goes, and with it perhaps the variables it comes from. */
function withoutOldParts(draft: Draft, { match, secret, trace: from }: Use, { file }: DraftContext): Draft {
  const kept = metasOf(match.pattern.toText ?? '');
  const gone = [...match.bound].filter(([name]) => !kept.has(name)).map(([, node]) => node);
  const traces = gone.map((node) => trace(node, file));
  const passed = match.through.filter(
    (passage) => !inPlace(match, passage) && passage.declaration !== draft.credential?.revalued,
  );
  const isDone = (span: Span): boolean => draft.dropped.some((one) => one.start === span.start);
  const handed = passed.flatMap(({ declaration }) => tokenReaders(declaration, file)).filter((span) => !isDone(span));
  const now = plus(draft, {
    dropped: [...gone.map((node) => node.outer), ...passed.map(({ name }) => name.outer), ...handed],
    edits: handed.map((span) => ({ span, newText: draft.credential?.codeAt(span) ?? '' })),
    reached: [...traces.flatMap(declarationsOf), ...passed.map(({ declaration }) => declaration)],
  });
  return traces.reduce(
    withImported,
    plus(now, { edits: kept.has(secret) ? [] : sourcesOf(from).flatMap((one) => propertyEdits(one, match)) }),
  );
}

/** A property of an object without a type that held what goes: it goes along. */
function propertyEdits({ via, declarations }: Trace, { pattern }: Match): readonly TextEdit[] {
  // What is taken out of the object gets a variable of its own.
  const moves = metasOf(pattern.toText ?? '').has('ENDPOINT') && !declarations.some(({ taken }) => taken);
  if (!via?.property || via.declaration.type !== null || via.declaration.exported || moves) return [];
  return removals(via.property.all, [via.property.own]);
}

function withUse(draft: Draft, use: Use, context: DraftContext): Draft | Refusal {
  const { match } = use;
  const kept = metasOf(match.pattern.toText ?? '');
  const endpoint = kept.has('ENDPOINT') ? endpointOf(use, draft, context) : { code: '', draft };
  if (isRefusal(endpoint)) return endpoint;
  const name = kept.has('ENTITY') ? entityNameOf(use, context) : '';
  if (isRefusal(name)) return name;
  const codes = { CREDENTIAL: draft.credential?.codeAt(match.node) ?? '', ENDPOINT: endpoint.code, ENTITY: name };
  const local = (one: string): string => {
    const entity = exportNamed(match.pattern, one);
    return entity ? localName(entity, context.writer, match.node.start) : one;
  };
  const edits = rewritten(match, context, { codes, local });
  const named = [...namesOnlyCalled(match.pattern), ...edits.flatMap(({ names }) => names)];
  const entities = named.flatMap((one) => exportNamed(match.pattern, one) ?? []);
  const imported = withExports(endpoint.draft, entities, context, match.node.start);
  return isRefusal(imported) ? imported : plus(imported, { edits });
}

/** The code of the endpoint at a use, which may need a variable here, or an export of another file. */
function endpointOf(use: Use, draft: Draft, context: DraftContext): Written | Refusal {
  const { service, trace: from, secret, match } = use;
  const node = match.bound.get(secret);
  if (!node) return refusal('endpoint-unknown', service.title);
  const beyond = sourcesOf(from).flatMap(({ importedTrace }) => importedTrace ?? []);
  const named = inTurn(beyond, draft, (now, one) => withImportedEndpoint(now, one, service, context));
  if (isRefusal(named)) return named;
  const place = { node, trace: from, service, secret, name: null };
  const endpoint = endpointAt(place, named, context);
  if (isRefusal(endpoint) || !mayBeMissing(use, context)) return endpoint;
  return { ...endpoint, code: context.writer.nonNull(endpoint.code, match.node) };
}

/** True where the endpoint's setting may be missing and what takes the endpoint needs one: no guard stops before. */
function mayBeMissing({ trace: from, match }: Use, { file, writer }: DraftContext): boolean {
  const { setting, fallback, declarations, leaf, passed, importedTrace } = from;
  if (passed && declarations[0] === passed.declaration) {
    // A parameter without a type may be missing or not; one whose type says so is tested by a guard, or by nobody.
    const { type } = passed.declaration;
    return (
      type !== null &&
      !isGuarded(passed.declaration) &&
      writer.needsValue({ pattern: match.pattern.toText ?? '', read: '', type })
    );
  }
  // What another file holds may be missing where its type says so.
  const there = importedTrace?.imported.declaration?.type ?? null;
  if (there !== null && !fallback && !declarations.some((one) => isGuarded(one)))
    return writer.needsValue({ pattern: match.pattern.toText ?? '', read: '', type: there });
  if (!setting || setting.certain || fallback || declarations.some((one) => isGuarded(one))) return false;
  const [nearest] = declarations;
  return writer.needsValue({
    pattern: match.pattern.toText ?? '',
    read: file.text.slice(leaf.outer.start, leaf.outer.end),
    type: nearest?.kind === 'field' ? nearest.type : null,
  });
}

/** The name that a connection string carries beside the endpoint. A setting may carry one or not: nobody can tell from here. */
function entityNameOf({ service, trace: from }: Use, { file, writer }: DraftContext): string | Refusal {
  const code = from.setting || from.importedTrace ? null : entityCode(from.leaf, service, file, writer);
  return code ?? refusal('entity-in-connection-string', service.title);
}
