import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/core/edit';
import { english } from '../../../src/core/message';
import { createEngine } from '../../../src/engine/engine';
import { fake } from '../../support/fake-secrets';
import { stepTexts } from '../../support/steps';

const engine = createEngine();
const PATH = 'infra/main.tf';

async function migrated(text: string): Promise<string> {
  const plan = await engine.plan({ path: PATH, text }, 'all', 'identity');
  if (plan.kind === 'refusal') return `refused: ${plan.id}`;
  return applyEdits(text, plan.files[0]?.edits ?? []);
}

async function reasons(text: string): Promise<(string | null)[]> {
  const { findings } = await engine.scan({ path: PATH, text });
  return findings.map(({ fixes, refusal }) => (fixes.length > 0 ? 'fix' : (refusal?.id ?? null)));
}

const secret = fake.entraClientSecret();
const key = fake.storageKey();
const guid = '11111111-2222-3333-4444-555555555555';

const provider = (line: string, more = ''): string => `provider "azurerm" {
  features {}
  tenant_id       = "${guid}"
  subscription_id = "${guid}" # the sandbox
  client_id       = "${guid}"
${line}${more}}

resource "azurerm_resource_group" "main" {
  name     = "rg"
  location = "westeurope"
}
`;

const backend = (line: string): string => `terraform {
  backend "azurerm" {
    storage_account_name = "contosostate"
    container_name       = "tfstate"
    key                  = "prod.tfstate"
${line}  }
}
`;

describe('a provider of Terraform with client_secret', () => {
  it.each([
    ['a literal', `  client_secret   = "${secret}"\n`],
    ['a variable', '  client_secret   = var.client_secret\n'],
  ])('takes the token of the pipeline instead of %s', async (_, line) => {
    expect(await migrated(provider(line))).toBe(provider('  use_oidc        = true\n'));
  });

  it('keeps the comment on the line', async () => {
    expect(await migrated(provider(`  client_secret   = "${secret}" # rotate me\n`))).toBe(
      provider('  use_oidc        = true # rotate me\n'),
    );
  });

  it('drops the secret where use_oidc is set already', async () => {
    const oidc = '  use_oidc        = true\n';
    expect(await migrated(provider('  client_secret   = var.client_secret\n', oidc))).toBe(provider(oidc));
  });

  it.each([
    ['terraform-several-ways', provider('  client_secret   = var.client_secret\n', '  use_msi         = true\n')],
    [
      'terraform-provider-too-old',
      `terraform {\n  required_providers {\n    azurerm = {\n      source  = "hashicorp/azurerm"\n      version = "~> 2.99"\n    }\n  }\n}\n${provider('  client_secret   = var.client_secret\n')}`,
    ],
  ])('refuses (%s)', async (id, text) => {
    expect(await reasons(text)).toEqual([id]);
  });

  it.each([
    ['of another provider', provider('  client_secret   = var.s\n').replaceAll('"azurerm" {', '"okta" {')],
    ['of a resource', `resource "azurerm_api_management_identity_provider_aad" "a" {\n  client_secret = var.s\n}\n`],
    [
      'after a provider',
      `provider "azurerm" {\n  features {}\n}\n\nmodule "app" {\n  source        = "./app"\n  client_secret = var.s\n}\n`,
    ],
  ])('is silent about a client_secret %s', async (_, text) => {
    expect(await reasons(text)).toEqual([]);
  });

  it('says to rotate a literal, and what lets the pipeline in', async () => {
    const plan = await engine.plan(
      { path: PATH, text: provider(`  client_secret   = "${secret}"\n`) },
      'all',
      'identity',
    );
    const steps = plan.kind === 'migration' ? stepTexts(plan.steps).join('\n') : '';
    expect(steps).toContain('az ad app federated-credential create');
    expect(steps).toContain('treat it as leaked');
    expect(steps).not.toContain(secret);
    expect(plan.kind === 'migration' && english(plan.title)).toBe(
      'Sign in with OpenID Connect instead of client_secret',
    );
  });
});

describe('a backend of Terraform with a key', () => {
  it('opens the state with Microsoft Entra', async () => {
    const text = backend(`    access_key           = "${key}"\n`);
    expect(await migrated(text)).toBe(backend('    use_azuread_auth     = true\n'));
    const plan = await engine.plan({ path: PATH, text }, 'all', 'identity');
    const steps = plan.kind === 'migration' ? stepTexts(plan.steps).join('\n') : '';
    expect(steps).toContain('terraform init -reconfigure');
    expect(steps).toContain('Storage Blob Data Contributor');
  });

  it('is left alone elsewhere: a key of a resource has no such argument', async () => {
    const text = `resource "azurerm_linux_function_app" "a" {\n  storage_account_access_key = "${key}"\n}\n`;
    expect(await reasons(text)).not.toContain('fix');
  });
});

it('changes only the argument, whatever line ends and marks there are; a second run changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('', '\uFEFF'),
      fc.constantFrom('  ', '\t', '    '),
      fc.constantFrom(' ', '   '),
      async (end, mark, indent, space) => {
        const make = (line: string): string => mark + provider(`${indent}${line}\n`).replaceAll('\n', end);
        const result = await migrated(make(`client_secret${space}= var.secret // why`));
        expect(result).toBe(make(`${'use_oidc'.padEnd(13 + space.length)}= true // why`));
        expect(await migrated(result)).toBe('refused: nothing-to-do');
      },
    ),
    { numRuns: 24 },
  );
});
