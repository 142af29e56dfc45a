/** Where the secret comes from. `$N` is the number of the program, `$C` its class, `$V` a value; `!!` is a `!` where the compiler looks for missing values. */
export interface Source {
  readonly name: string;
  readonly usings: readonly string[];
  /** Members of the class. */
  readonly members?: string;
  /** Types beside the class. */
  readonly types?: string;
  /** Statements before the use. */
  readonly statements?: string;
  readonly read: string;
  /** What may be missing: where the compiler looks for that, the use says `!`. */
  readonly nullable?: boolean;
  /** The place must have the object; the class has a constructor that fills it. */
  readonly instance?: boolean;
  /** The class has a constructor, or its head is taken. */
  readonly head?: string;
  /** Needs the language of today. */
  readonly modern?: boolean;
  /** Other files, by what their name ends with. */
  readonly files?: Readonly<Record<string, string>>;
}

const ENV = 'Environment.GetEnvironmentVariable("SECRET_$N")';
const CONFIGURATION = 'Microsoft.Extensions.Configuration';
const OPTIONS = 'Microsoft.Extensions.Options';
const INJECTION = 'Microsoft.Extensions.DependencyInjection';
const FIELD =
  'private readonly IConfiguration _configuration; public $C(IConfiguration configuration) { _configuration = configuration; }';

const environment: readonly Source[] = [
  { name: 'environment', usings: ['System'], read: ENV, nullable: true },
  {
    name: 'environment or throw',
    usings: ['System'],
    read: `${ENV} ?? throw new InvalidOperationException("SECRET_$N is not set")`,
  },
  { name: 'environment or empty', usings: ['System'], read: `${ENV} ?? ""` },
  { name: 'environment or string.Empty', usings: ['System'], read: `(${ENV} ?? string.Empty)` },
  { name: 'environment, trimmed name', usings: [], read: `System.${ENV}`, nullable: true },
  {
    name: 'environment by a constant',
    usings: ['System'],
    members: 'private const string SecretName = "SECRET_$N";',
    read: 'Environment.GetEnvironmentVariable(SecretName)',
    nullable: true,
  },
  {
    name: 'environment by a constant elsewhere',
    usings: ['System'],
    types: 'internal static class Names$N { public const string Secret = "SECRET_$N"; }',
    read: 'Environment.GetEnvironmentVariable(Names$N.Secret)',
    nullable: true,
  },
  { name: 'local', usings: ['System'], statements: `var secret = ${ENV};`, read: 'secret', nullable: true },
  { name: 'typed local', usings: ['System'], statements: `string secret = ${ENV}!!;`, read: 'secret' },
  { name: 'local, default', usings: ['System'], statements: `var secret = ${ENV} ?? string.Empty;`, read: 'secret' },
  {
    name: 'local or throw',
    usings: ['System'],
    statements: `var secret = ${ENV}\n                ?? throw new InvalidOperationException("SECRET_$N");`,
    read: 'secret',
  },
  {
    name: 'guarded local',
    usings: ['System'],
    statements: `var secret = ${ENV};\nif (string.IsNullOrEmpty(secret)) { throw new InvalidOperationException("SECRET_$N is not set"); }`,
    read: 'secret',
  },
  {
    name: 'local, null check',
    usings: ['System'],
    statements: `var secret = ${ENV};\nif (secret == null) throw new ArgumentNullException(nameof(secret));`,
    read: 'secret',
  },
  {
    name: 'local, is null',
    usings: ['System'],
    statements: `var secret = ${ENV};\nif (secret is null) throw new InvalidOperationException();`,
    read: 'secret',
  },
  {
    name: 'local, whitespace',
    usings: ['System'],
    statements: `var secret = ${ENV};\nif (string.IsNullOrWhiteSpace(secret)) throw new InvalidOperationException("no secret");`,
    read: 'secret',
  },
  {
    name: 'local, ThrowIfNull',
    usings: ['System'],
    statements: `var secret = ${ENV};\nArgumentException.ThrowIfNullOrEmpty(secret);`,
    read: 'secret',
  },
  {
    name: 'local, logged',
    usings: ['System'],
    statements: `var secret = ${ENV} ?? "";\nif (secret.Length == 0) Console.WriteLine("SECRET_$N is not set");`,
    read: 'secret',
  },
];

