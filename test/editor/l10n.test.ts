import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/core/message';
import { english } from '../../src/core/message';
import { explainSubject, hosts } from '../../src/guide/explain';
import { renderDecision } from '../../src/guide/render-decision';
import { governanceHtml } from '../../src/guide/render-governance';
import { renderHtml } from '../../src/guide/render-html';
import { services } from '../../src/services';
import { exportBundle } from '../../scripts/export-l10n.mjs';

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

describe('texts for people', () => {
  it('are all in the bundle for translators', async () => {
    const current = readFileSync('l10n/bundle.l10n.json', 'utf8') === (await exportBundle());
    expect(current, 'npm run l10n').toBe(true);
  });

  it('of the manifest stand in package.nls.json, each of them used', () => {
    const used = [...readFileSync('package.json', 'utf8').matchAll(/"%([\w.-]+)%"/g)].map(([, key]) => key);
    expect([...new Set(used)].sort()).toEqual(Object.keys(json('package.nls.json') as object).sort());
  });

  it('are all there in German, with the same places and links', () => {
    const placesIn = (text: string) =>
      [...text.matchAll(/\{\w+\}|<[a-z][a-z0-9-]*>|\(command:[^)]*\)/g)].map(String).sort();
    for (const [first, second] of [
      ['l10n/bundle.l10n.json', 'l10n/bundle.l10n.de.json'],
      ['package.nls.json', 'package.nls.de.json'],
    ] as const) {
      const [source, german] = [json(first), json(second)] as Record<string, string>[];
      const missing = Object.keys(source!).filter((key) => (german![key] ?? '').trim() === '');
      expect({ second, missing }).toEqual({ second, missing: [] });
      const gone = Object.keys(german!).filter((key) => !(key in source!));
      expect({ second, gone }).toEqual({ second, gone: [] });
      for (const [key, text] of Object.entries(source!))
        expect([key, placesIn(german![key]!)]).toEqual([key, placesIn(text)]);
      // Names of products stay; whole sentences do not.
      const same = Object.entries(source!).filter(([key, text]) => german![key] === text && text.split(' ').length > 4);
      expect(same).toEqual([]);
    }
  });

  it('of the guidance are all in the bundle, for every service, host and tool', () => {
    const bundle = json('l10n/bundle.l10n.de.json') as Record<string, string>;
    const unknown = new Set<string>();
    const translate = ({ template, args }: Message): string => {
      if (!(template in bundle)) unknown.add(template);
      return english({ template: bundle[template] ?? template, args });
    };
    for (const { id } of services) {
      for (const host of hosts) {
        for (const iac of ['cli', 'bicep', 'terraform'] as const) {
          const guidance = explainSubject(services, id, { host: host.id, iac, translate, rule: `key-auth/${id}` });
          if (guidance) renderHtml(guidance, translate, { done: [] });
        }
      }
    }
    governanceHtml(translate);
    renderDecision({}, {}, translate);
    expect([...unknown]).toEqual([]);
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
