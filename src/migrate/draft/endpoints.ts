import type { Refusal } from '../../core/finding';
import type { Declaration } from '../../languages/contract/declaration';
import type { Service } from '../../services/service';
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
  const value = initialiser ? retargeted(initialiser, place, draft, context) : readAgain(place, draft, context);
  if (isRefusal(value)) return value;
  const name = place.name ?? freeName(declaration, place, value.draft, context);
  const endpoint = { declaration, service, name, value: value.code };
  return {
    code: inCasts(name, declaration, place, context),
    draft: plus(value.draft, { endpoints: [endpoint] }),
  };
}

/** Code moves to the variable nearest to the use, as long as what it names is in sight there. */
const movedTo = (nearest: Declaration, deepest: Declaration): Declaration =>
  nearest.within === deepest.within ? nearest : deepest;

/** The casts around the old name belong to the use: `conn!`, `conn as string`. */
const inCasts = (name: string, { prefix = '' }: Declaration, { node }: SecretPlace, { file }: FileContext): string =>
  file.text.slice(node.outer.start, node.start) + prefix + name + file.text.slice(node.end, node.outer.end);

/** A name for the endpoint's variable that neither the file, nor the draft, nor an import of the draft has. */
function freeName(declaration: Declaration, place: SecretPlace, draft: Draft, { writer, file }: FileContext): string {
  const words = endpointWords(place.service, place.secret);
  const [first = ''] = place.service.endpointWords ?? [];
  const { name: like, nameSpan } = declaration;
  const mayMeet = (other: Declaration): boolean => !file.scopes?.apart(other.nameSpan.start, nameSpan.start);
  const taken = draft.endpoints.filter((one) => one.name.startsWith(first) && mayMeet(one.declaration)).length;
  const imported = importedNamesOf(draft);
  let name = writer.name(taken > 0 ? [...words, String(taken + 1)] : words, like, nameSpan);
  for (let n = taken + 2; imported.includes(name); n++) name = writer.name([...words, String(n)], like, nameSpan);
  return name;
}

/** What a variable with the endpoint is called. */
export function endpointWords(service: Service, secret: string): readonly string[] {
  const usual = service.endpointWords ?? ['endpoint'];
  // A URL with a SAS may lead to a container or a blob: it is no endpoint of the account.
  return secret === 'SASURL' ? [...usual.slice(0, -1), 'url'] : usual;
}
