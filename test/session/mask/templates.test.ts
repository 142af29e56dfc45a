import { describe, expect, it } from 'vitest';
import { unifiedDiff } from '../../../src/cli/patch';
import { styleOf } from '../../../src/cli/style';
import { createEngine } from '../../../src/engine/engine';
import { masked } from '../../../src/session/mask/masked';
import { createFake } from '../../support/fake-secrets';
import { taintOf } from '../../support/taint';

const engine = createEngine();
/** Looks like a placeholder, and like nothing else that is known. */
const WEAK = 'SampleDb#Pass99x';
const OTHER = 'Winter!Castle77';
const SECRET = createFake(9).entraClientSecret();
const taint = taintOf([WEAK, OTHER, SECRET]);
const GUID = '11111111-2222-3333-4444-555555555555';

/** The lines that change, as migrate shows them: without those beside them. */
async function diff(path: string, text: string): Promise<string> {
  const plan = await engine.planFile({ path, text }, { fix: 'identity' });
  expect(plan.migrations).toHaveLength(1);
  const [before, after] = await masked(engine, path, text, plan.text);
  return unifiedDiff(path, before, after, false, 0, styleOf(false));
}

const provider = (line: string): string => `provider "azurerm" {
  features {}
  tenant_id       = "${GUID}"
  client_id       = "${GUID}"
${line}}
`;

describe('a diff of a template or a workflow', () => {
  it.each([
    `  client_secret   = "${SECRET}" # was ${OTHER}\n`,
    `  client_secret   = "${SECRET}" // formerly ${OTHER}\n`,
    `  client_secret   = var.client_secret # ${WEAK}\n`,
  ])('of Terraform shows no value, row %#', async (line) => {
    const shown = await diff('main.tf', provider(line));
    expect(shown).toContain('use_oidc');
    expect(taint(shown)).toBe(0);
  });

  it('shows references, and what people remark', async () => {
    const shown = await diff('main.tf', provider('  client_secret   = var.client_secret\n'));
    expect(shown).toContain('-  client_secret   = var.client_secret\n+  use_oidc        = true');
  });

  it('of a workflow shows no comment with a value', async () => {
    const text = `on: push
permissions:
  id-token: write
jobs:
  a:
    runs-on: ubuntu-latest
    steps:
      - uses: azure/login@v2
        with:
          creds: \${{ secrets.AZURE_CREDENTIALS }} # ${WEAK}
`;
    expect(taint(await diff('.github/workflows/a.yml', text))).toBe(0);
  });

  it.each([
    ['main.tf', `resource "a" "b" {\n  admin_password = "${WEAK}"\n  list = [\n    "${OTHER}",\n  ]\n}\n`],
    ['deploy.yml', `a:\n  b: |\n    password ${WEAK}\n    ${OTHER}==\n  c:\n    ${WEAK}\n`],
    ['x.parameters.json', `{"parameters": {"a": ["${WEAK}"], "b": {"value": "${OTHER}"}}}\n`],
    ['run.sh', `cat <<EOF\n${WEAK}\nEOF\ncurl -u me:${OTHER} x\n`],
  ])('%s: shows no value where all of it goes', async (path, text) => {
    expect(taint((await masked(engine, path, text, ''))[0])).toBe(0);
  });
});
