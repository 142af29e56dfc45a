import type { TextEdit } from '../../core/edit';
import type { Declaration } from '../../languages/contract/declaration';
import type { ImportedTrace, Trace } from '../../languages/trace';
import type { Service } from '../../services/service';
import type { Draft, ImportedEndpoint, ImportedSecret } from './model';

/** The draft with the secrets that an expression takes from other files. */
export function withImported(draft: Draft, { importedTrace: beyond, inner, passed }: Trace): Draft {
  const now = beyond && !secretOf(beyond, draft) ? added(beyond, [], draft) : draft;
  const before = [...(inner ? [inner] : []), ...(passed?.values.map(({ from }) => from) ?? [])];
  return before.reduce(withImported, now);
}

/** The draft with the name under which another file exports the endpoint of a service. */
export function withImportedName(draft: Draft, beyond: ImportedTrace, endpoint: ImportedEndpoint): Draft {
  const known = secretOf(beyond, draft);
  if (!known) return added(beyond, [endpoint], draft);
  const secret = { ...known, endpoints: [...known.endpoints, endpoint] };
  return { ...draft, imported: draft.imported.map((one) => (one === known ? secret : one)) };
}

const added = (beyond: ImportedTrace, endpoints: readonly ImportedEndpoint[], draft: Draft): Draft => ({
  ...draft,
  imported: [...draft.imported, { importedTrace: beyond, endpoints, unread: false }],
});

/** A secret of another file, as one item of an import list brings it, or as the places that write its whole path. */
function secretOf({ imported: { key, item } }: ImportedTrace, draft: Draft): ImportedSecret | undefined {
  return draft.imported.find(
    ({ importedTrace: { imported: one } }) => one.key === key && one.item?.start === item?.start,
  );
}

/** The edit that reads the endpoint of a service instead of the secret, where the other file has a name for it. */
export function importedEndpoint(beyond: ImportedTrace, service: Service, draft: Draft): TextEdit | null {
  const endpoint = secretOf(beyond, draft)?.endpoints.find((one) => one.service === service);
  return endpoint ? { span: beyond.imported.nameSpan, newText: endpoint.name } : null;
}

export const endpointNames = ({ endpoints }: ImportedSecret): readonly string[] => [
  ...new Set(endpoints.map(({ name }) => name)),
];

/** The names that import lists of the draft bring into the file. */
export const importedNamesOf = ({ imported }: Draft): readonly string[] =>
  imported.flatMap((secret) => (secret.importedTrace.imported.item ? endpointNames(secret) : []));

/** True when the endpoint takes the place of a secret in this binding, or in this import of a whole module. */
export const isReplaced = (binding: Declaration, { imported }: Draft): boolean =>
  imported.some(
    ({ importedTrace: beyond, endpoints }) =>
      endpoints.length > 0 && (beyond.imported.binding === binding || beyond.imported.root === binding),
  );
