/** Comments of languages that write them as C does. */

/** A comment as it may be in a line with code after it: a line comment becomes a block. */
export const inlineComment = (comment: string): string =>
  comment.startsWith('//')
    ? `/* ${comment
        .replace(/^\/+\s*/, '')
        .trimEnd()
        .replaceAll('*/', '')} */`
    : comment;

/** The comments among the names of a callee, each after a space, to go after its new names. */
export const commentsAmong = (names: string): string =>
  [...names.matchAll(/\/\*[^]*?(?:\*\/|$)|\/\/[^\r\n]*(?:\r\n?|\n|$)/g)].map(([comment]) => ` ${comment}`).join('');
