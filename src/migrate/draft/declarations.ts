import type { TextEdit } from '../../core/edit';
import type { Refusal } from '../../core/finding';
import { contains } from '../../core/span';
import type { Declaration } from '../../languages/contract/declaration';
import type { CodeWriter } from '../../languages/contract/writer';
import { refusal } from '../refusals';
import { endpointsOf } from './endpoints-of';
import type { Draft, Endpoint } from './model';
import { isRefusal, plus } from './pass';
import type { FileContext, Pass } from './pass';

/** Variables with the endpoint, in the place of the secret's where nothing reads that any more, else after it. */
export const declarations: Pass<FileContext> = (draft, { writer }) => {
  const made: TextEdit[] = [];
  for (const declaration of draft.reached) {
    if (declaration.kind === 'parameter') continue;
    const edits = editsOf(declaration, draft, writer);
    if (isRefusal(edits)) return edits;
    made.push(...edits);
  }
  return plus(draft, { edits: made });
};

function editsOf(declaration: Declaration, draft: Draft, writer: CodeWriter): readonly TextEdit[] | Refusal {
  const endpoints = endpointsOf(declaration, draft);
  const goes = draft.unread.has(declaration) ? declaration.removable : null;
  const [first, ...others] = endpoints;
  const replacing = goes && first ? replacement(declaration, goes, first, writer) : null;
  const removing = goes && !replacing ? removal(declaration, goes, writer) : [];
  const beside = replacing ? others : endpoints;
  // The constructor that fills the field would have to fill another one, too.
  if (beside.length > 0 && declaration.assigned) return refusal('field-shared');
  return [
    ...(replacing ?? removing),
    ...beside.map(({ name, value }) =>
      writer.insertAfter(declaration.statement, writer.declare(name, value, declaration)),
    ),
  ];
}

const isAlone = ({ statement }: Declaration, goes: NonNullable<Declaration['removable']>): boolean =>
  contains(goes, statement);

/** The endpoint's variable in the place of the secret's; null where it needs a place of its own. */
function replacement(
  declaration: Declaration,
  goes: NonNullable<Declaration['removable']>,
  { name, value }: Endpoint,
  writer: CodeWriter,
): readonly TextEdit[] | null {
  const { initialiser, assigned, nameSpan, statement } = declaration;
  if (initialiser)
    return [
      { span: nameSpan, newText: name },
      { span: initialiser.outer, newText: value },
      ...(assigned ? [{ span: assigned.name, newText: name }] : []),
    ];
  return isAlone(declaration, goes) ? [{ span: statement, newText: writer.declare(name, value, declaration) }] : null;
}

function removal(
  declaration: Declaration,
  goes: NonNullable<Declaration['removable']>,
  writer: CodeWriter,
): readonly TextEdit[] {
  const { assigned, statement } = declaration;
  return [
    ...(assigned ? [writer.removeStatement(assigned.statement)] : []),
    isAlone(declaration, goes) ? writer.removeStatement(statement) : { span: goes, newText: '' },
  ];
}
