/** What App Service puts before the names of connection strings in the environment. */
const CONNECTION_PREFIX = /^(?:CUSTOM|SQLAZURE|SQL|MYSQL|POSTGRESQL)CONNSTR_(?=.)/i;
const PREFIXES = ['CUSTOMCONNSTR_', 'SQLCONNSTR_', 'SQLAZURECONNSTR_', 'MYSQLCONNSTR_', 'POSTGRESQLCONNSTR_'];

/**
 * The sections of a name, as .NET's configuration reads them: `A:B` and `A__B` are one, `CUSTOMCONNSTR_X` is
 * `ConnectionStrings:X`, `APPSETTING_X` is `X`.
 */
export function sectionsOf(name: string): readonly string[] {
  const plain = name.replace(/^APPSETTING_(?=.)/, '');
  if (CONNECTION_PREFIX.test(plain)) return ['ConnectionStrings', plain.replace(CONNECTION_PREFIX, '')];
  const sections = plain.split(plain.includes(':') ? ':' : '__');
  return sections.length > 1 && sections.every((one) => one !== '') ? sections : [plain];
}

/** True when two names mean one setting. Case is no matter for names with sections, which only .NET has, or when asked for. */
export function isSameSetting(a: string, b: string, ignoreCase = false): boolean {
  if (a === b) return true;
  const [left, right] = [sectionsOf(a), sectionsOf(b)];
  const insensitive = ignoreCase || left.length > 1 || right.length > 1;
  const fold = (sections: readonly string[]): string => {
    const joined = sections.join(':');
    return insensitive ? joined.toLowerCase() : joined;
  };
  return fold(left) === fold(right);
}

/** How text may mention a setting. */
export interface NameForms {
  /** The whole name, in each way it is written. */
  readonly whole: readonly string[];
  /** Parts that say enough when they are a string of their own: the section above, the key below, with `GetSection` between. */
  readonly parts: readonly string[];
  /** Whether case is no matter: names with sections. */
  readonly ignoreCase: boolean;
  /** The name of a connection string: `X` of `GetConnectionString("X")`. */
  readonly connection: string | null;
}

export function formsOf(name: string): NameForms {
  const sections = sectionsOf(name);
  const [first = '', ...rest] = sections;
  const last = rest.at(-1);
  if (last === undefined)
    return {
      whole: [...new Set([name, first, `APPSETTING_${first}`])],
      parts: [],
      ignoreCase: false,
      connection: null,
    };
  const isConnection = first.toLowerCase() === 'connectionstrings' && rest.length === 1;
  const above = sections.slice(0, -1).map((_, i) => sections.slice(0, i + 1).join(':'));
  return {
    whole: [
      ...new Set([name, ...[':', '__', '--', '.'].map((joint) => sections.join(joint))]),
      ...(isConnection ? PREFIXES.map((prefix) => prefix + last) : []),
    ],
    // Everything with a connection string names its section somewhere; that says nothing.
    parts: isConnection ? [last] : [last, ...above, ...above.map((section) => section.replaceAll(':', '__'))],
    ignoreCase: true,
    connection: isConnection ? last : null,
  };
}

/** What the index is asked for: a file that mentions the setting holds the words of one of these. */
export const searchedFor = ({ whole, parts }: NameForms): readonly string[] => [...new Set([...whole, ...parts])];
