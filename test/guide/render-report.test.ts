import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { progressPicture, share } from '../../src/guide/progress-picture';
import type { Report } from '../../src/guide/render-report';
import { reportHtml, reportMarkdown } from '../../src/guide/render-report';

const report: Report = {
  name: 'shop',
  date: '2026-11-20',
  answers: { runs: 'azure', entra: 'yes', change: 'now', shared: 'no', audit: 'together', others: 'no' },
  findings: [
    {
      rule: 'key-auth/storage-blob',
      service: 'Azure Blob Storage',
      severity: 'information',
      file: 'b.ts',
      line: 3,
      message: 'Authenticates with a key',
      fixable: true,
    },
    {
      rule: 'hardcoded/private-key',
      service: null,
      severity: 'warning',
      file: 'a|b.ts',
      line: 0,
      message: 'Hardcoded private key',
      fixable: false,
    },
  ],
  progress: [
    {
      title: 'Azure Blob Storage',
      open: 1,
      migrated: 3,
      done: 1,
      steps: 2,
      checklist: [
        { title: 'Grant it', done: true },
        { title: 'Deploy', done: false },
      ],
    },
    { title: 'Azure Service Bus', open: 0, migrated: 2, done: 8, steps: 8, checklist: [] },
  ],
};

describe('Markdown', () => {
  const text = reportMarkdown(report);

  test('counts, bars and places', () => {
    expect(text).toContain('2 findings, 1 of them with a migration that can be applied.');
    expect(text).toContain('5 of 6 uses are migrated (83 %).');
    expect(text).toContain('| Azure Blob Storage | ████████░░ | 3 | 1 | 1/2 |');
    expect(text).toContain('| b.ts:4 |');
  });

  test('worst first, and cells stay cells', () => {
    expect(text.indexOf('private-key')).toBeLessThan(text.indexOf('key-auth/storage-blob'));
    expect(text).toContain('a\\|b.ts:1');
  });
});

test('nothing found is said', () => {
  const none = { ...report, findings: [], progress: [] };
  expect(reportMarkdown(none)).toContain('Nothing found');
  expect(reportHtml(none)).toContain('Nothing found');
  expect(reportHtml(none)).not.toContain('<svg');
});

describe('HTML', () => {
  test('loads and runs nothing', () => {
    const html = reportHtml(report);
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/<script|<img|<link|url\(/);
  });

  test('no text becomes markup', () => {
    const nasty = fc
      .array(fc.constantFrom('<', '>', '"', "'", '&', '<script>', '</svg>', '|', '\n', 'a'), { maxLength: 8 })
      .map((parts) => parts.join(''));
    const plainTags = new Set([...reportHtml(report).matchAll(/<\/?([a-z0-9]+)/g)].map(([, name]) => name));
    fc.assert(
      fc.property(nasty, nasty, nasty, (name, file, message) => {
        const html = reportHtml({
          name,
          date: message,
          answers: {},
          findings: [{ rule: file, service: name, severity: 'hint', file, line: 1, message, fixable: true }],
          progress: [
            { title: name, open: 1, migrated: 1, done: 0, steps: 1, checklist: [{ title: name, done: true }] },
          ],
        });
        for (const [, tag] of html.matchAll(/<\/?([a-z0-9]+)/g)) expect(plainTags).toContain(tag);
        expect(html).not.toContain('<script');
      }),
    );
  });
});

describe('the picture', () => {
  test('says in words what it shows', () => {
    const svg = progressPicture(report.progress);
    expect(svg).toMatch(/^<svg role="img" aria-labelledby="picture-title picture-text"/);
    expect(svg).toContain('Azure Blob Storage: 3 migrated, 1 open.');
    expect(svg).toContain('Azure Service Bus: 2 migrated, 0 open.');
  });

  test('bars stay inside it and have lengths in proportion', () => {
    const count = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ title: fc.string(), open: count, migrated: count }), { minLength: 1, maxLength: 6 }),
        (bars) => {
          const svg = progressPicture(bars);
          for (const [, x, width] of svg.matchAll(
            /<rect class="bar-(?:done|open)" x="([\d.-]+)" y="[\d.]+" width="([\d.-]+)"/g,
          )) {
            expect(Number(width)).toBeGreaterThanOrEqual(0);
            expect(Number(x) + Number(width)).toBeLessThanOrEqual(550);
          }
          expect(svg).not.toMatch(/NaN|undefined|Infinity/);
        },
      ),
    );
  });

  test('100 % means all', () => {
    expect([share(999, 1), share(1, 0), share(0, 0), share(0, 3)]).toEqual([99, 100, 100, 0]);
  });
});
