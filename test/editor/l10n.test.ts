import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exportBundle } from '../../scripts/export-l10n.mjs';

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('texts for people', () => {
  it('are all in the bundle for translators', () => {
    const current = readFileSync('l10n/bundle.l10n.json', 'utf8') === exportBundle();
    expect(current, 'npm run l10n').toBe(true);
  });

  it('of the manifest stand in package.nls.json, each of them used', () => {
    const used = [...readFileSync('package.json', 'utf8').matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key);
    expect([...new Set(used)].sort()).toEqual(Object.keys(json('package.nls.json') as object).sort());
  });

  it('name only commands that exist, in links too', () => {
    const { contributes } = json('package.json') as { contributes: { commands: { command: string }[] } };
    const known = contributes.commands.map(({ command }) => command);
    const sources = readdirSync('src/editor').filter((name) => name.endsWith('.ts'));
    const texts = ['package.nls.json', ...sources.map((name) => `src/editor/${name}`)].map((file) =>
      readFileSync(file, 'utf8'),
    );
    const linked = texts.flatMap((text) =>
      [...text.matchAll(/command:(secretless\.\w+)/g)].map(([, command]) => command),
    );
    expect(linked.length).toBeGreaterThan(3);
    for (const command of linked) expect(known).toContain(command);
  });
});
