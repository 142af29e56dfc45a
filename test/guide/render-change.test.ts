import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../src/core/edit';
import { english, say } from '../../src/core/message';
import { changeHtml, goneChange, hunksOf } from '../../src/guide/render-change';

const edit = (text: string, from: string, to: string) => {
  const start = text.indexOf(from);
  return { span: { start, end: start + from.length }, newText: to };
};

const hunks = (text: string, ...edits: ReturnType<typeof edit>[]) => {
  const after = applyEdits(text, edits);
  return hunksOf(text, after, edits, text, after);
};

describe('the lines that change', () => {
  const text = 'one\ntwo\nthree\nfour\nfive\n';

  test('a word in a line', () => {
    expect(hunks(text, edit(text, 'wo', 'WO'))).toEqual([{ line: 1, before: ['two'], after: ['tWO'] }]);
  });

  test('lines that come and lines that go', () => {
    expect(hunks(text, edit(text, 'two\n', ''), edit(text, 'five', 'new\nfive'))).toEqual([
      { line: 1, before: ['two'], after: [] },
      { line: 4, before: [], after: ['new'] },
    ]);
  });

  test('with carriage returns', () => {
    expect(hunks('a\r\nb\r\nc', edit('a\r\nb\r\nc', 'b', 'x\r\ny'))).toEqual([
      { line: 1, before: ['b'], after: ['x', 'y'] },
    ]);
  });

  test('put into the old text they give the new one', () => {
    const words = fc.array(fc.constantFrom('a', 'b', '\n', 'c\n', ''), { maxLength: 20 });
    fc.assert(
      fc.property(words, fc.array(fc.tuple(fc.nat(20), fc.nat(3), words)), (parts, wishes) => {
        const before = parts.join('');
        let from = 0;
        const edits = wishes
          .map(([start, length, fresh]) => ({ start, length, fresh: fresh.join('') }))
          .sort((a, b) => a.start - b.start)
          .flatMap(({ start, length, fresh }) => {
            const end = Math.min(before.length, start + length);
            if (start < from || start > before.length) return [];
            from = end + 1;
            return [{ span: { start, end }, newText: fresh }];
          });
        const after = applyEdits(before, edits);
        const split = (one: string) => one.split(/\r\n|\r|\n/);
        const lines = split(before);
        for (const hunk of [...hunksOf(before, after, edits, before, after)].reverse()) {
          expect(lines.slice(hunk.line, hunk.line + hunk.before.length)).toEqual(hunk.before);
          lines.splice(hunk.line, hunk.before.length, ...hunk.after);
        }
        expect(lines).toEqual(split(after));
      }),
    );
  });
});

describe('the section', () => {
  const change = { title: say('Use it'), fix: 'identity', others: ['package.json'] };

  test('signs and tags tell old from new, not colour alone', () => {
    const html = changeHtml({ ...change, hunks: [{ line: 3, before: ['  a < b'], after: ['  c', '    d'] }] }, english);
    expect(html).toContain('<del><span class="sign" aria-hidden="true">-</span>a &#60; b\n</del>');
    expect(html).toContain('<ins><span class="sign" aria-hidden="true">+</span>  d\n</ins>');
    expect(html).toContain('data-fix="identity"');
    expect(html).toContain('Changes too: package.json');
  });

  test('offers buttons before the lines are there, and none where nothing can be applied', () => {
    expect(changeHtml({ ...change, hunks: null }, english)).toContain('data-preview="identity"');
    expect(changeHtml(goneChange, english)).not.toContain('<button');
  });

  test('is bounded', () => {
    const html = changeHtml({ ...change, hunks: [{ line: 0, before: [], after: Array(500).fill('x') }] }, english);
    expect(html.match(/<ins>/g)).toHaveLength(24);
    expect(html).toContain('476 more lines');
  });
});
