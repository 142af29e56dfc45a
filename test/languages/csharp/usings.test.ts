import { describe, expect, it } from 'vitest';
import type { ProjectContext } from '../../../src/languages/contract/language';
import { implicitUsings, noImplicitUsings } from '../../support/dotnet-project';
import { engineWith } from '../../support/engine-over';
import { edited } from '../../support/migrated';

async function after(text: string, project?: ProjectContext): Promise<string> {
  const document = { path: 'A.cs', text };
  const plan = await engineWith(project?.files ?? []).plan(document, 'all', 'identity');
  if (plan.kind === 'refusal') throw new Error(plan.id);
  return edited(document, plan);
}

/** The directives of a file after its migrations, and what is around them. */
const usings = async (text: string, project?: ProjectContext): Promise<string> =>
  (await after(text.includes('{\n') || text.includes('{\r\n') ? `${text}}` : text, project)).replace(
    /\s*class [^]*/,
    '',
  );

/** A class with a key credential that goes. */
const KEY =
  'class A { object M(IConfiguration c) => new TextAnalyticsClient(new Uri(c["E"]), new AzureKeyCredential(c["K"])); }\n';
/** A class with a connection string. */
const BLOB = 'class A { object M(IConfiguration c) => new BlobServiceClient(c["S"]); }\n';

describe('a using that goes and one that comes', () => {
  it.each<[string, string, string]>([
    [
      'the last one',
      'using System;\nusing Azure.AI.TextAnalytics;\nusing Azure;\n\n',
      'using System;\nusing Azure.AI.TextAnalytics;\nusing Azure.Identity;',
    ],
    [
      'the only one',
      'using Azure;\n\nnamespace Azure.AI.TextAnalytics;\n',
      'using Azure.Identity;\n\nnamespace Azure.AI.TextAnalytics;',
    ],
    [
      'within a namespace',
      'namespace N\n{\n    using System;\n    using Azure.AI.TextAnalytics;\n    using Azure;\n\n    ',
      'namespace N\n{\n    using System;\n    using Azure.AI.TextAnalytics;\n    using Azure.Identity;',
    ],
    [
      'the first one within a namespace',
      'namespace N\n{\n    using Azure;\n    using Azure.AI.TextAnalytics;\n    using System;\n\n    ',
      'namespace N\n{\n    using Azure.AI.TextAnalytics;\n    using Azure.Identity;\n    using System;',
    ],
    [
      'with a comment behind it',
      'using System;\nusing Azure.AI.TextAnalytics; // language\nusing Azure;\n',
      'using System;\nusing Azure.AI.TextAnalytics; // language\nusing Azure.Identity;',
    ],
  ])('%s', async (_, before, expected) => {
    expect(await usings(before + KEY)).toBe(expected);
    const crlf = (text: string) => text.replaceAll('\n', '\r\n');
    expect(await usings(crlf(before + KEY))).toBe(crlf(expected));
  });
});

describe('a using that comes', () => {
  it.each<[string, string, string]>([
    [
      'clear of #if',
      'using System;\n#if NET462\nusing Azure.Core;\n#endif\nusing Azure.Storage.Blobs;\n',
      'using System;\n#if NET462\nusing Azure.Core;\n#endif\nusing Azure.Identity;\nusing Azure.Storage.Blobs;',
    ],
    [
      'above an alias and behind what is global',
      'global using System;\nusing Blobs = Azure.Storage.Blobs;\nusing Azure.Storage.Blobs;\n',
      'global using System;\nusing Blobs = Azure.Storage.Blobs;\nusing Azure.Identity;\nusing Azure.Storage.Blobs;',
    ],
    [
      'at the top, when the namespace is the code itself',
      '// Licence: MIT\n\nnamespace Azure.Storage.Blobs;\n\n',
      '// Licence: MIT\n\nusing System;\nusing Azure.Identity;\n\nnamespace Azure.Storage.Blobs;',
    ],
    [
      'by its whole name where a part of the namespace is called so',
      'using System;\n\nnamespace Contoso.Azure\n{\n    using global::Azure.Storage.Blobs;\n\n    ',
      'using System;\nusing Azure.Identity;\n\nnamespace Contoso.Azure\n{\n    using global::Azure.Storage.Blobs;',
    ],
  ])('%s', async (_, before, expected) => {
    expect(await usings(before + BLOB)).toBe(expected);
  });

  it('goes above the documentation of a class', async () => {
    const text = `/// <summary>A store.</summary>\n${BLOB.replace('new Blob', 'new Azure.Storage.Blobs.Blob')}`;
    expect(await usings(text)).toBe('using System;\nusing Azure.Identity;\n\n/// <summary>A store.</summary>');
  });
});

describe('System is in sight', () => {
  const HEAD = 'using Azure.Storage.Blobs;\n\n';
  const within = (code: string): string => `${HEAD}namespace N;\n\n${BLOB.replace(' }\n', ` ${code} }\n`)}`;
  it.each<[string, string, ProjectContext | undefined]>([
    ['by a using', `using System;\n${within('')}`, undefined],
    ['by the project', within(''), implicitUsings],
    [
      'as the code shows: the environment',
      within('string S => Environment.GetEnvironmentVariable("S");'),
      noImplicitUsings,
    ],
    ['as the code shows: an exception', within('void T() => throw new InvalidOperationException("S");'), undefined],
  ])('%s', async (_, text, project) => {
    const result = await after(text, project);
    expect(result).toContain('new Uri(');
    expect(result.match(/using System;/g) ?? []).toHaveLength(text.includes('using System;') ? 1 : 0);
  });

  it.each<[string, string]>([
    ['by a namespace without braces', within('')],
    ['by a comment', within('/* Environment.GetEnvironmentVariable("S") */')],
    ['by a property of that name', within('IEnv Environment { get; } object T() => Environment.NewLine;')],
    ['by its whole name', within('string S => System.Environment.GetEnvironmentVariable("S");')],
    ['by statements at the top', `${HEAD}var a = new BlobServiceClient(builder.Configuration["S"]);\n`],
  ])('not %s', async (_, text) => {
    for (const project of [undefined, noImplicitUsings])
      expect(await after(text, project)).toContain('using System;\n');
  });

  it('not by a member called Uri: then the type has its whole name', async () => {
    const result = await after(within('object T(BlobClient b) => b.Uri;'), noImplicitUsings);
    expect(result).toContain('new System.Uri(');
    expect(result).not.toContain('using System;');
  });
});
