/** Where the client is built. `$X` is the client's code, `$T` its type, `$B` the statements before, `$M` `static` or nothing. */
export interface Place {
  readonly name: string;
  readonly members: string;
  readonly usings?: readonly string[];
  /** Takes statements before the use. */
  readonly block: boolean;
  readonly staticOnly?: boolean;
  /** Needs the language of today. */
  readonly modern?: boolean;
  /** Has a constructor of its own, so the source must have none. */
  readonly constructs?: boolean;
  /** Types beside the class. */
  readonly types?: string;
}

export const PLACES: readonly Place[] = [
  { name: 'method', members: 'public $M $T Make() { $B return $X; }', block: true },
  { name: 'arrow', members: 'public $M $T Make() => $X;', block: false },
  { name: 'property', members: 'public $M $T Client => $X;', block: false },
  { name: 'getter', members: 'public $M $T Client { get { $B return $X; } }', block: true },
  {
    name: 'async',
    members:
      'public $M async System.Threading.Tasks.Task<$T> MakeAsync() { $B await System.Threading.Tasks.Task.Yield(); return $X; }',
    block: true,
  },
  {
    name: 'loop',
    members: 'public $M void Run() { $B for (int i = 0; i < 3; i++) { var client = $X; Use(client); } }',
    block: true,
  },
  {
    name: 'foreach',
    members: 'public $M void Run(string[] names) { $B foreach (var name in names) Use($X); }',
    block: true,
  },
  {
    name: 'local function above',
    members: 'public $M $T Make() { $B return Open(); $T Open() { return $X; } }',
    block: true,
  },
  { name: 'local function below', members: 'public $M $T Make() { $B $T Open() => $X; return Open(); }', block: true },
  {
    name: 'static local function',
    members: 'public $M $T Make() { return Open(); static $T Open() { $B return $X; } }',
    block: true,
    staticOnly: true,
    modern: true,
  },
  { name: 'lambda', members: 'public $M System.Func<$T> Make() { $B return () => $X; }', block: true },
  {
    name: 'lambda with a block',
    members: 'public $M System.Func<$T> Make() { return () => { $B return $X; }; }',
    block: true,
  },
  {
    name: 'lazy field',
    members: 'private static readonly System.Lazy<$T> Lazy = new System.Lazy<$T>(() => $X);',
    block: false,
    staticOnly: true,
  },
  { name: 'static field', members: 'private static readonly $T Client = $X;', block: false, staticOnly: true },
  {
    name: 'switch',
    members:
      'public $M $T Make(int kind) { $B switch (kind) { case 1: return $X; case 2: var other = $X; return other; default: return null!!; } }',
    block: true,
  },
  {
    name: 'try',
    members: 'public $M $T Make() { try { $B return $X; } catch (System.FormatException) { return $X2; } }',
    block: true,
  },
  { name: 'two clients', members: 'public $M void Run() { $B Use($X); Use($X); }', block: true },
  {
    name: 'two methods',
    members: 'public $M $T One() { $B return $X; } public $M $T Two() { $B return $X; }',
    block: true,
  },
  {
    name: 'lambda and statement',
    members: 'public $M void Run() { $B System.Func<$T> make = () => $X; Use(make()); Use($X); }',
    block: true,
  },
  {
    name: 'static lambda',
    members: 'public $M System.Func<$T> Make() { $B Use($X); return static () => $Y; }',
    block: true,
    staticOnly: true,
    modern: true,
  },
  {
    name: 'goto',
    members: 'public $M void Run() { $B int n = 0; again: Use($X); if (n++ < 1) goto again; }',
    block: true,
  },
  { name: 'if else', members: 'public $M $T Make(bool on) { $B if (on) return $X; else return $X; }', block: true },
  {
    name: 'using',
    members: 'public $M void Run() { $B using (var stream = new System.IO.MemoryStream()) { Use($X); } }',
    block: true,
  },
  {
    name: 'credential named',
    members: 'public $M void Run(string credential) { $B Use(credential); Use($X); Use($X); }',
    block: true,
  },
  {
    name: 'credential of the outer class',
    members:
      'public $M void Run() { var credential = new Azure.Identity.DefaultAzureCredential(); Use(credential); { $B Use($X); } }',
    block: true,
  },
  {
    name: 'field credential',
    members:
      'private readonly Azure.Core.TokenCredential _credential = new Azure.Identity.DefaultAzureCredential(); public $M $T Make() { $B return $X; }',
    block: true,
  },
  { name: 'array', members: 'public $M $T[] Make() { $B return new[] { $X, $X }; }', block: true },
  { name: 'cast', members: 'public $M object Make(bool on) { $B return on ? (object)$X : "none"; }', block: true },
  {
    name: 'conditional',
    members: 'public $M $T Make(bool on) { $B return on ? $X : throw new System.InvalidOperationException(); }',
    block: true,
  },
  { name: 'out', members: 'public $M bool Try(out $T client) { $B client = $X; return true; }', block: true },
  {
    name: 'iterator',
    members: 'public $M System.Collections.Generic.IEnumerable<$T> All() { $B yield return $X; yield return $X; }',
    block: true,
  },
  { name: 'local then return', members: 'public $M $T Make() { $B var client = $X; return client; }', block: true },
  { name: 'typed local', members: 'public $M $T Make() { $B $T client = $X; return client; }', block: true },
  {
    name: 'two typed locals',
    members: 'public $M void Run() { $B $T one = $X, two = $X; Use(one); Use(two); }',
    block: true,
  },
  { name: 'argument', members: 'public $M void Run() { $B Use($X); }', block: true },
  { name: 'member of the result', members: 'public $M string Run() { $B return $X.ToString()!!; }', block: true },
  { name: 'in an interpolation', members: 'public $M string Run() { $B return $"{$X}"; }', block: true },
  {
    name: 'while',
    members: 'public $M void Run() { $B var n = 0; while (n++ < 2) { Use($X); } }',
    block: true,
  },
  { name: 'do', members: 'public $M void Run() { $B var n = 0; do Use($X); while (n++ < 2); }', block: true },
  {
    name: 'else without braces',
    members: 'public $M void Run(bool on) { $B if (on) Use($X); else Use(on); }',
    block: true,
  },
  {
    name: 'assigned in branches',
    members:
      'public $M $T Make(bool on) { $B $T client; if (on) { client = $X; } else { client = $X; } return client; }',
    block: true,
  },
  {
    name: 'lock',
    members:
      'private static readonly object Gate = new object(); public $M $T Make() { $B lock (Gate) { return $X; } }',
    block: true,
  },
  {
    name: 'lazy, null check',
    members:
      'private static $T? _client; public $M $T Make() { $B if (_client == null) { _client = $X; } return _client; }',
    block: true,
    modern: true,
  },
  {
    name: 'lazy, ??=',
    members: 'private static $T? _client; public $M $T Client => _client ??= $X;',
    block: false,
    modern: true,
  },
  {
    name: 'switch expression',
    members:
      'public $M $T Make(int kind) { $B return kind switch { 1 => $X, 2 => $X, _ => throw new System.ArgumentException("kind") }; }',
    block: true,
    modern: true,
  },
  {
    name: 'switch with blocks',
    members:
      'public $M void Run(string kind) { $B switch (kind) { case "a": { var client = $X; Use(client); break; } case "b": Use($X); break; } }',
    block: true,
  },
  {
    name: 'finally',
    members: 'public $M void Run() { $B try { Use(1); } finally { Use($X); } }',
    block: true,
  },
  {
    name: 'using declaration',
    members: 'public $M void Run() { $B using var stream = new System.IO.MemoryStream(); Use($X); }',
    block: true,
    modern: true,
  },
  { name: 'tuple', members: 'public $M ($T, int) Make() { $B return ($X, 1); }', block: true },
  {
    name: 'object initialiser',
    members:
      'public class Held { public $T? Client { get; set; } } public $M Held Make() { $B return new Held { Client = $X }; }',
    block: true,
    modern: true,
  },
  {
    name: 'anonymous object',
    members: 'public $M object Make() { $B return new { Client = $X, Size = 2 }; }',
    block: true,
  },
  {
    name: 'list',
    members: 'public $M object Make() { $B return new System.Collections.Generic.List<$T> { $X, $X }; }',
    block: true,
  },
  { name: 'collection expression', members: 'public $M $T[] Make() { $B return [$X]; }', block: true, modern: true },
  {
    name: 'dictionary',
    members:
      'public $M object Make() { $B return new System.Collections.Generic.Dictionary<string, $T> { ["a"] = $X, ["b"] = $X }; }',
    block: true,
  },
  {
    name: 'target of a base constructor',
    members: 'public $C() : base($X) { }',
    types: 'public class Base$N { public Base$N(object client) { } }',
    block: false,
    staticOnly: true,
    constructs: true,
  },
  {
    name: 'this constructor',
    members: 'private readonly $T _client; public $C() : this($X) { } public $C($T client) { _client = client; }',
    block: false,
    staticOnly: true,
    constructs: true,
  },
  {
    name: 'constructor',
    members: 'private readonly $T _client; public $C() { $B _client = $X; }',
    block: true,
    staticOnly: true,
    constructs: true,
  },
  {
    name: 'constructor of expression',
    members: 'private readonly $T _client; public $C() => _client = $X;',
    block: false,
    staticOnly: true,
    constructs: true,
  },
  {
    name: 'static constructor',
    members: 'private static readonly $T Client; static $C() { $B Client = $X; }',
    block: true,
    staticOnly: true,
  },
  { name: 'instance field', members: 'private readonly $T _client = $X;', block: false, staticOnly: true },
  { name: 'auto property', members: 'public $T Client { get; } = $X;', block: false, staticOnly: true },
  { name: 'static auto property', members: 'public static $T Client { get; } = $X;', block: false, staticOnly: true },
  {
    name: 'lazy in the constructor',
    members: 'private static readonly System.Lazy<$T> One = new System.Lazy<$T>(() => { $B return $X; });',
    block: true,
    staticOnly: true,
  },
  {
    name: 'registered',
    usings: ['Microsoft.Extensions.DependencyInjection'],
    members: 'public $M void Add(IServiceCollection services) { $B services.AddSingleton($X); }',
    block: true,
  },
  {
    name: 'registered lambda',
    usings: ['Microsoft.Extensions.DependencyInjection'],
    members: 'public $M void Add(IServiceCollection services) { $B services.AddSingleton(provider => $X); }',
    block: true,
  },
  {
    name: 'registered lambda with a block',
    usings: ['Microsoft.Extensions.DependencyInjection'],
    members: 'public $M void Add(IServiceCollection services) { services.AddSingleton<$T>(_ => { $B return $X; }); }',
    block: true,
  },
  {
    name: 'registered twice',
    usings: ['Microsoft.Extensions.DependencyInjection'],
    members:
      'public $M void Add(IServiceCollection services) { $B services.AddSingleton(_ => $X).AddScoped(_ => $X); services.AddTransient(provider => $X); }',
    block: true,
  },
  {
    name: 'registered static lambda',
    usings: ['Microsoft.Extensions.DependencyInjection'],
    members:
      'public static void Add(IServiceCollection services) { services.AddSingleton(static _ => { $B return $X; }); }',
    block: true,
    staticOnly: true,
    modern: true,
  },
  {
    name: 'async lambda',
    members:
      'public $M System.Func<System.Threading.Tasks.Task<$T>> Make() { return async () => { $B await System.Threading.Tasks.Task.Yield(); return $X; }; }',
    block: true,
  },
  {
    name: 'select',
    usings: ['System.Linq'],
    members: 'public $M object Make(string[] names) { $B return names.Select(name => $X).ToArray(); }',
    block: true,
  },
  {
    name: 'nested class',
    members: 'public static class Nested { public static $T Make() { $B return $X; } }',
    block: true,
    staticOnly: true,
  },
  {
    name: 'struct',
    members:
      'public struct Nested { public $T Make() { $B return $X; } public System.Func<$T> Later() { return () => $X2; } }',
    block: true,
    staticOnly: true,
  },
  {
    name: 'generic method',
    members: 'public $M $T Make<TItem>(TItem item) where TItem : class { $B return $X; }',
    block: true,
  },
  { name: 'default argument above', members: 'public $M $T Make(int size = 3) { $B return $X; }', block: true },
  {
    name: 'parameters that are in the way',
    members:
      'public $M $T Make(string endpoint, string serviceUri, System.Uri uri, string fullyQualifiedNamespace) { $B Use(endpoint + serviceUri + uri + fullyQualifiedNamespace); return $X; }',
    block: true,
  },
  {
    name: 'locals that are in the way',
    members:
      'public $M void Run() { $B var credential = 1; var tokenCredential = 2; Use(credential + tokenCredential); Use($X); Use($X); }',
    block: true,
  },
  {
    name: 'local declared below',
    members: 'public $M void Run() { $B Use($X); Use($X); foreach (var credential in new[] { 1 }) Use(credential); }',
    block: true,
  },
  {
    name: 'key credential above',
    members: 'public $M object[] Run(Azure.Core.TokenCredential given) { $B return new object[] { given, $X }; }',
    block: true,
  },
  {
    name: 'comment above',
    members:
      '/// <summary>Makes the client.</summary>\n        public $M $T Make()\n        {\n            $B\n            // with the secret of the account\n            return $X; // here\n        }',
    block: true,
  },
  {
    name: 'several lines',
    members:
      'public $M $T Make()\n        {\n            $B\n\n            var client =\n                $X;\n\n            return client;\n        }',
    block: true,
  },
  {
    name: 'region',
    members: '#region Clients\n        public $M $T Make() { $B return $X; }\n        #endregion',
    block: true,
  },
  {
    name: 'conditional code',
    members: '\n#if !NEVER\n        public $M $T Make() { $B return $X; }\n#endif\n',
    block: true,
  },
  {
    name: 'local function with a parameter',
    members:
      'public $M void Run() { $B $T Open(string name) { Use(name); return $X; } Use(Open("a")); Use(Open("b")); }',
    block: true,
  },
  {
    name: 'unreachable loop',
    members:
      'public $M $T Make() { $B for (; ; ) { try { return $X; } catch (System.Exception error) when (error.Message == "") { Use(error); } } }',
    block: true,
  },
  {
    name: 'pattern',
    members:
      'public $M bool Run(object one) { $B return one is string text && text != "" && Same($X); bool Same(object other) => other != null; }',
    block: true,
  },
];
