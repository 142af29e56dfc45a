import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../src/core/edit';
import { createEngine } from '../../src/engine/engine';
import { services } from '../../src/services/index';
import { projectOf } from '../support/dotnet-project';
import { engineWith } from '../support/engine-over';
import { fill } from '../support/fill';

const engine = createEngine();

describe.each(services)('$id', (service) => {
  it('has an example for each language it has clients in', () => {
    const languages = new Set(service.examples.map(({ language }) => language));
    expect([...languages].sort()).toEqual(Object.keys(service.clients).sort());
  });

  it.each(service.examples)('$language: $title', async (example) => {
    const document = { path: example.file, text: fill(example.before) };
    const { findings } = await engine.scan(document);
    expect(findings.map(({ rule }) => rule)).toEqual(example.rules);

    const around = example.language === 'csharp' ? projectOf(example.after).files : [];
    const plan = await engineWith(around).plan(document, 'all', 'identity');
    if (example.after === null) {
      expect(findings.map(({ refusal }) => refusal?.id)).toContain(example.refusal);
      expect(plan.kind).toBe('refusal');
      return;
    }
    if (plan.kind === 'refusal') throw new Error(`refused: ${plan.id}`);
    const after = applyEdits(document.text, plan.files.find(({ path }) => path === example.file)?.edits ?? []);
    expect(after).toBe(fill(example.after));

    // A second run finds nothing and has nothing to do.
    const again = { path: example.file, text: after };
    expect(
      (await engine.scan(again)).findings.filter(
        ({ rule }) => rule.includes(service.id) || rule.startsWith('hardcoded/'),
      ),
    ).toEqual([]);
    expect(await engine.plan(again, 'all', 'identity')).toMatchObject({
      kind: 'refusal',
      id: 'nothing-to-do',
    });
  });
});
