import type { Refusal } from '../../core/finding';
import type { ImportedTrace } from '../../languages/trace';
import { isFree } from '../../languages/free-name';
import type { Service } from '../../services/service';
import { refusal } from '../refusals';
import { endpointWords } from './endpoints';
import { importedEndpoint, withImportedName } from './imported-secrets';
import type { Draft } from './model';
import { existingEndpoint } from './other-file';
import type { DraftContext } from './pass';

/** The draft with a name for the endpoint of a service in the file that holds the secret; refused where a name is taken. */
export function withImportedEndpoint(
  draft: Draft,
  beyond: ImportedTrace,
  service: Service,
  context: DraftContext,
): Draft | Refusal {
  if (importedEndpoint(beyond, service, draft)) return draft;
  const { imported } = beyond;
  const name = nameFor(beyond, service, draft, context);
  if (!name.exists && imported.hops.some((hop) => hop.item && hop.file.names.has(name.text)))
    return refusal('name-taken');
  const places = [0, ...imported.binding.references.map(({ start }) => start)];
  const isTaken =
    !isFree(name.text, context.file.scopes, places) || draft.endpoints.some((one) => one.name === name.text);
  if (imported.item && isTaken) return refusal('name-taken');
  return withImportedName(draft, beyond, { service, name: name.text });
}

/** A name for the endpoint: one that the draft or an earlier migration has put beside the secret, or a new one. */
function nameFor(
  beyond: ImportedTrace,
  service: Service,
  draft: Draft,
  { writerOf }: DraftContext,
): { readonly text: string; readonly exists: boolean } {
  const { imported } = beyond;
  const { listed } = imported;
  // A schema gives settings their own names.
  if (listed && service.endpointSetting !== undefined)
    return { text: service.endpointSetting, exists: listed.names.has(service.endpointSetting) };
  const writer = writerOf(imported.file);
  const ofValue = draft.imported.filter((secret) => secret.importedTrace.imported.key === imported.key);
  const drafted = ofValue.flatMap(({ endpoints }) => endpoints).find((one) => one.service === service);
  const known = drafted?.name ?? existingEndpoint(beyond, service, writer);
  if (known !== null) return { text: known, exists: true };
  const taken = draft.imported
    .filter((secret) => secret.importedTrace.imported.path === imported.path)
    .flatMap(({ endpoints }) => endpoints.map(({ name }) => name));
  const words = endpointWords(service, '');
  let name = writer.name(words, imported.name);
  for (let n = 2; taken.includes(name); n++) name = writer.name([...words, String(n)], imported.name);
  return { text: name, exists: false };
}
