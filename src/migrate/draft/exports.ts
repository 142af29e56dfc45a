import type { Refusal } from '../../core/finding';
import type { Entity } from '../../languages/contract/entity';
import type { CodeWriter } from '../../languages/contract/writer';
import { refusal } from '../refusals';
import type { Draft } from './model';
import { inTurn, plus } from './pass';
import type { FileContext } from './pass';

/** How the file names an export at an offset, once its imports bring it. */
export const localName = (entity: Entity, writer: CodeWriter, at?: number): string =>
  writer.local(entity, at) ?? entity.path[0] ?? '';

/**
 * The draft with imports for exports that new code names at an offset (default: at the top level); refused where the file
 * calls something else so.
 */
export const withExports = (
  draft: Draft,
  entities: readonly Entity[],
  { file, writer }: FileContext,
  at?: number,
): Draft | Refusal =>
  inTurn(entities, draft, (now, entity) => {
    if (writer.local(entity, at) !== null) return now;
    if (!file.scopes.mayBring(entity, at)) return refusal('name-taken');
    return now.added.some((one) => isSame(one, entity)) ? now : plus(now, { added: [entity] });
  });

const isSame = (a: Entity, b: Entity): boolean => a.module === b.module && a.path[0] === b.path[0];
