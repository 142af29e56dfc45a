/** Settings and constants as they are written in code and configuration: each format takes names as words. */
export interface Setting {
  /** `['azure', 'openai', 'api', 'key']` */
  readonly name: readonly string[];
  readonly value: string;
}

export interface Format {
  readonly id: string;
  readonly path: string;
  /** Code or configuration. */
  readonly family: 'code' | 'config';
  readonly write: (settings: readonly Setting[]) => string;
  /** How the format writes a value, where it is not as it is. */
  readonly encode?: (value: string) => string;
}

const upper = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
export const pascal = ({ name }: Setting): string => name.map(upper).join('');
export const camel = (setting: Setting): string => pascal(setting).replace(/^./, (first) => first.toLowerCase());
export const snake = ({ name }: Setting): string => name.join('_');
export const screaming = (setting: Setting): string => snake(setting).toUpperCase();
export const kebab = ({ name }: Setting): string => name.join('-');
export const dotted = ({ name }: Setting): string => name.join('.');

const lines = (settings: readonly Setting[], write: (setting: Setting, index: number) => string): string =>
  settings.map(write).join('\n') + '\n';

const xml = (value: string): string => value.replace(/&/g, '&amp;').replace(/"/g, '&quot;').replace(/</g, '&lt;');
const base64 = (value: string): string => Buffer.from(value).toString('base64');

const code = (id: string, path: string, write: Format['write']): Format => ({ id, path, family: 'code', write });
const config = (id: string, path: string, write: Format['write'], encode?: Format['encode']): Format => ({
  id,
  path,
  family: 'config',
  write,
  ...(encode === undefined ? {} : { encode }),
});

export const formats: readonly Format[] = [
  code(
    'typescript',
    'src/app.ts',
    (all) => `import { run } from './run';\n${lines(all, (s) => `const ${camel(s)} = '${s.value}';`)}run();\n`,
  ),
  code(
    'typescript object',
    'src/config.ts',
    (all) => `export const config = {\n${lines(all, (s) => `  ${camel(s)}: "${s.value}",`)}};\n`,
  ),
  code('typescript fallback', 'src/env.ts', (all) =>
    lines(all, (s) => `export const ${camel(s)} = process.env.${screaming(s)} || '${s.value}';`),
  ),
  code('typescript typed', 'src/typed.ts', (all) =>
    lines(all, (s) => `export const ${camel(s)}: string = "${s.value}";`),
  ),
  code('javascript environment', 'setup.js', (all) => lines(all, (s) => `process.env.${screaming(s)} = '${s.value}';`)),
  code('javascript template', 'lib/a.mjs', (all) => lines(all, (s) => `let ${camel(s)} = \`${s.value}\``)),
  code('python', 'app/main.py', (all) => `import os\n\n${lines(all, (s) => `${screaming(s)} = "${s.value}"`)}`),
  code(
    'python environment',
    'app/conf.py',
    (all) => `import os\n${lines(all, (s) => `os.environ["${screaming(s)}"] = '${s.value}'`)}`,
  ),
  code('python fallback', 'app/settings.py', (all) =>
    lines(all, (s) => `${snake(s)} = os.getenv("${screaming(s)}", "${s.value}")`),
  ),
  code('python dict', 'app/d.py', (all) => `CONFIG = {\n${lines(all, (s) => `    "${snake(s)}": "${s.value}",`)}}\n`),
  code(
    'csharp',
    'Program.cs',
    (all) =>
      `public class Settings\n{\n${lines(all, (s) => `    private const string ${pascal(s)} = "${s.value}";`)}}\n`,
  ),
  code('csharp verbatim', 'Startup.cs', (all) => lines(all, (s) => `var ${camel(s)} = @"${s.value}";`)),
  code('csharp property', 'Options.cs', (all) =>
    lines(all, (s) => `public string ${pascal(s)} { get; set; } = "${s.value}";`),
  ),
  code('csharp fallback', 'Env.cs', (all) =>
    lines(all, (s) => `var ${camel(s)} = Environment.GetEnvironmentVariable("${screaming(s)}") ?? "${s.value}";`),
  ),
  code(
    'java',
    'src/main/java/App.java',
    (all) => `class App {\n${lines(all, (s) => `    private static final String ${screaming(s)} = "${s.value}";`)}}\n`,
  ),
  code('java property', 'src/main/java/P.java', (all) =>
    lines(all, (s) => `        System.setProperty("${dotted(s)}", "${s.value}");`),
  ),
  code('java value', 'src/main/java/V.java', (all) =>
    lines(all, (s) => `    @Value("\${${dotted(s)}:${s.value}}")\n    private String ${camel(s)};`),
  ),
  code('go', 'main.go', (all) => `package main\n\n${lines(all, (s) => `const ${camel(s)} = "${s.value}"`)}`),
  code('go short', 'cmd/run.go', (all) => `func run() {\n${lines(all, (s) => `\t${camel(s)} := "${s.value}"`)}}\n`),
  code('go setenv', 'run_test.go', (all) => lines(all, (s) => `\tos.Setenv("${screaming(s)}", "${s.value}")`)),
  code('kotlin', 'App.kt', (all) => lines(all, (s) => `private const val ${screaming(s)}: String = "${s.value}"`)),
  code('php', 'config.php', (all) => `<?php\nreturn [\n${lines(all, (s) => `    '${snake(s)}' => '${s.value}',`)}];\n`),
  code(
    'php define',
    'wp-config.php',
    (all) => `<?php\n${lines(all, (s) => `define('${screaming(s)}', '${s.value}');`)}`,
  ),
  code('ruby', 'config.rb', (all) => lines(all, (s) => `${screaming(s)} = '${s.value}'.freeze`)),
  code('ruby hash', 'app.rb', (all) => `OPTIONS = {\n${lines(all, (s) => `  ${snake(s)}: '${s.value}',`)}}\n`),
  code('rust', 'src/main.rs', (all) => lines(all, (s) => `const ${screaming(s)}: &str = "${s.value}";`)),
  code('rust let', 'src/lib.rs', (all) => lines(all, (s) => `    let ${snake(s)} = "${s.value}".to_string();`)),
  code('shell', 'deploy.sh', (all) => `#!/bin/bash\n${lines(all, (s) => `export ${screaming(s)}="${s.value}"`)}`),
  code('shell single', 'run.sh', (all) => lines(all, (s) => `${screaming(s)}='${s.value}'`)),
  code('powershell', 'deploy.ps1', (all) => lines(all, (s) => `$env:${screaming(s)} = "${s.value}"`)),
  code('powershell variable', 'vars.ps1', (all) => lines(all, (s) => `$${camel(s)} = '${s.value}'`)),
  code('sql comment', 'load.sql', (all) => lines(all, (s) => `-- ${camel(s)} = '${s.value}'`)),
  config('dotenv', '.env', (all) => lines(all, (s) => `${screaming(s)}=${s.value}`)),
  config('dotenv quoted', '.env.local', (all) => lines(all, (s) => `${screaming(s)}="${s.value}"`)),
  config('json', 'appsettings.json', (all) =>
    JSON.stringify({ Values: Object.fromEntries(all.map((s) => [pascal(s), s.value])) }, null, 2),
  ),
  config('json flat', 'local.settings.json', (all) =>
    JSON.stringify({ IsEncrypted: false, Values: Object.fromEntries(all.map((s) => [screaming(s), s.value])) }),
  ),
  config(
    'json escaped',
    'a.json',
    (all) => `{\n${all.map((s) => `  "${camel(s)}": "${s.value}"`).join(',\n')}\n}\n`,
    (value) => value.replace(/\+/g, '\\u002B').replace(/&/g, '\\u0026'),
  ),
  config('json name and value', 'env.json', (all) =>
    JSON.stringify(
      all.map((s) => ({ name: screaming(s), value: s.value, slotSetting: false })),
      null,
      1,
    ),
  ),
  config('yaml', 'config.yaml', (all) => `app:\n${lines(all, (s) => `  ${camel(s)}: ${s.value}`)}`),
  config('yaml quoted', 'values.yml', (all) => `env:\n${lines(all, (s) => `  ${screaming(s)}: "${s.value}"`)}`),
  config(
    'kubernetes',
    'deployment.yaml',
    (all) =>
      `spec:\n  containers:\n  - env:\n${lines(all, (s) => `    - name: ${screaming(s)}\n      value: "${s.value}"`)}`,
  ),
  config(
    'compose',
    'docker-compose.yml',
    (all) => `services:\n  web:\n    environment:\n${lines(all, (s) => `      - ${screaming(s)}=${s.value}`)}`,
  ),
  config('properties', 'application.properties', (all) => lines(all, (s) => `${dotted(s)}=${s.value}`)),
  config(
    'xml add',
    'web.config',
    (all) => `<appSettings>\n${lines(all, (s) => `  <add key="${pascal(s)}" value="${s.value}" />`)}</appSettings>\n`,
    xml,
  ),
  config(
    'xml element',
    'settings.xml',
    (all) => `<settings>\n${lines(all, (s) => `  <${pascal(s)}>${s.value}</${pascal(s)}>`)}</settings>\n`,
    xml,
  ),
  config('toml', 'config.toml', (all) => `[azure]\n${lines(all, (s) => `${snake(s)} = "${s.value}"`)}`),
  config('ini', 'settings.ini', (all) => `[azure]\n${lines(all, (s) => `${snake(s)} = ${s.value}`)}`),
  config('terraform', 'main.tf', (all) => `locals {\n${lines(all, (s) => `  ${snake(s)} = "${s.value}"`)}}\n`),
  config('terraform variable', 'variables.tf', (all) =>
    lines(all, (s) => `variable "${snake(s)}" {\n  type    = string\n  default = "${s.value}"\n}`),
  ),
  config('tfvars', 'prod.tfvars', (all) => lines(all, (s) => `${snake(s)} = "${s.value}"`)),
  config('bicep', 'main.bicep', (all) => lines(all, (s) => `param ${camel(s)} string = '${s.value}'`)),
  config(
    'bicep setting',
    'app.bicep',
    (all) =>
      `appSettings: [\n${lines(all, (s) => `  {\n    name: '${screaming(s)}'\n    value: '${s.value}'\n  }`)}]\n`,
  ),
  config('arm', 'azuredeploy.json', (all) =>
    JSON.stringify(
      { parameters: Object.fromEntries(all.map((s) => [camel(s), { type: 'string', defaultValue: s.value }])) },
      null,
      2,
    ),
  ),
  config('arm parameters', 'azuredeploy.parameters.json', (all) =>
    JSON.stringify({ parameters: Object.fromEntries(all.map((s) => [camel(s), { value: s.value }])) }, null, 2),
  ),
  config('dockerfile', 'Dockerfile', (all) => `FROM node:20\n${lines(all, (s) => `ENV ${screaming(s)}=${s.value}`)}`),
  config(
    'dockerfile space',
    'docker/Dockerfile',
    (all) => `FROM node:20\n${lines(all, (s) => `ENV ${screaming(s)} "${s.value}"`)}`,
  ),
  config(
    'workflow',
    '.github/workflows/ci.yml',
    (all) => `jobs:\n  build:\n    env:\n${lines(all, (s) => `      ${screaming(s)}: ${s.value}`)}`,
  ),
  config(
    'pipeline',
    'azure-pipelines.yml',
    (all) => `variables:\n${lines(all, (s) => `  - name: ${camel(s)}\n    value: ${s.value}`)}`,
  ),
  config('http', 'api.http', (all) => lines(all, (s) => `@${camel(s)} = ${s.value}`)),
  config(
    'markdown',
    'README.md',
    (all) => `# Setup\n\n\`\`\`bash\n${lines(all, (s) => `export ${screaming(s)}="${s.value}"`)}\`\`\`\n`,
  ),
  config('notebook', 'demo.ipynb', (all) =>
    JSON.stringify({ cells: [{ cell_type: 'code', source: all.map((s) => `${snake(s)} = '${s.value}'\n`) }] }, null, 1),
  ),
  config(
    'kubernetes secret',
    'secret.yaml',
    (all) =>
      `apiVersion: v1\nkind: Secret\nmetadata:\n  name: app\nstringData:\n${lines(all, (s) => `  ${kebab(s)}: "${s.value}"`)}`,
  ),
];

/** A Kubernetes Secret with its values in base64. */
export const kubernetesSecret = (settings: readonly Setting[]): string =>
  `apiVersion: v1\nkind: Secret\nmetadata:\n  name: app\ntype: Opaque\ndata:\n${lines(settings, (s) => `  ${kebab(s)}: ${base64(s.value)}`)}`;
