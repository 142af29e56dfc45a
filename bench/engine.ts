import { createEngine } from '../src/engine/engine';
import { renderDecision } from '../src/guide/render-decision';
import { governanceHtml } from '../src/guide/render-governance';
import { renderHtml } from '../src/guide/render-html';
import { createFake } from '../test/support/fake-secrets';
import { time } from './table';
import type { Row } from './table';

const fake = createFake(7);

/** Plausible TypeScript of about `size` characters with one connection string and one client in the middle. */
export function sample(size: number): string {
  const lines: string[] = [`import { BlobServiceClient } from "@azure/storage-blob";`, ''];
  const filler = (n: number) =>
    `export function step${String(n)}(input: { id: string; total: number }) {\n  const label = \`item \${input.id}\`;\n  return { label, total: input.total * ${String(n)} };\n}\n`;
  let length = 0;
  for (let n = 0; length < size; n++) {
    const text = filler(n);
    lines.push(text);
    if (length < size / 2 && length + text.length >= size / 2) {
      lines.push(
        `const connectionString = "${fake.storageConnectionString({ account: 'contoso' })}";`,
        'export const client = BlobServiceClient.fromConnectionString(connectionString);',
      );
    }
    length += text.length;
  }
  return lines.join('\n');
}

/** What a keystroke, the light bulb and the chosen fix cost inside the engine. */
export async function engineRows(): Promise<Row[]> {
  const engine = createEngine();
  const rows: Row[] = [];
  for (const [name, size, bar, runs] of [
    ['1 KB', 1_000, null, 2_000],
    ['10 KB', 10_000, null, 1_000],
    ['100 KB', 100_000, 0.5, 500],
    ['1 MB', 1_000_000, null, 50],
    ['5 MB', 5_000_000, null, 10],
  ] as const) {
    const text = sample(size);
    let n = 0;
    // Another last character each time, as when somebody types: nothing can be remembered from the run before.
    rows.push(
      await time(`rescan of ${name} per keystroke`, bar, runs, () =>
        engine.scanText({ path: 'a.ts', text: `${text}${String(n++ % 10)}` }),
      ),
    );
  }
  const text = sample(100_000);
  let n = 0;
  rows.push(
    await time('full scan of 100 KB (parser warm)', null, 100, () =>
      engine.scan({ path: 'a.ts', text: `${text}// ${String(n++)}\n` }),
    ),
  );
  const document = { path: 'a.ts', text };
  rows.push(await time('code action titles, 100 KB (analysis at hand)', 20, 50, () => engine.scan(document)));
  const { findings } = await engine.scan(document);
  const [finding] = findings;
  if (!finding) throw new Error('the sample holds no finding');
  rows.push(
    await time(
      'code action edit, 100 KB (parser warm)',
      80,
      100,
      (asked) => engine.plan(asked, finding, 'identity'),
      // As for a person: the text was just looked at, and the edit is one nobody has asked for.
      async () => {
        const asked = { path: 'a.ts', text: `${text}// ${String(n++)}\n` };
        await engine.scan(asked);
        return asked;
      },
    ),
  );
  rows.push(
    await time('guidance of a finding, made and rendered for the side bar', 20, 50, () => {
      const clues = engine.clues('storage-blob', [text]);
      const guidance = engine.explain('storage-blob', 'functions', 'bicep', { rule: finding.rule, ...clues });
      if (!guidance) throw new Error('there is no guidance');
      return [
        renderDecision({}, { support: guidance.support, host: guidance.host.id }).html,
        renderHtml(guidance, undefined, { done: [], organisation: governanceHtml() }),
      ].join('');
    }),
  );
  return rows;
}
