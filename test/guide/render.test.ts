import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { english, say } from '../../src/core/message';
import { codeOf } from '../support/steps';
import { explainService } from '../../src/guide/explain';
import type { Guidance } from '../../src/guide/guidance';
import { renderHtml } from '../../src/guide/render-html';
import { renderMarkdown } from '../../src/guide/render-markdown';
import { storageBlob } from '../../src/services/storage-blob/service';
import { every } from './every';

/** Text that tries to become markup. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        '<',
        '>',
        '"',
        "'",
        '&',
        '`',
        '```',
        '\n',
        '](',
        '<script>',
        '-->',
        '&lt;',
        'a',
        ' ',
        '<account>',
        '\\',
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join('')),
);
const said = nasty.map((template) => say(template));
const role = fc.record({ name: nasty, id: nasty, allows: nasty });
const guidance: fc.Arbitrary<Guidance> = fc.record({
  kind: fc.constant('guidance' as const),
  service: nasty,
  title: nasty,
  support: fc.constantFrom('yes' as const, 'partly' as const, 'no' as const),
  summary: nasty,
  why: fc.option(nasty),
  host: fc.record({ id: nasty, title: nasty }),
  iac: fc.constantFrom('cli' as const, 'bicep' as const, 'terraform' as const),
  identity: fc.record({
    choice: fc.constantFrom('system-assigned' as const, 'federated' as const),
    reasons: fc.array(nasty, { maxLength: 2 }),
  }),
  roles: fc.array(fc.record({ role, use: fc.constantFrom('read' as const, 'write' as const) }), { maxLength: 2 }),
  steps: fc.array(
    fc.record({
      id: nasty,
      kind: fc.constant('deploy' as const),
      title: said,
      text: fc.array(said, { maxLength: 2 }),
      code: fc.oneof(
        fc.record({ language: fc.constant('yaml' as const), text: nasty }),
        fc.record({
          language: fc.constant('shell' as const),
          commands: fc.array(fc.record({ program: nasty, args: fc.array(nasty, { maxLength: 2 }), comment: said }), {
            maxLength: 2,
          }),
        }),
      ),
    }),
    { maxLength: 3 },
  ),
  pitfalls: fc.array(nasty, { maxLength: 2 }),
  limits: fc.array(nasty, { maxLength: 2 }),
  links: fc.array(
    fc.record({ title: nasty, url: fc.oneof(nasty, fc.constantFrom('javascript:alert(1)', 'https://x/"onload="')) }),
    { maxLength: 2 },
  ),
});

const ourTags =
  /^<\/?(?:a|article|button|code|dd|details|div|dl|dt|figure|h[123]|header|input|label|li|ol|p|pre|progress|section|span|strong|summary|ul)(?: [a-z-]+(?:="[^"<>&]*(?:&#\d+;[^"<>&]*)*")?)*>$/;

/** Text of HTML as a browser would read it. */
const textOf = (html: string): string =>
  html.replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, unit: string) => String.fromCharCode(Number(unit)));

const real = explainService(storageBlob, { rule: 'hardcoded/storage-account-key' }) as Guidance;

describe('HTML', () => {
  test('no text becomes markup', () => {
    fc.assert(
      fc.property(guidance, fc.boolean(), (any, buttons) => {
        const html = renderHtml(any, undefined, buttons ? { done: [] } : { buttons });
        for (const [tag] of html.matchAll(/<[^>]*>?/g)) expect(tag).toMatch(ourTags);
        const text = textOf(html);
        for (const { title, code } of any.steps) {
          expect(text).toContain(english(title));
          expect(text).toContain(codeOf({ code }));
        }
        expect(html).not.toMatch(/href="(?!https:)/);
      }),
    );
  });

  test('headings go down one level at a time, ids are unique', () => {
    const html = renderHtml(real, undefined, { done: ['set-setting'] });
    const levels = [...html.matchAll(/<h([1-6])/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(1);
    levels.reduce((before, level) => {
      expect(level).toBeLessThanOrEqual(before + 1);
      return level;
    });
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('every step can be copied, commands go to the terminal, ticks are shown', () => {
    const html = renderHtml(real, undefined, { done: ['set-setting'] });
    for (const { id, code } of real.steps) {
      expect(html.includes(`data-copy="${id}"`)).toBe(code !== null);
      expect(html.includes(`data-terminal="${id}"`)).toBe(code?.language === 'shell');
    }
    expect(html).toMatch(/data-tick="set-setting" checked/);
    expect(html).not.toMatch(/data-tick="deploy" checked/);
    expect(html).toContain('1 of 10 steps done');
    expect(html).toContain('<span class="place">&#60;resource-group&#62;</span>');
  });

  test('a page without a script has neither buttons nor folded lists', () => {
    expect(renderHtml(real, undefined, { buttons: false })).not.toMatch(/<(?:button|input|details)/);
  });

  test('is in the language of the person', () => {
    const html = renderHtml(real, ({ template }) => `[${template}]`);
    expect(html).toContain('<h2 id="h-steps">[Steps]</h2>');
  });
});

describe('Markdown', () => {
  test('code stays inside its fence, text stays text', () => {
    fc.assert(
      fc.property(guidance, (any) => {
        const lines = renderMarkdown(any).split('\n');
        let fence = '';
        for (const line of lines) {
          const opened = /^`{3,}/.exec(line)?.[0] ?? '';
          if (fence === '') fence = opened;
          else if (line === fence) fence = '';
          if (fence === '' && opened === '') expect(line.replace(/\\[\\`*_[\]<>|#]/g, '')).not.toMatch(/<[a-z/!]/i);
        }
        expect(fence).toBe('');
      }),
    );
  });

  test('says what the guidance holds', () => {
    const text = renderMarkdown(real);
    expect(text).toContain('# Azure Blob Storage\n');
    expect(text).toContain('**Storage Blob Data Contributor** (`ba92f5b4-2d11-453d-a403-e96b0029c9fe`)');
    expect(text).toContain('### 1. Switch on the identity: App Service');
    expect(text).toMatch(/```shell\naz webapp identity assign/);
    expect(text.endsWith('\n')).toBe(true);
    expect(text.endsWith('\n\n')).toBe(false);
  });
});

test.each(every)('renders %s', (_, guidances) => {
  for (const [, one] of guidances) {
    expect(renderMarkdown(one)).not.toMatch(/undefined|\[object/);
    expect(renderHtml(one)).not.toMatch(/undefined|\[object/);
  }
});
