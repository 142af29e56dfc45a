import { expect, it } from 'vitest';
import { createFake } from '../support/fake-secrets';
import { engineOver } from '../support/engine-over';
import { editedOrNull } from '../../src/core/edit';

const connection = createFake(4).serviceBusConnectionString({});

it.each([
  [
    'send.js',
    `const { ServiceBusClient } = require("@azure/service-bus");\r\rconst client = new ServiceBusClient("${connection}");\rmodule.exports = { client };\r`,
  ],
  [
    'send.ts',
    `import { ServiceBusClient } from "@azure/service-bus";\r// secretless\rif (true) {\r  const client = new ServiceBusClient(process.env.SB!);\r}\r`,
  ],
  [
    'Worker.cs',
    `using Azure.Messaging.ServiceBus;\r\rclass Worker\r{\r    void Run()\r    {\r        var client = new ServiceBusClient("${connection}");\r    }\r}\r`,
  ],
])('%s: a file whose lines end with CR keeps them, and is edited as one with LF is', async (path, text) => {
  const [old, fresh] = [engineOver({ [path]: text }), engineOver({ [path]: text.replaceAll('\r', '\n') })];
  const plan = await old.planFile({ path, text }, { fix: 'identity' });
  const expected = await fresh.planFile({ path, text: text.replaceAll('\r', '\n') }, { fix: 'identity' });
  expect(expected.text).toContain('DefaultAzureCredential');
  expect(plan.text).toBe(expected.text.replaceAll('\n', '\r'));
  const own = plan.files.find((file) => file.path === path);
  expect(own?.basis.is(text)).toBe(true);
  expect(editedOrNull(text, own?.edits ?? [])).toBe(plan.text);
});
