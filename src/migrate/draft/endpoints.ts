import type { Refusal } from '../../core/finding';
import { applyEdits } from '../../core/edit';
import type { TextEdit } from '../../core/edit';
import { contains } from '../../core/span';
import type { Declaration } from '../../languages/contract/declaration';
import type { CodeFile } from '../../languages/contract/file';
import type { CodeNode } from '../../languages/contract/node';
import type { Passed, Trace } from '../../languages/trace';
import type { Service } from '../../services/service';
import { endpointCode } from '../endpoint';
import { isGuarded } from '../judge/declarations';
import { refusal } from '../refusals';
import { endpointOfVariable, inTheWay } from './endpoint-index';
import { importedNamesOf } from './imported-secrets';
import type { Draft } from './model';
import { inTurn, isRefusal, plus } from './pass';
import type { FileContext, Written } from './pass';
import { readAgain, retargeted } from './retarget';
import type { SecretPlace } from './retarget';

/** The code of the endpoint at a place; where the secret came from a variable, another one for the endpoint. */
export function endpointAt(place: SecretPlace, draft: Draft, context: FileContext): Written | Refusal {
  const { trace: from, service } = place;
  if (from.passed) return throughParameter(place, from.passed, draft, context);
  const deepest = from.declarations.at(-1);
  if (!deepest) return retargeted(place.node, place, draft, context);
  const declaration = movedTo(from.declarations[0] ?? deepest, deepest);
  const known = endpointOfVariable(declaration, service, draft, context.file);
  if (known) return { code: inCasts(known.name, declaration, place, context), draft };
  const initialiser = deepest.initialiser ?? (deepest.taken && from.via?.property?.own.value) ?? null;
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

/** The endpoint in the place of a parameter, or of the variable or field that is given it. */
function throughParameter(place: SecretPlace, passed: Passed, draft: Draft, context: FileContext): Written | Refusal {
  const { service, trace: from } = place;
  const { declaration } = passed;
  const [nearest = declaration] = from.declarations;
  const given = withParameter(place, passed, draft, context);
  if (isRefusal(given)) return given;
  if (nearest === declaration) return { ...given, code: inCasts(given.code, declaration, place, context) };
  const known = endpointOfVariable(nearest, service, given.draft, context.file);
  if (known) return { ...given, code: inCasts(known.name, nearest, place, context) };
  if (!nearest.initialiser) return refusal('endpoint-unknown', service.title);
  const value = inCasts(given.code, declaration, { ...place, node: nearest.initialiser }, context);
  const name = place.name ?? freeName(nearest, place, given.draft, context);
  const endpoint = { declaration: nearest, service, name, value };
  return {
    code: inCasts(name, nearest, place, context),
    draft: plus(given.draft, { endpoints: [endpoint] }),
  };
}

/** The name of a parameter for the endpoint, which every call gives it. */
function withParameter(
  place: SecretPlace,
  { declaration, values }: Passed,
  draft: Draft,
  context: FileContext,
): Written | Refusal {
  const { service, secret } = place;
  const known = endpointOfVariable(declaration, service, draft, context.file);
  if (known) return { code: known.name, draft };
  const name = freeName(declaration, place, draft, context);
  const begun = plus(draft, { endpoints: [{ declaration, service, name, value: name }] });
  const passing = inTurn(values, begun, (now: Draft, { given: { own }, from }) => {
    const argument = endpointAt({ node: own.value, trace: from, service, secret, name: null }, now, context);
    if (isRefusal(argument)) return argument;
    const { code } = argument;
    const newText = own.shorthand && code !== name ? `${name}: ${code}` : code;
    return plus(argument.draft, { edits: [{ span: own.value.outer, newText }] });
  });
  return isRefusal(passing) ? passing : { code: name, draft: passing };
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
  const known = endpointOfVariable(guarded, place.service, draft, context.file);
  const own = known?.name ?? kept ?? context.writer.name(words, guarded.name, guarded.nameSpan);
  const inner = endpointAt({ ...place, node: initialiser, trace, name: own }, draft, context);
  return inner;
}

/** Code moves to the variable nearest to the use, as long as what it names is in sight there. */
const movedTo = (nearest: Declaration, deepest: Declaration): Declaration =>
  nearest.within === deepest.within ? nearest : deepest;

/** The casts and the defaults around the old name belong to the use: `conn!`, `conn as string`, `conn ?? fail()`. */
function inCasts(
  name: string,
  { prefix, kind: sort, references }: Declaration,
  { node, service }: SecretPlace,
  context: FileContext,
): string {
  const { text } = context.file;
  const named = innermost(node);
  // What is said when a parameter is missing may name it once more: `conn ?? throw new ArgumentNullException(nameof(conn))`.
  const again = references
    .filter((one) => sort === 'parameter' && contains(node.outer, one) && !contains(named, one))
    .map(({ start, end }) => ({ span: { start, end }, newText: name }));
  const defaults = defaultsIn(node).flatMap(({ start, end, outer, kind, ...rest }): TextEdit[] => {
    if (kind !== 'string' && kind !== 'template') return [];
    const code = endpointCode({ start, end, outer, kind, ...rest } as CodeNode, service, context.file, context.writer);
    return code === null ? [] : [{ span: { start, end }, newText: code }];
  });
  const edits = [{ span: { start: named.start, end: named.end }, newText: prefix + name }, ...again, ...defaults];
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
  const plain = writer.name(words, like, nameSpan, references);
  const taken = inTheWay(declaration, { first, plain }, draft, file);
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
