import { expect, it } from 'vitest';
import { createEngine } from '../../src/engine/engine';
import { planWholeFile, TOO_MANY } from '../../src/engine/file-fixes';
import { createModel } from '../../src/project/model';
import { noFiles } from '../../src/core/files';
import { createFake } from '../support/fake-secrets';

const fake = createFake(8);

const provider = (alias: string): string => `provider "azurerm" {
  features {}
  alias           = "${alias}"
  tenant_id       = "${fake.guid()}"
  client_id       = "${fake.guid()}"
  client_secret   = "${fake.entraClientSecret()}"
}
`;

it('says what is left of a file that has more changes than one run makes', async () => {
  const engine = createEngine();
  const document = { path: 'main.tf', text: ['a', 'b', 'c'].map(provider).join('') };
  const plan = (rounds: number) =>
    planWholeFile(
      document,
      () => true,
      async (one) => (await engine.scan(one)).findings,
      createModel(noFiles),
      rounds,
    );
  const some = await plan(2);
  expect(some.migrations).toHaveLength(2);
  expect(some.left.map(({ message }) => message)).toEqual([TOO_MANY]);
  const all = await plan(3);
  expect(all.migrations).toHaveLength(3);
  expect(all.left).toEqual([]);
});