const fields: readonly Source[] = [
  {
    name: 'static field',
    usings: ['System'],
    members: `private static readonly string Secret = ${ENV}!!;`,
    read: 'Secret',
  },
  {
    name: 'static field, nullable',
    usings: ['System'],
    members: `private static readonly string? Secret = ${ENV};`,
    read: 'Secret',
    nullable: true,
    modern: true,
  },
  {
    name: 'static field, or throw',
    usings: ['System'],
    members: `private static readonly string _secret = ${ENV} ?? throw new InvalidOperationException("SECRET_$N");`,
    read: '_secret',
  },
  {
    name: 'static property',
    usings: ['System'],
    members: `private static string Secret => ${ENV}!!;`,
    read: 'Secret',
  },
  {
    name: 'static getter',
    usings: ['System'],
    members: `private static string Secret { get { return ${ENV}!!; } }`,
    read: 'Secret',
  },
  {
    name: 'static auto property',
    usings: ['System'],
    members: `private static string Secret { get; } = ${ENV}!!;`,
    read: 'Secret',
  },
  {
    name: 'static method',
    usings: ['System'],
    members: `private static string GetSecret() => ${ENV}!!;`,
    read: 'GetSecret()',
  },
  {
    name: 'helper by name',
    usings: ['System'],
    members:
      'private static string Setting(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException(name);',
    read: 'Setting("SECRET_$N")',
  },
  {
    name: 'instance field',
    usings: ['System'],
    members: `private readonly string _secret = ${ENV}!!;`,
    read: '_secret',
    instance: true,
  },
  {
    name: 'constant of a class',
    usings: ['System'],
    types: `internal static class Keys$N { public static readonly string Storage = ${ENV}!!; }`,
    read: 'Keys$N.Storage',
  },
  {
    name: 'property of a class',
    usings: ['System'],
    types: `internal static class Keys$N { public static string Storage => ${ENV}!!; }`,
    read: 'Keys$N.Storage',
  },
  {
    name: 'class in another file',
    usings: ['System'],
    read: 'Keys$N.Storage',
    files: {
      'Keys$N.cs': `using System;\n\nnamespace P$N\n{\n    internal static class Keys$N\n    {\n        public static readonly string Storage = ${ENV}!!;\n    }\n}\n`,
    },
  },
  {
    name: 'property of a class in another file',
    usings: ['System'],
    read: 'Keys$N.Storage',
    files: {
      'Keys$N.cs': `using System;\n\nnamespace P$N\n{\n    internal static class Keys$N\n    {\n        public static string Storage => ${ENV}!!;\n    }\n}\n`,
    },
  },
  {
    name: 'method of a class in another file',
    usings: ['System'],
    read: 'Env$N.Required("SECRET_$N")',
    files: {
      'Env$N.cs':
        'using System;\n\nnamespace P$N\n{\n    internal static class Env$N\n    {\n        public static string Required(string name) => Environment.GetEnvironmentVariable(name) ?? throw new InvalidOperationException(name);\n    }\n}\n',
    },
  },
  { name: 'literal', usings: [], members: 'private const string Secret = "$V";', read: 'Secret' },
  { name: 'literal in place', usings: [], read: '"$V"' },
  { name: 'literal, verbatim', usings: [], read: '@"$V"' },
  { name: 'literal local', usings: [], statements: 'var secret = "$V";', read: 'secret' },
  { name: 'literal typed local', usings: [], statements: 'string secret = "$V";', read: 'secret' },
  { name: 'literal constant local', usings: [], statements: 'const string secret = "$V";', read: 'secret' },
  {
    name: 'literal of a class',
    usings: [],
    types: 'public static class Keys$N { public const string Storage = "$V"; }',
    read: 'Keys$N.Storage',
  },
  {
    name: 'static literal',
    usings: [],
    members: 'private static readonly string Secret = "$V";',
    read: 'Secret',
  },
];

const configured = (name: string, read: string, more: Partial<Source> = {}): Source => ({
  name,
  usings: [CONFIGURATION],
  members: FIELD,
  read,
  nullable: true,
  instance: true,
  ...more,
});

