/** Markdown reads these as syntax; `<` would swallow placeholders as HTML. */
export const plain = (text: string): string =>
  text
    .replace(/[\\`*[\]<>|#]|(?<![^\W_])_|_(?![^\W_])/g, '\\$&')
    .replace(/\s+/g, (gap) => (gap.includes('\n') ? ' ' : gap));
