/**
 * One setting alone, in the ways people write one that the generator's formats do not have: no neighbour tells the
 * service, so the name or the value must.
 */
import { createFake, type Fake } from '../../support/fake-secrets';
import { camel, kebab, pascal, screaming, snake, type Setting } from './formats';
import type { Vector } from './positives';

type Write = (setting: Setting) => string;

const WAYS: readonly (readonly [path: string, write: Write])[] = [
  ['a.ts', (s) => `class Config {\n  private readonly ${camel(s)} = '${s.value}';\n}`],
  ['b.ts', (s) => `const ${camel(s)} = config.get<string>('${screaming(s)}') ?? '${s.value}';`],
  ['a.js', (s) => `const { ${camel(s)} = '${s.value}' } = process.env;`],
  ['a.py', (s) => `class Settings(BaseSettings):\n    ${snake(s)}: SecretStr = Field(default="${s.value}")`],
  ['b.py', (s) => `parser.add_argument("--${kebab(s)}", default="${s.value}")`],
  ['c.py', (s) => `${snake(s)} = (\n    "${s.value}"\n)`],
  ['A.cs', (s) => `public string ${pascal(s)} { get; set; } = "${s.value}";`],
  ['B.cs', (s) => `var d = new Dictionary<string, string> { { "${pascal(s)}", "${s.value}" } };`],
  ['A.java', (s) => `String ${camel(s)} = """\n    ${s.value}""";`],
  ['B.java', (s) => `config.set${pascal(s)}("${s.value}");`],
  ['a.go', (s) => `k := flag.String("${kebab(s)}", "${s.value}", "the value")`],
  ['A.kt', (s) => `val m = mapOf("${camel(s)}" to "${s.value}")`],
  ['a.php', (s) => `<?php putenv("${screaming(s)}=${s.value}");`],
  ['a.rb', (s) => `ENV['${screaming(s)}'] ||= '${s.value}'`],
  ['a.rs', (s) => `let ${snake(s)} = r#"${s.value}"#;`],
  ['a.sh', (s) => `${screaming(s)}="\${${screaming(s)}:-${s.value}}"`],
  ['b.sh', (s) => `az webapp config appsettings set -g rg -n app --settings ${screaming(s)}="${s.value}"`],
  ['c.sh', (s) => `dotnet user-secrets set "${pascal(s)}" "${s.value}"`],
  ['d.sh', (s) => `gh secret set ${screaming(s)} --body "${s.value}"`],
  ['a.ps1', (s) => `param(\n  [string]$${pascal(s)} = '${s.value}'\n)`],
  ['a.sql', (s) => `DECLARE @${pascal(s)} NVARCHAR(400) = N'${s.value}';`],
  ['a.json', (s) => `[{"value":"${s.value}","name":"${screaming(s)}"}]`],
  ['b.json', (s) => `{"env":[{"name":"${screaming(s)}","type":"string","value":"${s.value}"}]}`],
  ['a.config', (s) => `<add value="${s.value}" key="${pascal(s)}"/>`],
  ['a.yaml', (s) => `env:\n  - { name: ${screaming(s)}, value: "${s.value}" }`],
  ['b.yaml', (s) => `data:\n  ${kebab(s)}: >-\n    ${s.value}`],
  ['c.yaml', (s) => `${snake(s)}: !!str "${s.value}"`],
  ['azure-pipelines.yml', (s) => `parameters:\n  - name: ${camel(s)}\n    type: string\n    default: '${s.value}'`],
  ['b.yml', (s) => `- script: echo "##vso[task.setvariable variable=${camel(s)};issecret=true]${s.value}"`],
  ['a.xml', (s) => `<cfg><${camel(s)}><![CDATA[${s.value}]]></${camel(s)}></cfg>`],
  ['Info.plist', (s) => `<dict>\n  <key>${pascal(s)}</key>\n  <string>${s.value}</string>\n</dict>`],
  ['a.toml', (s) => `${snake(s)} = """\n${s.value}"""`],
  [
    'a.tf',
    (s) =>
      `resource "azurerm_key_vault_secret" "s" {\n  name         = "${kebab(s)}"\n  value        = "${s.value}"\n}`,
  ],
  ['a.bicepparam', (s) => `using './main.bicep'\nparam ${camel(s)} = '${s.value}'`],
  ['a.gradle', (s) => `buildConfigField "String", "${screaming(s)}", "\\"${s.value}\\""`],
  ['app.service', (s) => `[Service]\nEnvironment="${screaming(s)}=${s.value}"`],
  ['Makefile', (s) => `${screaming(s)} ?= ${s.value}\n`],
  ['a.md', (s) => `| name | value |\n|---|---|\n| ${screaming(s)} | \`${s.value}\` |`],
  ['b.md', (s) => `- **${screaming(s)}**: \`${s.value}\``],
];

const KINDS: readonly (readonly [kind: string, names: string, make: (fake: Fake) => string])[] = [
  ['storage-account-key', 'azure storage key,blob key,storage account key', (f) => f.oldKey(64)],
  ['cosmos-key', 'cosmos key,cosmos primary key', (f) => f.oldKey(64)],
  ['batch-key', 'batch account key,batch access key', (f) => f.oldKey(64)],
  ['loganalytics-shared-key', 'log analytics shared key,workspace shared key', (f) => f.oldKey(64)],
  ['redis-key', 'redis key,redis password', (f) => f.oldKey(32)],
  ['eventgrid-key', 'event grid key,eventgrid topic key', (f) => f.oldKey(32)],
  ['azure-openai-key', 'azure openai key,aoai key,openai subscription key', (f) => f.hex()],
  ['ai-services-key', 'speech key,custom vision prediction key,language service key', (f) => f.hex()],
  ['search-key', 'azure search key,ai search key,search query key', (f) => f.hex().toUpperCase()],
  ['apim-subscription-key', 'apim key,apim subscription key', (f) => f.hex()],
  ['functions-key', 'function key,function app key', (f) => f.oldKey(40)],
  ['maps-key', 'azure maps key', (f) => `q${f.oldKey(33).replace(/[+/=]/g, 'x').slice(0, 42)}`],
  ['devops-pat', 'azure devops pat,system access token,ado token', (f) => f.devopsPat()],
  ['sql-password', 'sql password,sql admin password', (f) => f.password()],
  ['postgres-password', 'postgres password,postgresql admin password', (f) => f.password()],
  ['mysql-password', 'mysql password,mysql admin password', (f) => f.password()],
  ['pfx-password', 'pfx password,certificate password', (f) => f.password()],
];

/** Every way once with every fifth kind, so that each kind and each way comes up several times. */
export function singleSettings(seed: number): Vector[] {
  const fake = createFake(seed + 500);
  return WAYS.flatMap(([path, write], way) =>
    KINDS.filter((_, kind) => (kind + way + seed) % 5 === 0).map(([kind, names, make]) => {
      const name = fake.random.pick(names.split(',')).split(' ');
      const value = make(fake);
      return {
        id: `${kind} alone in ${path}`,
        path: `src/${path}`,
        text: `${write({ name, value })}\n`,
        expected: [{ kind, value }],
      };
    }),
  );
}
