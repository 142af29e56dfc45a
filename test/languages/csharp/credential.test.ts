import { describe, expect, it } from 'vitest';
import { implicitUsings } from '../../support/dotnet-project';
import { engineWith } from '../../support/engine-over';
import { edited } from '../../support/migrated';

const engine = engineWith(implicitUsings.files);

const HEAD = 'using Azure.Data.Tables;\nusing Azure.Storage.Blobs;\nusing Azure.Storage.Queues;\n\n';

/** The code below the usings after all migrations. */
async function after(code: string, head = HEAD): Promise<string> {
  const document = { path: 'Program.cs', text: head + code };
  const plan = await engine.plan(document, 'all', 'identity');
  if (plan.kind === 'refusal') throw new Error(plan.id);
  return edited(document, plan)
    .replace(/^(?:using .*\n)+\n?/, '')
    .replace(/new Uri\([^\n]*?"\]!?\)/g, 'URI')
    .replace(/new DefaultAzureCredential\(\)/g, 'NEW');
}

const BLOB = 'new BlobServiceClient(config["S"])';
const QUEUE = 'new QueueServiceClient(config["S"])';
const TABLE = 'new TableServiceClient(config["S"])';
const done = (code: string, credential: string): string =>
  code.replace(/(new \w+Client)\(config\["S"\]\)/g, `$1(URI, ${credential})`);

describe('the credential that several clients share stands', () => {
  it.each<[string, string, string]>([
    [
      'above the first in the text',
      `f(${QUEUE});\nf(${BLOB});\n`,
      `var credential = NEW;\nf(${QUEUE});\nf(${BLOB});\n`,
    ],
    [
      'above a lambda that comes first',
      `g(_ => { return ${TABLE}; });\nf(${BLOB});\nf(${BLOB});\n`,
      `var credential = NEW;\ng(_ => { return ${TABLE}; });\nf(${BLOB});\nf(${BLOB});\n`,
    ],
    [
      'above the calls of local functions',
      `f(0);\nB();\nA();\nvoid A()\n{\n    f(${BLOB});\n}\nvoid B() => f(${QUEUE});\n`,
      `f(0);\nvar credential = NEW;\nB();\nA();\nvoid A()\n{\n    f(${BLOB});\n}\nvoid B() => f(${QUEUE});\n`,
    ],
    [
      'above the call of a function that calls one',
      `var x = C;\nf(${BLOB});\nint C() { A(); return 1; }\nvoid A() { f(${QUEUE}); }\n`,
      `var credential = NEW;\nvar x = C;\nf(${BLOB});\nint C() { A(); return 1; }\nvoid A() { f(${QUEUE}); }\n`,
    ],
    [
      'in the function itself that has them all',
      `A();\nvoid A()\n{\n    f(${BLOB});\n    f(${QUEUE});\n}\n`,
      `A();\nvoid A()\n{\n    var credential = NEW;\n    f(${BLOB});\n    f(${QUEUE});\n}\n`,
    ],
    [
      'outside of a loop',
      `foreach (var x in xs)\n{\n    f(${BLOB});\n    while (x) f(${QUEUE});\n}\n`,
      `var credential = NEW;\nforeach (var x in xs)\n{\n    f(${BLOB});\n    while (x) f(${QUEUE});\n}\n`,
    ],
    [
      'above a switch, whatever section comes first',
      `switch (x)\n{\n    case 1:\n        f(${QUEUE});\n        break;\n    default:\n        f(${BLOB});\n        break;\n}\n`,
      `var credential = NEW;\nswitch (x)\n{\n    case 1:\n        f(${QUEUE});\n        break;\n    default:\n        f(${BLOB});\n        break;\n}\n`,
    ],
    [
      'above a label, and above the goto that leads to it',
      `f(0);\nif (x) goto end;\nf(${BLOB});\nend: f(${QUEUE});\n`,
      `f(0);\nvar credential = NEW;\nif (x) goto end;\nf(${BLOB});\nend: f(${QUEUE});\n`,
    ],
    [
      'above a condition without braces',
      `if (x) f(${QUEUE});\nelse f(${BLOB});\n`,
      `var credential = NEW;\nif (x) f(${QUEUE});\nelse f(${BLOB});\n`,
    ],
    [
      'in the code itself where it runs later and alone',
      `A();\nobject A() => ${BLOB};\n`,
      `A();\nobject A() => ${done(BLOB, 'NEW')};\n`,
    ],
  ])('%s', async (_, code, expected) => {
    expect(await after(code)).toBe(done(expected, 'credential'));
  });

  it('in each static function of its own', async () => {
    const code = `static void A()\n{\n    f(${BLOB});\n    f(${QUEUE});\n}\nstatic void B() => `;
    expect(await after(`${code}f(${TABLE});\n`)).toBe(
      `${done(code.replace('{\n', '{\n    var credential = NEW;\n'), 'credential')}f(${done(TABLE, 'NEW')});\n`,
    );
  });

  it('below the usings of a program that has none', async () => {
    const code = `// Uploads.\nvar a = new Azure.Storage.Blobs.BlobServiceClient(config["S"]);\n`;
    const document = { path: 'Program.cs', text: code };
    const plan = await engine.plan(document, 'all', 'identity');
    expect(plan.kind === 'migration' && edited(document, plan)).toBe(
      `using Azure.Identity;\n\nvar credential = new DefaultAzureCredential();\n// Uploads.\nvar a = new Azure.Storage.Blobs.BlobServiceClient(new Uri(config["AZURE_STORAGEBLOB_RESOURCEENDPOINT"]!), credential);\n`,
    );
  });

  it('once, when the next secret of the method comes above it', async () => {
    const code = `class A\n{\n    void M()\n    {\n        f(new QueueServiceClient(config["Q"]));\n\n        f(new BlobServiceClient(config["B"]));\n    }\n}\n`;
    expect(await after(code)).toBe(
      `class A\n{\n    void M()\n    {\n        var credential = NEW;\n        f(new QueueServiceClient(URI, credential));\n\n        f(new BlobServiceClient(URI, credential));\n    }\n}\n`,
    );
  });
});

describe('a credential that is there serves', () => {
  const FIELD = 'readonly TokenCredential _credential = new AzureCliCredential();';
  const IDENTITY = 'using Azure.Core;\nusing Azure.Identity;\nusing Azure.Storage.Blobs;\n\n';
  it.each<[string, string, string]>([
    ['a method of the class', `class A { ${FIELD} object M() => ${BLOB}; }\n`, '_credential'],
    ['a lambda of the class', `class A { ${FIELD} object M() => g(() => ${BLOB}); }\n`, '_credential'],
    ['not a class within', `class A { ${FIELD} class B { object M() => ${BLOB}; } }\n`, 'NEW'],
    [
      'a class within, when it is static',
      `class A { static ${FIELD} class B { object M() => ${BLOB}; } }\n`,
      '_credential',
    ],
    ['not a static method', `class A { ${FIELD} static object M() => ${BLOB}; }\n`, 'NEW'],
    ['not another field', `class A { ${FIELD} object M = ${BLOB}; }\n`, 'NEW'],
    ['not the base class', `class A : B { ${FIELD} A() : base(${BLOB}) { } }\n`, 'NEW'],
    ['not a lambda of a struct', `struct A { ${FIELD} object M() => g(() => ${BLOB}); }\n`, 'NEW'],
    ['a parameter', `class A { object M(TokenCredential c) => ${BLOB}; }\n`, 'c'],
    ['not before it is given out', `class A { object M(out TokenCredential c) => ${BLOB}; }\n`, 'NEW'],
    ['not by reference in a lambda', `class A { object M(in TokenCredential c) => g(() => ${BLOB}); }\n`, 'NEW'],
    ['a parameter of the primary constructor', `class A(TokenCredential c) { object M() => ${BLOB}; }\n`, 'c'],
    ['the value of a field from there', `class A(TokenCredential c) { object M = ${BLOB}; }\n`, 'c'],
    ['not a static member', `class A(TokenCredential c) { static object M() => ${BLOB}; }\n`, 'NEW'],
    ['not a static lambda', `var c = new AzureCliCredential();\ng(static () => ${BLOB});\n`, 'NEW'],
    [
      'not a local function that is called above',
      `F();\nvar c = new AzureCliCredential();\nobject F() => ${BLOB};\n`,
      'NEW',
    ],
    ['a local function that is called below', `var c = new AzureCliCredential();\nF();\nobject F() => ${BLOB};\n`, 'c'],
  ])('%s', async (_, code, credential) => {
    expect(await after(code, IDENTITY)).toBe(done(code, credential));
  });
});
