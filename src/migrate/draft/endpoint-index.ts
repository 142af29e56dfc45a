import { remembered } from '../../core/remember';
import { overlaps } from '../../core/span';
import type { Span } from '../../core/span';
import type { Declaration } from '../../languages/contract/declaration';
import type { CodeFile } from '../../languages/contract/file';
import type { Scopes } from '../../languages/contract/scope';
import type { Service } from '../../services/service';
import type { Draft, Endpoint } from './model';

/** Endpoints whose variables have one reach and one prefix, and are parameters or are not. */
interface Stretch {
  readonly reach: Span;
  readonly prefix: string;
  readonly parameters: boolean;
  readonly endpoints: Endpoint[];
  /** By the first word of a name: how many endpoints are called so, among how many. */
  readonly called: Map<string, { count: number; among: number }>;
}

interface Index {
  readonly known: Map<Declaration, Map<Service, Endpoint>>;
  readonly stretches: Map<string, Stretch>;
}

/** The endpoints of a draft that are in the index by now. A draft only ever gets more of them. */
interface Indexed {
  endpoints: readonly Endpoint[];
  index: Index;
}

const lastIndexed = remembered<CodeFile, [], Indexed>(() => ({ endpoints: [], index: emptyIndex() }));

const emptyIndex = (): Index => ({ known: new Map(), stretches: new Map() });

/** A file with many variables asks for each of them: what the draft before had is not looked at again. */
function indexOf({ endpoints }: Draft, file: CodeFile): Index {
  const last = lastIndexed(file);
  const { length } = last.endpoints;
  const goesOn = endpoints.length >= length && endpoints[length - 1] === last.endpoints[length - 1];
  if (!goesOn) last.index = emptyIndex();
  for (let nth = goesOn ? length : 0; nth < endpoints.length; nth++) add(endpoints[nth] as Endpoint, last.index, file);
  last.endpoints = endpoints;
  return last.index;
}

function add(endpoint: Endpoint, { known, stretches }: Index, { scopes }: CodeFile): void {
  const { declaration, service } = endpoint;
  const byService = known.get(declaration) ?? new Map<Service, Endpoint>();
  known.set(declaration, byService);
  if (!byService.has(service)) byService.set(service, endpoint);
  const reach = scopes.reach(declaration.nameSpan.start);
  const parameters = declaration.kind === 'parameter';
  const key = `${String(reach.start)}-${String(reach.end)} ${String(parameters)} ${declaration.prefix}`;
  const stretch = stretches.get(key) ?? {
    reach,
    prefix: declaration.prefix,
    parameters,
    endpoints: [],
    called: new Map<string, { count: number; among: number }>(),
  };
  stretches.set(key, stretch);
  stretch.endpoints.push(endpoint);
}

/** The variable that holds the endpoint of a service in the place of another one; undefined where none does yet. */
export const endpointOfVariable = (
  declaration: Declaration,
  service: Service,
  draft: Draft,
  file: CodeFile,
): Endpoint | undefined => indexOf(draft, file).known.get(declaration)?.get(service);

/**
 * How many endpoints of a draft have a name that begins with a word, and would come in the way of a variable in the place of a
 * declaration.
 * @param plain the name that the variable would have
 */
export function inTheWay(
  declaration: Declaration,
  { first, plain }: { readonly first: string; readonly plain: string },
  draft: Draft,
  file: CodeFile,
): number {
  const own = file.scopes.reach(declaration.nameSpan.start);
  let count = 0;
  for (const stretch of indexOf(draft, file).stretches.values()) {
    if (stretch.prefix !== declaration.prefix || !overlaps(stretch.reach, own)) continue;
    if (!stretch.parameters && declaration.kind !== 'parameter') count += calledIn(stretch, first);
    else
      count += stretch.endpoints.filter(
        (one) =>
          one.name.startsWith(first) &&
          mayMeet(one.declaration, declaration, file.scopes) &&
          (one.name === plain || !isPair(one.declaration, declaration)),
      ).length;
  }
  return count;
}

/** What is not a parameter meets all that is not one either. */
function calledIn({ endpoints, called }: Stretch, first: string): number {
  const known = called.get(first) ?? { count: 0, among: 0 };
  called.set(first, known);
  for (; known.among < endpoints.length; known.among++)
    if (endpoints[known.among]?.name.startsWith(first)) known.count++;
  return known.count;
}

/** True where two variables in reach of each other, one of them a parameter, would come in each other's way by one name. */
function mayMeet(one: Declaration, other: Declaration, scopes: Scopes): boolean {
  if (isPair(one, other)) return one.name !== other.name;
  const [parameter, outer] = one.kind === 'parameter' ? [one, other] : [other, one];
  if (!outer.topLevel || outer.kind === 'parameter') return true;
  // A parameter hides the variable of the file: only what reads that within the function is misled.
  return outer.references.some(
    ({ start }) => scopes.meaning(parameter.name, start)?.span?.start === parameter.nameSpan.start,
  );
}

/** A field and the parameter that it is given: they may have one name where they had one before. */
const isPair = (one: Declaration, other: Declaration): boolean =>
  (one.kind === 'field' && other.kind === 'parameter') || (one.kind === 'parameter' && other.kind === 'field');
