import { describe, expect, test } from 'vitest';
import { english } from '../../src/core/message';
import { changeHtml } from '../../src/guide/render-change';
import { renderHtml } from '../../src/guide/render-html';
import { renderMarkdown } from '../../src/guide/render-markdown';
import { services } from '../../src/services/index';
import { createGuidanceContext } from '../../src/session/guidance-context';
import { refOf } from '../../src/session/store';
import { exampleEditor } from '../support/example-editor';
import { values } from '../support/tainted';

describe.each(Object.entries(values))('an editor shows nothing of %s', (_, fake) => {
  test.each(services.filter(({ examples }) => examples.length > 0))(
    '$id',
    async ({ examples }) => {
      const { filled, editor, session, taint } = exampleEditor(examples, fake);
      const around = createGuidanceContext(editor.host, session);
      const engine = session.engines.alone;
      const leaks = new Set<string>();
      const look = (face: string, text: string): void => {
        if (taint(text) > 0) leaks.add(face);
      };
      for (const { key, text } of filled) {
        editor.open(key);
        await session.live.settled(key);
        for (const located of session.store.get(key)?.findings ?? []) {
          const { finding } = located;
          const ref = refOf(key, located);
          // What a diagnostic, the tree and the arguments of commands hold.
          look('finding', JSON.stringify({ ...located, message: english(finding.message), ref }));
          look('titles', finding.fixes.map(({ title }) => english(title)).join('\n'));
          // What the hover and the side bar hold.
          const subject = finding.service ?? finding.rule;
          const clues = await around.clues(subject, ref);
          const guidance = engine.explain(subject, undefined, undefined, {
            rule: finding.rule,
            ...(clues.access && { access: clues.access }),
            values: clues.values,
          });
          if (guidance) {
            look('guidance', renderMarkdown(guidance));
            const change = await around.change(ref);
            look('side bar', renderHtml(guidance, english, change ? { change: changeHtml(change, english) } : {}));
          }
          for (const { kind } of finding.fixes) {
            const plan = await session.planner.plan(key, { kind: 'one', finding: ref, fix: kind });
            look('plan', plan.kind === 'refused' ? english(plan.message) : english(plan.migration.title));
            if (plan.kind === 'planned') look('steps', JSON.stringify([plan.migration.steps, plan.migration.work]));
          }
        }
        look('hover', engine.clues('storage-blob', [text]).access ?? '');
      }
      look('what went wrong', editor.state.errors.map(String).join('\n'));
      expect([...leaks]).toEqual([]);
      session.dispose();
    },
    120_000,
  );
});
