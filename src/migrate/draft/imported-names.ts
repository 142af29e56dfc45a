import type { TextEdit } from '../../core/edit';
import { coverOf } from '../../core/cover';
import type { Reference } from '../../languages/contract/declaration';
import type { Entity } from '../../languages/contract/entity';
import type { Imported } from '../../languages/contract/imported';
import { endpointNames, isReplaced } from './imported-secrets';
import type { Draft, ImportedSecret } from './model';
import { plus } from './pass';
import type { Pass } from './pass';

/** A name taken out of a module that was loaded as a value is a variable like others: it goes with its last read. */
export const importedVariables: Pass = (draft) => {
  const bindings = draft.imported.flatMap(({ importedTrace: { imported } }) =>
    imported.item && !imported.entity && !isReplaced(imported.binding, draft) ? [imported.binding] : [],
  );
  return plus(draft, { reached: bindings });
};

/** Import lists take the endpoint instead of the secret, beside it, or neither. */
export const importedNames: Pass = (draft) => {
  const isGone = goneIn(draft);
  const imported = draft.imported.map((secret) => ({ ...secret, unread: isUnread(secret, isGone) }));
  return plus(
    { ...draft, imported },
    {
      edits: imported.flatMap(itemEdits),
      gone: imported.flatMap((secret) => goneWith(secret, draft, isGone)),
    },
  );
};

type IsGone = (reference: Reference) => boolean;

/** Whether the new code reads a name at a place no longer. */
function goneIn({ endpoints, unread, dropped }: Draft): IsGone {
  // The initialiser of a variable that stays reads on, although that of the endpoint takes its place.
  const kept = coverOf(
    endpoints.flatMap(({ declaration }) =>
      declaration.initialiser && !unread.has(declaration) ? [declaration.initialiser.outer] : [],
    ),
  );
  const gone = coverOf(dropped);
  return (reference) =>
    !reference.write &&
    !reference.inType &&
    (reference.role.kind === 'guard' ||
      reference.role.kind === 'asked' ||
      (gone.covers(reference) && !kept.covers(reference)));
}

const isUnread = (secret: ImportedSecret, isGone: IsGone): boolean => {
  const { imported } = secret.importedTrace;
  return imported.binding.references.every(isGone) && !(imported.item && mustLoad(secret));
};

/** An import that loads `.env` does more than it says: with no endpoint from there, it stays all the same. */
const mustLoad = ({ importedTrace: { imported }, endpoints }: ImportedSecret): boolean =>
  endpoints.length === 0 && [imported, ...imported.hops].some(loadsSettings);

const loadsSettings = ({ file }: Pick<Imported, 'file'>): boolean => /\bdotenv\b/.test(file.text);

function itemEdits(secret: ImportedSecret): readonly TextEdit[] {
  const { item } = secret.importedTrace.imported;
  const names = endpointNames(secret).join(', ');
  if (!item || names === '') return [];
  return [secret.unread ? { span: item, newText: names } : item.insert(names)];
}

/** What goes out of the imports: the secret where no endpoint took its place, the module with its last read. */
function goneWith(secret: ImportedSecret, draft: Draft, isGone: IsGone): readonly Entity[] {
  const { item, entity, root, specifier } = secret.importedTrace.imported;
  const goes = item && entity && secret.unread && secret.endpoints.length === 0;
  const moduleGoes = root && !mustLoad(secret) && !isReplaced(root, draft) && root.references.every(isGone);
  return [
    ...(goes ? [{ ...entity, path: entity.path.slice(0, 1) }] : []),
    ...(moduleGoes ? [{ distribution: '', module: specifier, path: [] }] : []),
  ];
}
