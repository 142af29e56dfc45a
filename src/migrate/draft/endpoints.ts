import type { Refusal } from '../../core/finding';
import { applyEdits } from '../../core/edit';
import type { TextEdit } from '../../core/edit';
import type { Declaration } from '../../languages/contract/declaration';
import type { CodeFile } from '../../languages/contract/file';
import type { CodeNode } from '../../languages/contract/node';
import type { Trace } from '../../languages/trace';
import type { Service } from '../../services/service';
import { endpointCode } from '../endpoint';
import { isGuarded } from '../judge/declarations';
import { refusal } from '../refusals';
import { importedNamesOf } from './imported-secrets';
import type { Draft } from './model';
import { isRefusal, plus } from './pass';
import type { FileContext, Written } from './pass';
import { readAgain, retargeted } from './retarget';
import type { SecretPlace } from './retarget';

/** The code of the endpoint at a place; where the secret came from a variable, another one for the endpoint. */
export function endpointAt(place: SecretPlace, draft: Draft, context: FileContext): Written | Refusal {
  const { trace: from, service } = place;
  const deepest = from.declarations.at(-1);
  if (!deepest) return retargeted(place.node, place, draft, context);
  const declaration = movedTo(from.declarations[0] ?? deepest, deepest);
  const known = draft.endpoints.find((one) => one.declaration === declaration && one.service === service);
  if (known) return { code: inCasts(known.name, declaration, place, context), draft };
  const { initialiser } = deepest;
  const guarded = guardedBehind(from, declaration, context.file);
  const value = guarded
    ? aliasOf(guarded, declaration, place, draft, context)
    : initialiser
      ? retargeted(initialiser, place, draft, context)
      : readAgain(place, draft, context);
  if (isRefusal(value)) return value;
  const name = place.name ?? freeName(declaration, place, value.draft, context);
  const endpoint = { declaration, service, name, value: value.code };
  return {
    code: inCasts(name, declaration, place, context),
    draft: plus(value.draft, { endpoints: [endpoint] }),
  };
}

/** The variable that the nearest one only renames, where a guard tests it: guard and variable stay. */
function guardedBehind({ declarations }: Trace, nearest: Declaration, { text }: CodeFile): Declaration | null {
  const [first, second] = declarations;
  if (!second || first !== nearest || first.kind !== 'variable' || second.kind !== 'variable') return null;
  const renames = first.initialiser && text.slice(first.initialiser.start, first.initialiser.end) === second.name;
  return renames && isGuarded(second) ? second : null;
}

/** The code of a variable that renames another one, which holds the endpoint now. */
function aliasOf(
  guarded: Declaration,
  { initialiser, name }: Declaration,
  place: SecretPlace,
  draft: Draft,
  context: FileContext,
): Written | Refusal {
  if (!initialiser) return refusal('endpoint-unknown', place.service.title);
  const trace = { ...place.trace, declarations: place.trace.declarations.slice(1) };
  const saysSecret = /conn|secret|key|sas|token|pass|str/i.test(guarded.name) || guarded.name === name;
  const kept = saysSecret ? null : guarded.name;
  const words = [...endpointWords(place.service, place.secret), 'value'];
  const known = draft.endpoints.find((one) => one.declaration === guarded && one.service === place.service);
  const own = known?.name ?? kept ?? context.writer.name(words, guarded.name, guarded.nameSpan);
  const inner = endpointAt({ ...place, node: initialiser, trace, name: own }, draft, context);
  return inner;
}

/** Code moves to the variable nearest to the use, as long as what it names is in sight there. */
const movedTo = (nearest: Declaration, deepest: Declaration): Declaration =>
  nearest.within === deepest.within ? nearest : deepest;

/** The casts and the defaults around the old name belong to the use: `conn!`, `conn as string`, `conn ?? fail()`. */
function inCasts(name: string, { prefix }: Declaration, { node, service }: SecretPlace, context: FileContext): string {
  const { text } = context.file;
  const named = innermost(node);
  const defaults = defaultsIn(node).flatMap(({ start, end, outer, kind, ...rest }): TextEdit[] => {
    if (kind !== 'string' && kind !== 'template') return [];
    const code = endpointCode({ start, end, outer, kind, ...rest } as CodeNode, service, context.file, context.writer);
    return code === null ? [] : [{ span: { start, end }, newText: code }];
  });
  const edits = [{ span: { start: named.start, end: named.end }, newText: prefix + name }, ...defaults];
  const shifted = edits.map(({ span, newText }) => ({
    span: { start: span.start - node.outer.start, end: span.end - node.outer.start },
    newText,
  }));
  return applyEdits(text.slice(node.outer.start, node.outer.end), shifted);
}

/** What a default is after: `conn` in `conn ?? ""`. */
const innermost = (node: CodeNode): CodeNode => (node.kind === 'fallback' ? innermost(node.left) : node);

const defaultsIn = (node: CodeNode): readonly CodeNode[] =>
  node.kind === 'fallback' ? [...defaultsIn(node.left), node.right] : [];

/** A name for the endpoint's variable that neither the file, nor the draft, nor an import of the draft has. */
function freeName(declaration: Declaration, place: SecretPlace, draft: Draft, { writer, file }: FileContext): string {
  const words = endpointWords(place.service, place.secret);
  const [first = ''] = place.service.endpointWords ?? [];
  const { name: like, nameSpan, references } = declaration;
  const mayMeet = (other: Declaration): boolean => !file.scopes.apart(other.nameSpan.start, nameSpan.start);
  const taken = draft.endpoints.filter((one) => one.name.startsWith(first) && mayMeet(one.declaration)).length;
  const imported = importedNamesOf(draft);
  let name = writer.name(taken > 0 ? [...words, String(taken + 1)] : words, like, nameSpan, references);
  for (let n = taken + 2; imported.includes(name); n++)
    name = writer.name([...words, String(n)], like, nameSpan, references);
  return name;
}

/** What a variable with the endpoint is called. */
export function endpointWords(service: Service, secret: string): readonly string[] {
  const usual = service.endpointWords ?? ['endpoint'];
  // A URL with a SAS may lead to a container or a blob: it is no endpoint of the account.
  return secret === 'SASURL' ? [...usual.slice(0, -1), 'url'] : usual;
}
