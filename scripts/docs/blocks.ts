/** Marks of a generated block in a page that people write. */
const begin = (name: string): string => `<!-- generated:${name} -->`;
const end = (name: string): string => `<!-- /generated:${name} -->`;

/**
 * The README with the text between the marks of each block replaced.
 * @throws Error when a block's marks are not there, once each and in order
 */
export function withBlocks(page: string, blocks: Readonly<Record<string, string>>): string {
  return Object.entries(blocks).reduce((text, [name, block]) => {
    const [before, rest, ...again] = text.split(begin(name));
    const [, after, ...more] = rest?.split(end(name)) ?? [];
    if (before === undefined || after === undefined || again.length + more.length > 0) {
      throw new Error(`README.md needs the lines "${begin(name)}" and "${end(name)}", once each`);
    }
    return `${before}${begin(name)}\n\n${block}\n\n${end(name)}${after}`;
  }, page);
}
