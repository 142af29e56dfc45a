import { describe, expect, it } from 'vitest';
import { parser } from './parsed';

/** What the first argument of `f(...)` reads, and the text once another setting is read. */
async function readIn(code: string) {
  const file = (await parser()).parse(code, 'a.cs');
  const call = file.sites.find(
    (site) => site.kind === 'call' && site.callee.kind === 'name' && site.callee.name === 'f',
  );
  const value = call?.kind === 'call' ? call.args[0]?.value : undefined;
  const setting = value ? file.settingOf(value) : null;
  if (!setting) return null;
  const edit = setting.renamed('NEW');
  return {
    read: `${setting.origin} ${setting.name}${setting.bound ? ' bound' : ''}`,
    after: code.slice(0, edit.span.start) + edit.newText + code.slice(edit.span.end),
  };
}

describe('settings that C# reads', () => {
  it.each([
    ['f(Environment.GetEnvironmentVariable("X"));', 'environment X', 'f(Environment.GetEnvironmentVariable("NEW"));'],
    [
      'f(System.Environment.GetEnvironmentVariable("X")!);',
      'environment X',
      'f(System.Environment.GetEnvironmentVariable("NEW")!);',
    ],
    [
      'f(Environment.GetEnvironmentVariable(@"X", EnvironmentVariableTarget.Process));',
      'environment X',
      'f(Environment.GetEnvironmentVariable(@"NEW", EnvironmentVariableTarget.Process));',
    ],
    [
      'const string Name = "X"; f(Environment.GetEnvironmentVariable(Name));',
      'environment X',
      'const string Name = "X"; f(Environment.GetEnvironmentVariable("NEW"));',
    ],
    ['f(configuration["A:B"]);', 'configuration A:B', 'f(configuration["NEW"]);'],
    ['f(builder.Configuration["A"]!);', 'configuration A', 'f(builder.Configuration["NEW"]!);'],
    ['f(_config?["A"]);', 'configuration A', 'f(_config?["NEW"]);'],
    ['f(configuration.GetValue<string>("A"));', 'configuration A', 'f(configuration.GetValue<string>("NEW"));'],
    ['f(configuration.GetValue<string>("A", ""));', 'configuration A', 'f(configuration.GetValue<string>("NEW", ""));'],
    ['f(configuration.GetConnectionString("S"));', 'configuration ConnectionStrings:S', 'f(configuration["NEW"]);'],
    ['f(configuration?.GetConnectionString("S"));', 'configuration ConnectionStrings:S', 'f(configuration?["NEW"]);'],
    ['f(builder.Configuration\n  .GetConnectionString("S") ?? throw e);', null, null],
    ['f(configuration.GetSection("A")["B"]);', 'configuration A:B', 'f(configuration["NEW"]);'],
    ['f(configuration.GetSection("A:B").Value);', 'configuration A:B', 'f(configuration["NEW"]);'],
    [
      'f(configuration.GetRequiredSection("A").GetValue<string>("B"));',
      'configuration A:B',
      'f(configuration.GetValue<string>("NEW"));',
    ],
    ['var section = configuration.GetSection("A"); f(section["B"]);', 'configuration A:B bound', null],
    ['f(config.GetSection("X")?.Value);', 'configuration X', 'f(config["NEW"]);'],
    ['f(config?.GetSection("X").Value);', 'configuration X', 'f(config?["NEW"]);'],
    ['f(config?.GetSection("X")?.Value!);', 'configuration X', 'f(config?["NEW"]!);'],
    ['f((string)config.GetSection("X").Value);', 'configuration X', 'f((string)config["NEW"]);'],
    ['f(config.GetSection("A").GetSection("B").Value);', 'configuration A:B', 'f(config["NEW"]);'],
    ['f(config?.GetSection("A")?.GetSection("B")?.Value);', 'configuration A:B', 'f(config?["NEW"]);'],
    ['f(Configuration?.GetSection("A")?["B"]);', 'configuration A:B', 'f(Configuration?["NEW"]);'],
    ['f(config.GetSection("A")?["B"]);', 'configuration A:B', 'f(config["NEW"]);'],
    ['f((config.GetSection("A"))["B"]);', 'configuration A:B', 'f(config["NEW"]);'],
    ['f(config.GetSection("A")?.GetValue<string>("B"));', 'configuration A:B', 'f(config.GetValue<string>("NEW"));'],
    ['f(config?.GetValue<string>("A")!);', 'configuration A', 'f(config?.GetValue<string>("NEW")!);'],
    ['f((string?)config["A"]);', 'configuration A', 'f((string?)config["NEW"]);'],
    ['f(config["A"] as string);', 'configuration A', 'f(config["NEW"] as string);'],
    ['f(config.GetSection("A:B").Get<string>());', 'configuration A:B', 'f(config["NEW"]);'],
    ['f(config.GetRequiredSection("A").Get<string?>()!);', 'configuration A', 'f(config["NEW"]!);'],
    [
      'f(provider.GetRequiredService<IConfiguration>()["A"]);',
      'configuration A',
      'f(provider.GetRequiredService<IConfiguration>()["NEW"]);',
    ],
    [
      'var settings = new ConfigurationBuilder().AddJsonFile("x").Build(); f(settings["A"]);',
      'configuration A',
      'var settings = new ConfigurationBuilder().AddJsonFile("x").Build(); f(settings["NEW"]);',
    ],
    [
      'void M(IConfiguration values) { f(values["A"]); }',
      'configuration A',
      'void M(IConfiguration values) { f(values["NEW"]); }',
    ],
    ['f(ConfigurationManager.AppSettings["A"]);', 'configuration A', 'f(ConfigurationManager.AppSettings["NEW"]);'],
    [
      'f(ConfigurationManager.ConnectionStrings["A"].ConnectionString);',
      'configuration ConnectionStrings:A',
      'f(ConfigurationManager.AppSettings["NEW"]);',
    ],
    ['void M(IOptions<StorageOptions> options) { f(options.Value.Conn); }', 'configuration Conn bound', null],
    [
      'class C { StorageOptions _o; C(IOptionsSnapshot<StorageOptions> o) { _o = o.Value; } void M() { f(_o.Conn); } }',
      'configuration Conn bound',
      null,
    ],
    ['f(configuration.GetSection("A").Get<Options>().Conn);', 'configuration Conn bound', null],
  ])('%s', async (code, read, after) => {
    const seen = await readIn(code);
    expect(seen?.read ?? null).toBe(read);
    if (after !== null) expect(seen?.after).toBe(after);
  });

  it.each([
    'void M(Dictionary<string, string> config) { f(config["A"]); }',
    'void M(IConfigurationSection section) { f(section.Value); }',
    'var section = configuration.GetSection("A"); f(section.Value);',
    'void M(Settings settings) { f(settings.GetSection("A")?.Value); }',
    'f(configuration?.Value);',
    'f(configuration.GetSection("A").Get<Settings>());',
    'f(configuration.GetSection("A").Key);',
    'var config = new Dictionary<string, string>(); f(config["A"]);',
    'f(values["A"]);',
    'f(configuration[name]);',
    'f(configuration.GetValue<string>("A", "fallback"));',
    'f(configuration.GetSection("A"));',
    'f(Other.GetEnvironmentVariable("A"));',
  ])('reads nothing it knows in %s', async (code) => {
    expect(await readIn(code)).toBeNull();
  });

  it('lists what a file reads, sections it hands on and connections of bindings', async () => {
    const file = (await parser()).parse(
      `services.Configure<Options>(configuration.GetSection("Storage"));
       var a = configuration.GetSection("Mail")["Key"];
       var b = Environment.GetEnvironmentVariable("X");
       class F { void Run([BlobTrigger("p", Connection = "Trigger")] string s) {} }`,
      'a.cs',
    );
    expect([...file.settings].sort()).toEqual(['ConnectionStrings:Trigger', 'Mail:Key', 'Storage:', 'Trigger', 'X']);
  });
});
