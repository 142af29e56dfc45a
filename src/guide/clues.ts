import type { Access } from '../services/identity';
import type { Service } from '../services/service';

/** What texts of the workspace tell about the use of a service. Nothing secret: names of hosts and of methods only. */
export interface Clues {
  /** What the code does, where it does only one of them or, with storage, anything that changes data. */
  readonly access?: Access;
  /** Values for placeholders: `{ account: 'contoso' }`. Only what all texts agree on. */
  readonly values: Readonly<Record<string, string>>;
}

const CALL = /[.>]\s{0,99}([A-Za-z_]\w{2,60})\s{0,99}(?:<[\w\s,.[\]]{1,80}>)?\s{0,99}\(/g;

/** What code does with a service, by the methods it calls; undefined where that cannot be told. */
export function accessIn({ calls: known, identity }: Service, code: string): Access | undefined {
  if (known === undefined) return undefined;
  if (known.manage?.test(code)) return 'manage';
  const names = [...code.matchAll(CALL)].flatMap((call) => {
    const name = plain(call[1] ?? '');
    return known.on?.test(plain(receiverOf(code, call.index))) ? [name, `its.${name}`] : [name];
  });
  const any = (methods?: RegExp): boolean => methods !== undefined && names.some((name) => methods.test(name));
  if (any(known.beyond)) return undefined;
  const read = any(known.read);
  // Where no one role covers both, code that does both gets neither.
  const apart = identity.apart === true || known.beyond !== undefined;
  if (any(known.write)) return apart && (read || any(known.unclear)) ? undefined : 'write';
  return read && !any(known.unclear) ? 'read' : undefined;
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('_', '')
    .replace(/async$/, '');

/** How far before its dot the receiver of a call is looked for. */
const FAR = 240;

/** The name before the dot of a call: `items` in `items.query(`, `item` in `item(id).read(`; empty where there is none. */
function receiverOf(code: string, dot: number): string {
  const before = code
    .slice(Math.max(0, dot - FAR), dot)
    .trimEnd()
    .replace(/[?!]$/, '');
  let end = before.length;
  for (let depth = 0; end > 0 && (depth > 0 || before[end - 1] === ')'); end--) {
    if (before[end - 1] === ')') depth++;
    else if (before[end - 1] === '(' && --depth === 0) {
      end--;
      break;
    }
  }
  return /\w{1,60}$/.exec(before.slice(Math.max(0, end - 60), end))?.[0] ?? '';
}

/** Hosts and paths of placeholders: letters, digits and hyphens. A key or a password has other characters or more of them. */
const name = '([a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?)';

/** The endpoint's form as an expression with a group for each placeholder; null where it has no fixed part of its own. */
function endpointForm(endpoint: string): { readonly form: RegExp; readonly places: readonly string[] } | null {
  const host = endpoint.replace(/^[a-z]+:\/\//, '').split(/[:/]/, 1)[0] ?? '';
  const places = [...host.matchAll(/<([a-z-]+)>/g)].map(([, place = '']) => place);
  if (places.length === 0 || !/^<[a-z-]+>\./.test(host)) return null;
  const form = host.replace(/<[a-z-]+>/g, '\u0000').replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return {
    form: new RegExp(`(?<![a-z0-9.-])${form.replaceAll('\u0000', name)}(?![a-z0-9-]|\\.[a-z0-9])`, 'gi'),
    places,
  };
}

/** The part of a storage connection string that names the account. */
const accountName = /(?:^|[;"'`\s])AccountName=([a-z0-9]{3,24})(?=[;"'`\s]|$)/gi;

function valuesIn({ identity: { endpoint } }: Service, texts: readonly string[]): Record<string, string> {
  if (endpoint === undefined) return {};
  const seen = new Map<string, Set<string>>();
  const note = (place: string, value: string): void => {
    seen.set(place, (seen.get(place) ?? new Set()).add(value.toLowerCase()));
  };
  const known = endpointForm(endpoint);
  for (const text of texts) {
    for (const match of known === null ? [] : text.matchAll(known.form))
      known?.places.forEach((place, at) => note(place, match[at + 1] ?? ''));
    if (/^https:\/\/<account>\.(?:blob|queue|table|file|dfs)\.core\./.test(endpoint))
      for (const [, account = ''] of text.matchAll(accountName)) note('account', account);
  }
  // Two accounts in one project: which one is meant only the person knows.
  return Object.fromEntries([...seen].flatMap(([place, all]) => (all.size === 1 ? [[place, [...all][0] ?? '']] : [])));
}

/** The secret that a login of a workflow names, as commands want it: upper and lower case kept. */
const SECRET = /(?<![\w-])(?:creds|publish-profile):\s{0,4}["']?\$\{\{\s{0,3}secrets\.(\w{1,100})\s{0,3}\}\}/g;

/** The name of the one secret of GitHub that texts sign in with; none where commands do not ask for it. */
function secretIn({ identity }: Service, texts: readonly string[]): Record<string, string> {
  if (identity.disableKeys?.cli.includes('<github-secret>') !== true) return {};
  const names = new Set(texts.flatMap((text) => [...text.matchAll(SECRET)].map(([, own = '']) => own)));
  const [name] = names;
  return name !== undefined && names.size === 1 ? { 'github-secret': name } : {};
}

/** @param texts the file of the finding first, then settings files around it */
export function cluesIn(service: Service, texts: readonly string[]): Clues {
  const access = accessIn(service, texts[0] ?? '');
  const values = { ...valuesIn(service, texts), ...secretIn(service, texts) };
  return { ...(access !== undefined && { access }), values };
}
