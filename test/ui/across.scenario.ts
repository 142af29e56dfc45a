import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { byCommandLine } from './command-line';
import type { Scenario } from './driver';

const CHANGED = ['src/archive.ts', 'src/connections.ts', 'package.json', '.env.example'];

const CONNECTIONS = `export const archiveConnection = process.env.ARCHIVE_CONNECTION_STRING ?? '';
`;

const ARCHIVE = `import { QueueServiceClient } from '@azure/storage-queue';
import { archiveConnection } from './connections';

export const archive = QueueServiceClient.fromConnectionString(archiveConnection);
`;

const startUp = (connection: string): string => `import { BlobServiceClient } from '@azure/storage-blob';

const photos = BlobServiceClient.fromConnectionString(
  '${connection}',
);
await photos.getProperties();
`;

export const scenario: Scenario = {
  title: 'A secret of another file, and one that stays in Key Vault',
  async run(person) {
    const write = (name: string, text: string): void => {
      writeFileSync(path.join(person.workspace, name), text);
    };
    write('src/connections.ts', CONNECTIONS);
    write('src/archive.ts', ARCHIVE);
    write('.env.example', `${person.fileText('.env.example')}ARCHIVE_CONNECTION_STRING=\n`);
    const before = new Map(CHANGED.map((file) => [file, person.fileText(file)]));
    const identity = byCommandLine(person.workspace, 'src/archive.ts', CHANGED);

    await person.step('the light bulb offers the identity where another file reads the setting', async () => {
      await person.openFile('src/archive.ts');
      const titles = await person.codeActions('QueueServiceClient.from', 'info');
      assert.equal(titles[0], 'Use DefaultAzureCredential for Azure Queue Storage');
      await person.screenshot('across quick fix');
    });

    await person.step(
      'the fix changes both files, the manifest and the settings as the command line does',
      async () => {
        await person.chooseCodeAction('Use DefaultAzureCredential for Azure Queue Storage');
        await person.saveAll();
        for (const [file, text] of identity) {
          assert.notEqual(text, before.get(file), `${file} changes`);
          await person.waitForFile(file, text);
        }
        await person.screenshot('across fixed');
      },
    );

    await person.step('one undo brings both files back', async () => {
      await person.openFile('src/archive.ts');
      await person.undo();
      await person.saveAll();
      for (const [file, text] of before) await person.waitForFile(file, text);
    });

    await person.step('a hardcoded secret is loaded from Key Vault where the module waits anyway', async () => {
      const connection = /'(DefaultEndpoints[^']+)'/.exec(person.fileText('src/upload.ts'))?.[1] ?? '';
      const key = /AccountKey=([^;]+);/.exec(connection)?.[1] ?? '';
      assert.equal(key.length, 88);
      write('src/start.ts', startUp(connection));
      const changed = ['src/start.ts', 'package.json'];
      const kept = byCommandLine(person.workspace, 'src/start.ts', changed, ['--to', 'key-vault-client']);
      await person.openFile('src/start.ts');
      const titles = await person.codeActions(key);
      assert.deepEqual(
        titles.filter((title) => title.startsWith('Keep')).map((title) => title.replace(/ [A-Z_]+$/, '')),
        [
          'Keep the secret in Key Vault and read the setting',
          'Keep the secret in Key Vault and load it once at start-up',
        ],
      );
      await person.screenshot('vault quick fix');
      await person.chooseCodeAction('load it once at start-up');
      await person.saveAll();
      for (const [file, text] of kept) {
        assert.ok(!text.includes(key));
        await person.waitForFile(file, text);
      }
      assert.match(person.fileText('src/start.ts'), /new SecretClient\(/);
      await person.waitForSquiggles([]);
      await person.screenshot('vault fixed');
    });
  },
};
