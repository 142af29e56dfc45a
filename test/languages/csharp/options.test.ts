import { describe, expect, it } from 'vitest';
import { after, filled, findings, planned } from '../../support/across';
import { engineOver } from '../../support/engine-over';
import { stepTexts } from '../../support/steps';

const PATH = 'Shop/Assistant.cs';
const around = {
  'Shop/Shop.csproj': '<Project Sdk="Microsoft.NET.Sdk">\n</Project>\n',
  'Shop/appsettings.json':
    '{\n  "OpenAI": {\n    "Endpoint": "https://contoso.openai.azure.com",\n    "Key": "{{azure-openai-key}}"\n  },\n  "Key": "other"\n}\n',
};

const assistant = (members: string, client: string, usings = 'using Azure;\nusing Azure.AI.OpenAI;\n') => `using System;
${usings}using Microsoft.Extensions.Options;

namespace Shop;

public class Assistant
{
${members}

    public object Create() => ${client};
}
`;

const value = `    private readonly OpenAIOptions _options;

    public Assistant(IOptions<OpenAIOptions> options)
    {
        _options = options.Value;
    }`;
const injected = `    private readonly IOptions<OpenAIOptions> _options;

    public Assistant(IOptions<OpenAIOptions> options)
    {
        _options = options;
    }`;

describe('a key of an options class', () => {
  it.each([
    [
      'of which the constructor takes the value',
      value,
      'new AzureOpenAIClient(new Uri(_options.Endpoint), new AzureKeyCredential(_options.Key))',
      'new AzureOpenAIClient(new Uri(_options.Endpoint), new DefaultAzureCredential())',
    ],
    [
      'that is read at the use',
      injected,
      'new AzureOpenAIClient(new Uri(_options.Value.Endpoint), new AzureKeyCredential(_options.Value.Key!))',
      'new AzureOpenAIClient(new Uri(_options.Value.Endpoint), new DefaultAzureCredential())',
    ],
    [
      'of a class of settings',
      '    private readonly OpenAISettings _settings = new();',
      'new AzureOpenAIClient(new Uri(_settings.Endpoint), new AzureKeyCredential(_settings.Key ?? throw new InvalidOperationException("no key")))',
      'new AzureOpenAIClient(new Uri(_settings.Endpoint), new DefaultAzureCredential())',
    ],
    [
      'of a section that is handed in',
      '    private readonly IConfigurationSection _section;\n\n    public Assistant(IConfigurationSection section) => _section = section;',
      'new AzureOpenAIClient(new Uri(_section["Endpoint"]!), new AzureKeyCredential(_section["Key"]!))',
      'new AzureOpenAIClient(new Uri(_section["Endpoint"]!), new DefaultAzureCredential())',
    ],
  ])('goes, where the endpoint is beside it: %s', async (_title, members, before, expected) => {
    const files = filled({ ...around, [PATH]: assistant(members, before) });
    expect(await findings(files, PATH)).toEqual([expect.stringMatching(/^key-auth\/openai configuration \d+$/)]);
    const changed = await after(files, PATH);
    // Which setting fills the property is not known: no file of settings is touched.
    expect(changed).toMatchObject({ 'Shop/appsettings.json': files['Shop/appsettings.json'] });
    const text = (changed as Readonly<Record<string, string>>)[PATH] ?? '';
    expect(text).toContain(expected);
    expect(text).toContain('using Azure.Identity;');
    expect(text).not.toMatch(/^using Azure;$/m);
    const plan = await planned(files, PATH);
    if (plan?.kind !== 'migration') throw new Error('no migration');
    const steps = stepTexts(plan.steps).join('\n');
    expect(steps).toContain('The rewritten code no longer reads Key from its options.');
    expect(steps).not.toMatch(/delete the setting Key\b/);
    expect(plan.settings).toEqual({ added: [], removed: [] });
  });

  it.each([
    ['is needed to reach the account', value, 'new Azure.Storage.Blobs.BlobServiceClient(_options.ConnectionString)'],
    [
      'is tested elsewhere',
      value.replace(
        '= options.Value;',
        '= options.Value;\n        if (string.IsNullOrEmpty(options.Value.Key)) throw new InvalidOperationException();',
      ),
      'new AzureOpenAIClient(new Uri(_options.Endpoint), new AzureKeyCredential(_options.Key))',
    ],
    ['may be that of an emulator', value, 'new Microsoft.Azure.Cosmos.CosmosClient(_options.Endpoint, _options.Key)'],
  ])('stays, where it %s', async (_title, members, client) => {
    const usings = 'using Azure;\nusing Azure.AI.OpenAI;\nusing Azure.Storage.Blobs;\nusing Microsoft.Azure.Cosmos;\n';
    const files = filled({
      ...around,
      [PATH]: assistant(members, client.replace(/(?:\w+\.){3}(?=\w+Client)/, ''), usings),
    });
    expect(await after(files, PATH)).toBe('secret-from-options');
  });

  it.each(['UseManagedIdentity', 'AuthenticationType == "identity"', 'UseEntraId'])(
    'stays, where the options say how to authenticate: %s',
    async (property) => {
      const members = value.replace('= options.Value;', `= options.Value;\n        if (_options.${property}) Log();`);
      const client = 'new AzureOpenAIClient(new Uri(_options.Endpoint), new AzureKeyCredential(_options.Key))';
      const files = filled({ ...around, [PATH]: assistant(members, client) });
      expect(await after(files, PATH)).toBe('dual-path');
    },
  );
});

describe('a key of options of a package', () => {
  it.each([
    ['that is made with each build', '<GeneratePackageOnBuild>true</GeneratePackageOnBuild>', ' library-key'],
    ['that has a name', '<PackageId>Contoso.Shop</PackageId>', ' library-key'],
    ['that nobody packs', '<PackageId>Contoso.Shop</PackageId><IsPackable>false</IsPackable>', 'identity'],
    ['that does not say it is one', '', 'identity'],
  ])('%s', async (_, properties, expected) => {
    const files = filled({
      ...around,
      'Shop/Shop.csproj': `<Project Sdk="Microsoft.NET.Sdk">\n<PropertyGroup>${properties}</PropertyGroup>\n</Project>\n`,
      [PATH]: assistant(
        value,
        'new AzureOpenAIClient(new Uri(_options.Endpoint), new AzureKeyCredential(_options.Key))',
      ),
    });
    const { findings: found } = await engineOver(files).scan({ path: PATH, text: files[PATH] ?? '' });
    expect(found.map(({ fixes, refusal }) => [fixes[0]?.kind, refusal?.id].join(' ').trimEnd())).toEqual([expected]);
  });
});