const configuration: readonly Source[] = [
  configured('configuration', '_configuration["Secret$N"]'),
  configured('configuration path', '_configuration["Azure$N:Storage:Secret"]'),
  configured('configuration or throw', '_configuration["Secret$N"] ?? throw new System.InvalidOperationException()', {
    nullable: false,
  }),
  configured('section in place', '_configuration.GetSection("Azure$N")["Secret"]'),
  configured('section value', '_configuration.GetSection("Azure$N:Secret").Value'),
  configured('section value, if any', '_configuration.GetSection("Azure$N")?.GetSection("Secret")?.Value'),
  configured('section, if any', '_configuration?.GetSection("Azure$N")?["Secret"]'),
  configured('get value', '_configuration.GetValue<string>("Secret$N")'),
  configured('get value, default', '_configuration.GetValue<string>("Secret$N", "")'),
  configured('connection string', '_configuration.GetConnectionString("Storage$N")'),
  configured(
    'connection string or throw',
    '_configuration.GetConnectionString("Storage$N") ?? throw new System.InvalidOperationException("no string")',
    { nullable: false },
  ),
  configured('section', 'section["Secret"]', { statements: 'var section = _configuration.GetSection("Azure$N");' }),
  configured('configuration local', 'secret', { statements: 'var secret = _configuration["Secret$N"];' }),
  configured('connection string local, checked', 'secret', {
    nullable: false,
    statements:
      'var secret = _configuration.GetConnectionString("Storage$N");\nif (string.IsNullOrEmpty(secret)) throw new System.InvalidOperationException("no string");',
  }),
  configured('connection string local, or throw', 'secret', {
    nullable: false,
    statements:
      'string secret = _configuration.GetConnectionString("Storage$N") ?? throw new System.InvalidOperationException("no string");',
  }),
  configured('configuration by a constant', '_configuration[SecretName]', {
    members: `${FIELD} private const string SecretName = "Secret$N";`,
  }),
  configured('configuration by a constant elsewhere', '_configuration[Names$N.Secret]', {
    types: 'public static class Names$N { public const string Secret = "Azure$N:Secret"; }',
  }),
  configured('field of the constructor', '_secret', {
    nullable: false,
    members:
      'private readonly string _secret; public $C(IConfiguration configuration) { _secret = configuration["Secret$N"]!!; }',
  }),
  configured('field of the constructor, or throw', '_secret', {
    nullable: false,
    members:
      'private readonly string _secret; public $C(IConfiguration configuration) { _secret = configuration.GetConnectionString("Storage$N") ?? throw new System.ArgumentException("no string"); }',
  }),
  configured('property of the constructor', 'Secret', {
    nullable: false,
    members:
      'private string Secret { get; } public $C(IConfiguration configuration) { Secret = configuration["Secret$N"]!!; }',
  }),
  configured('arrow property', 'Secret', {
    nullable: false,
    members: `${FIELD} private string Secret => _configuration["Secret$N"]!!;`,
  }),
  configured('primary constructor', 'configuration["Secret$N"]', {
    members: '',
    head: '(IConfiguration configuration)',
    modern: true,
  }),
  configured('primary constructor, connection string', 'configuration.GetConnectionString("Storage$N")', {
    members: '',
    head: '(IConfiguration configuration)',
    modern: true,
  }),
  configured('static configuration', 'Configuration["Secret$N"]', {
    instance: false,
    members: 'public static IConfiguration Configuration { get; set; } = new ConfigurationBuilder().Build();',
  }),
];

const CLASS =
  'public class StorageOptions$N { public string Secret { get; set; } = ""; public string Name { get; set; } = ""; }';
const REGISTER = (call: string): string =>
  `public static class Registration$N { public static void Add(Microsoft.Extensions.DependencyInjection.IServiceCollection services, IConfiguration configuration) { ${call} } }`;
const SETTINGS = { 'appsettings.json': '{\n  "Storage$N": {\n    "Secret": "",\n    "Name": "photos"\n  }\n}\n' };

const optioned = (name: string, read: string, members: string, call: string, more: Partial<Source> = {}): Source => ({
  name,
  usings: [CONFIGURATION, OPTIONS, INJECTION],
  members,
  read,
  types: `${CLASS}\n    ${REGISTER(call)}`,
  instance: true,
  files: SETTINGS,
  ...more,
});

const CONFIGURE = 'services.Configure<StorageOptions$N>(configuration.GetSection("Storage$N"));';
const VALUE =
  'private readonly StorageOptions$N _options; public $C(IOptions<StorageOptions$N> options) { _options = options.Value; }';

export const OPTION_SOURCES: readonly Source[] = [
  optioned('options value', '_options.Secret', VALUE, CONFIGURE),
  optioned(
    'options',
    '_options.Value.Secret',
    'private readonly IOptions<StorageOptions$N> _options; public $C(IOptions<StorageOptions$N> options) { _options = options; }',
    CONFIGURE,
  ),
  optioned(
    'options snapshot',
    '_options.Secret',
    'private readonly StorageOptions$N _options; public $C(IOptionsSnapshot<StorageOptions$N> options) { _options = options.Value; }',
    CONFIGURE,
  ),
  optioned(
    'options monitor',
    '_options.CurrentValue.Secret',
    'private readonly IOptionsMonitor<StorageOptions$N> _options; public $C(IOptionsMonitor<StorageOptions$N> options) { _options = options; }',
    CONFIGURE,
  ),
  optioned(
    'options, bound',
    '_options.Secret',
    VALUE,
    'services.AddOptions<StorageOptions$N>().Bind(configuration.GetSection("Storage$N"));',
  ),
  optioned(
    'options, bind configuration',
    '_options.Secret',
    VALUE,
    'services.AddOptions<StorageOptions$N>().BindConfiguration("Storage$N");',
  ),
  optioned('options in a primary constructor', 'options.Value.Secret', '', CONFIGURE, {
    head: '(IOptions<StorageOptions$N> options)',
    modern: true,
  }),
  optioned('options got', 'options.Secret', FIELD, '', {
    statements: 'var options = _configuration.GetSection("Storage$N").Get<StorageOptions$N>()!!;',
  }),
  optioned('options bound here', 'options.Secret', FIELD, '', {
    statements: 'var options = new StorageOptions$N(); _configuration.GetSection("Storage$N").Bind(options);',
  }),
  optioned('options in another file', '_options.Secret', VALUE, CONFIGURE, {
    types: REGISTER(CONFIGURE),
    files: {
      ...SETTINGS,
      'StorageOptions$N.cs': `namespace P$N\n{\n    ${CLASS}\n}\n`,
    },
  }),
];

export const SOURCES: readonly Source[] = [...environment, ...fields, ...configuration];
