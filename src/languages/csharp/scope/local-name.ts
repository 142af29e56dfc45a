import type { Entity } from '../../contract/entity';
import type { CSharpFile } from '../file';
import { identifiers } from '../find';
import type { Node } from '../syntax';
import { field, parts } from '../syntax';
import { seesSystem } from './system';

type Source = Pick<CSharpFile, 'root' | 'text' | 'namespaces' | 'scopes' | 'names' | 'builds' | 'localNames'>;

/**
 * Types of `System` that other libraries have, too. Where code names one and `System` is not in sight, it means the other, and
 * a directive for `System` would make the name mean both (CS0104).
 */
const OFTEN_ELSEWHERE = new Set(
  'Action Activator ApplicationId Array Attribute Buffer Console ConsoleColor Convert DateOnly DayOfWeek Delegate Enum Environment EventArgs EventHandler Exception Func GC Guid HashCode Index Lazy Math Memory MidpointRounding Object OperatingSystem Predicate Progress Random Range Span TimeOnly TimeProvider TimeSpan TimeZone TimeZoneInfo Tuple Type Uri UriBuilder UriKind Version WeakReference'.split(
    ' ',
  ),
);

/** How code of the file names an export everywhere in it, or null where a directive has to bring it first. */
export function localName(entity: Entity, file: Source): string | null {
  const key = [entity.distribution, entity.module, ...entity.path].join(' ');
  const known = file.localNames.get(key);
  if (known !== undefined) return known;
  const name = nameIn(entity, file);
  file.localNames.set(key, name);
  return name;
}

function nameIn(entity: Entity, file: Source): string | null {
  const { root, text, namespaces, scopes, names } = file;
  const name = entity.path.join('.');
  const [head = ''] = entity.path;
  const namespace = entity.module;
  const isSeen = namespace === 'System' ? seesSystem(root, text, namespaces) : namespaces.sees(namespace);
  const places = namespaces.hosts().map(placeIn);
  const isTaken = namespaces.declared.has(head) || places.some((at) => scopes.types.isTaken(head, namespace, at));
  if (isSeen && !isTaken) return name;
  const whole = `${places.some((at) => scopes.types.isHidden(namespace, at)) ? 'global::' : ''}${namespace}.${name}`;
  if (isTaken) return whole;
  // Something else has the name, or all of it is in sight by its whole name already.
  if (namespace === 'System' && (names.has(head) || bringsTwo(file))) return whole;
  const alias = namespaces.usings.find(
    (one) => one.alias !== null && (one.namespace === namespace || one.namespace === `${namespace}.${name}`),
  );
  if (alias?.alias) return alias.namespace === namespace ? `${alias.alias}.${name}` : alias.alias;
  // A name that code of the file builds without a `using` is in sight through a global one.
  if (namespaces.packages.has(entity.distribution) && file.builds(head)) return name;
  return scopes.mayBring(entity) ? null : whole;
}

/** The first code of a host. */
const placeIn = (host: Node): Node =>
  parts(field(host, 'body') ?? host).find(({ type }) => !/^(?:using_directive|extern_alias_directive)$/.test(type)) ??
  host;

/** True where a directive for `System` would make a name of the file mean two types. */
const bringsTwo = ({ root, text, namespaces, names }: Source): boolean =>
  [...OFTEN_ELSEWHERE].some(
    (name) =>
      names.has(name) &&
      !namespaces.declared.has(name) &&
      !namespaces.usings.some(({ alias }) => alias === name) &&
      identifiers(root, text, name).some(namesType),
  );

/** The plain name of a type where one is wanted, or of one whose member is asked for. */
function namesType({ parent, id }: Node): boolean {
  switch (parent?.type) {
    case 'object_creation_expression':
    case 'variable_declaration':
    case 'parameter':
    case 'property_declaration':
    case 'cast_expression':
      return field(parent, 'type')?.id === id;
    case 'method_declaration':
      return field(parent, 'returns')?.id === id;
    case 'nullable_type':
    case 'array_type':
    case 'type_argument_list':
    case 'base_list':
      return true;
    default:
      return false;
  }
}
