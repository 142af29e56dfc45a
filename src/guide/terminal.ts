/** Commands that a terminal can take; settings, templates and manifests are only copied. */
const commands = /^(?:az|azd|gh|kubectl|terraform)\s/;

export const isCommand = (code: { readonly language: string; readonly text: string }): boolean =>
  code.language === 'shell' && commands.test(code.text);

/**
 * Commands as one line without a line break, since a line break would run them: continued lines joined, comments cut,
 * several commands chained with `&&`. What follows a comment that begins with "or" or "only" is for another case and left out.
 */
export function oneLine(text: string): string {
  return (text.split(/^#\s*(?:or|only)\b/m)[0] ?? '')
    .replace(/[ \t]*\\\r?\n\s*/g, ' ')
    .split(/[\r\n\u2028\u2029\u0085\v\f]+/)
    .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
    .filter((line) => line !== '')
    .join(' && ');
}
