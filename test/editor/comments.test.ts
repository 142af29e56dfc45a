import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directivesOf } from '../../src/detect/directives';
import { commentStyle, ignoreComment, commentAbove } from '../../src/editor/comments';

describe('comment styles', () => {
  it.each([
    ['typescript', '// secretlint-disable-next-line r -- why'],
    ['jsonc', '// secretlint-disable-next-line r -- why'],
    ['bicep', '// secretlint-disable-next-line r -- why'],
    ['python', '# secretlint-disable-next-line r -- why'],
    ['dotenv', '# secretlint-disable-next-line r -- why'],
    ['terraform', '# secretlint-disable-next-line r -- why'],
    ['sql', '-- secretlint-disable-next-line r -- why'],
    ['ini', '; secretlint-disable-next-line r -- why'],
    ['xml', '<!-- secretlint-disable-next-line r --> <!-- why -->'],
    ['css', '/* secretlint-disable-next-line r -- why */'],
    ['vb', "' secretlint-disable-next-line r -- why"],
    ['bat', 'REM secretlint-disable-next-line r -- why'],
    ['razor', '@* secretlint-disable-next-line r -- why *@'],
  ])('%s', (language, expected) => {
    const style = commentStyle(language);
    expect(style && ignoreComment(style, 'r', 'why')).toBe(expected);
  });

  it('has none for languages without comments', () => {
    for (const language of ['json', 'plaintext', 'csv', 'log', 'unknown']) expect(commentStyle(language)).toBeNull();
  });

  it('lets no reason end the comment, begin another line, or hide the rule from the detector', () => {
    const signs = fc.string({ unit: fc.constantFrom('a', '-', '>', '*', '/', '@', '\n', '\r', ' '), maxLength: 12 });
    const languages = fc.constantFrom('typescript', 'xml', 'css', 'razor', 'python', 'sql');
    fc.assert(
      fc.property(signs, languages, (reason, language) => {
        const style = commentStyle(language);
        const comment = style ? ignoreComment(style, 'hardcoded/r', reason) : '';
        expect(comment).not.toMatch(/[\r\n]/);
        expect(comment.split('*/').length).toBe(language === 'css' ? 2 : 1);
        expect(comment.split('*@').length).toBe(language === 'razor' ? 2 : 1);
        if (language === 'xml') for (const part of comment.split(/<!--|-->/)) expect(part).not.toContain('--');
        const text = `${comment}\nvalue\nvalue\n`;
        const directives = directivesOf(text);
        const at = (nth: number) => ({ start: comment.length + 1 + nth * 6, end: comment.length + 6 + nth * 6 });
        expect(directives.ignores('hardcoded/r', at(0))).toBe(true);
        expect(directives.ignores('hardcoded/other', at(0))).toBe(false);
        expect(directives.ignores('hardcoded/r', at(1))).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('whether a comment can stand above a line', () => {
  it.each<[string, string, boolean]>([
    ['typescript', 'const a = 1;\n', true],
    ['typescript', '', true],
    ['typescript', "const a = 'it`s';\n", true],
    ['typescript', '// it`s\n', true],
    ['typescript', '/* it`s */\n', true],
    ['typescript', 'const a = `one\n', false],
    ['typescript', 'const a = `one\\`\n', false],
    ['typescript', 'const a = `one`;\nconst b = 2;\n', true],
    ['typescript', '/*\n', false],
    ['python', 's = """\n', false],
    ['python', 's = """x"""\n', true],
    ['python', "# don't\n", true],
    ['csharp', 'var s = """\n', false],
    ['bicep', "var s = '''\n", false],
    ['go', 's := `\n', false],
    ['shellscript', 'az login \\\n', false],
    ['shellscript', 'echo "one\n', false],
    ['shellscript', 'az login\n', true],
    ['powershell', 'az login `\n', false],
    ['powershell', '$s = @"\n', false],
    ['powershell', '$s = @"\nx\n"@\n', true],
    ['yaml', 'env:\n', true],
    ['yaml', 'run: |\n', false],
    ['yaml', 'run: |\n  one\n\n  two\n', false],
    ['yaml', 'run: >-\n  one\n', false],
    ['yaml', 'jobs:\n  a:\n    run: |\n      x\n  b:\n', true],
    ['xml', '<a>\n', true],
    ['xml', '<a\n', false],
    ['html', '<p>\n<script>\nconst a = `\n', false],
    ['json', '{\n', false],
  ])('%s after %j: %s', (language, before, expected) => {
    expect(commentAbove(language, before) !== null).toBe(expected);
  });

  it("is the script's own inside a script, and markup around it", () => {
    expect(commentAbove('vue', '<script setup lang="ts">\nif (a < b) {}\n')?.open).toBe('//');
    expect(commentAbove('vue', '<script>\n</script>\n<template>\n')?.open).toBe('<!--');
  });
});
