import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demoText } from '../../src/editor/demo-text';
import { createEngine } from '../../src/engine/engine';

describe('the demo file', () => {
  const engine = createEngine();

  it('has findings that can be migrated', async () => {
    const { findings } = await engine.scan({ path: 'Untitled-1', languageId: 'typescript', text: demoText() });
    expect(findings.map(({ rule }) => rule)).toEqual(['hardcoded/storage-connection-string', 'key-auth/storage-blob']);
    for (const { fixes } of findings) expect(fixes[0]?.kind).toBe('identity');
  });

  it('has another key each time, and none stands in the source', () => {
    const [first, second] = [demoText(), demoText()];
    expect(first === second).toBe(false);
    const source = readFileSync('src/editor/demo-text.ts', 'utf8');
    expect(engine.scanText({ path: 'demo-text.ts', text: source }).findings).toEqual([]);
  });
});
