/** What a metavariable stands for in a pattern: `$NAME` in the patterns of services. Names without a row stand for any expression. */
interface Metavariable {
  readonly name: string;
  /** It holds the secret. A finding is traced from the first of a match, in the order of the rows. */
  readonly secret: boolean;
  /** What the code has there must be able to be a string: the guard against `new X(uri, credential)`. */
  readonly string: boolean;
  readonly meaning: string;
}

const row = (name: string, kind: 'secret' | 'secret text' | 'text' | 'other', meaning: string): Metavariable => ({
  name,
  secret: kind.startsWith('secret'),
  string: kind.endsWith('text'),
  meaning,
});

/** The vocabulary of patterns. */
export const METAVARIABLES: readonly Metavariable[] = [
  row('CONNECTION', 'secret text', 'a connection string: holds secret and endpoint'),
  row('SASURL', 'secret', 'a URL whose query is a SAS'),
  row('URI', 'secret text', 'a URL that may hold user and password: of a database, of Redis'),
  row('KEY', 'secret text', 'a key'),
  row('SECRET', 'secret text', 'the secret of an application'),
  row('PASSWORD', 'secret text', 'a password'),
  row('SAS', 'secret text', 'a SAS token'),
  row('CONTAINER', 'text', 'the name of a container'),
  row('BLOB', 'text', 'the name of a blob'),
  row('NAME', 'text', 'the name of something of the service'),
  row('ACCOUNT', 'text', 'the name of an account'),
  row('TENANT', 'text', 'the id of a tenant'),
  row('CLIENT_ID', 'text', 'the id of an application'),
  row('REGION', 'text', 'a region of Azure'),
  row('OPTIONS', 'other', 'an object of options: no string and no credential'),
  row('CREDENTIAL', 'other', "right side only: the file's shared token credential"),
  row('ENDPOINT', 'other', "right side only: the service's endpoint, from the secret or from a setting of its own"),
  row('ENTITY', 'other', 'right side only: what the service calls `entity` in `$CONNECTION`, known from literals only'),
  row('CLASS', 'other', 'one of the names in `for`'),
  row('DEFAULT', 'other', "the package's default export, called"),
];

/** Names that hold the secret, in the order in which a finding is traced. */
export const SECRETS: readonly string[] = METAVARIABLES.flatMap(({ name, secret }) => (secret ? [name] : []));

/** Names of what must be able to be a string. */
export const STRINGS: ReadonlySet<string> = new Set(
  METAVARIABLES.flatMap(({ name, string }) => (string ? [name] : [])),
);
