/*
 * A notebook keeps the lines of a cell as texts of a list. Here they become lines of code again, each character at its
 * place, so that what is found in them stands where it stands in the file.
 */

/** The end of one text of a list and the beginning of the next: a line break of the cell. */
const JOINT = /\\n",[ \t]{0,40}\r?\n[ \t]{0,40}"/g;

/** An escaped quote is a quote, behind a space. */
const QUOTE = /(?<!\\)\\"/g;

export const isNotebook = (path: string): boolean => /\.ipynb$/i.test(path);

/** A notebook's text of the same length, in which the lines of its cells are joined as their code joins them. */
export const joinedLines = (text: string): string =>
  text.replace(JOINT, (joint) => ' '.repeat(joint.length - 1) + '\n').replace(QUOTE, ' "');
