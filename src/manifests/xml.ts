import { SaxesParser } from 'saxes';
import type { Span } from '../core/span';

export interface XmlAttribute {
  readonly name: string;
  readonly value: string;
  /** The value as written, without its quotes. */
  readonly span: Span;
}

export interface XmlElement {
  /** As written, with its prefix. */
  readonly name: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly XmlElement[];
  readonly parent: XmlElement | null;
  /** From `<` to the end of the end tag. */
  readonly span: Span;
  /** Between the tags; empty at the end of an element that closes itself. */
  readonly inner: Span;
}

export interface Xml {
  readonly root: XmlElement;
  /** Every element, in the order of the start tags. */
  readonly elements: readonly XmlElement[];
  /** The text with its comments as blanks: offsets are those of the text. */
  readonly plain: string;
}

interface Growing extends XmlElement {
  readonly attributes: XmlAttribute[];
  readonly children: Growing[];
  readonly span: { start: number; end: number };
  readonly inner: { start: number; end: number };
}

/** A text as XML, or null when it is not well-formed. Takes time in proportion to the text. */
export function readXml(text: string): Xml | null {
  const parser = new SaxesParser({ position: false });
  const elements: Growing[] = [];
  /** Where each comment ends. */
  const comments: number[] = [];
  let open: Growing | null = null;

  // Events come when the parser has read the last character of what they tell; a name holds no `<`, a value none of its quotes.
  parser.on('opentagstart', ({ name }) => {
    const start = text.lastIndexOf('<', parser.position - 1);
    const element: Growing = {
      name,
      attributes: [],
      children: [],
      parent: open,
      span: { start, end: start },
      inner: { start, end: start },
    };
    open?.children.push(element);
    elements.push(element);
    open = element;
  });
  parser.on('attribute', ({ name, value }) => {
    const end = parser.position - 1;
    const start = text.lastIndexOf(text[end] ?? '"', end - 1) + 1;
    open?.attributes.push({ name, value, span: { start, end } });
  });
  parser.on('opentag', () => {
    if (open) open.inner.start = open.inner.end = parser.position;
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    if (!open) return;
    open.span.end = parser.position;
    if (!isSelfClosing) open.inner.end = text.lastIndexOf('<', parser.position - 1);
    open = open.parent as Growing | null;
  });
  // Said at the second hyphen; `-->` is all that may follow it.
  parser.on('comment', () => comments.push(parser.position + 1));

  try {
    parser.write(text).close();
  } catch {
    return null;
  }
  const [root] = elements;
  return root ? { root, elements, plain: blanked(text, comments) } : null;
}

/** The comments, of which the ends are given, as blanks. */
function blanked(text: string, ends: readonly number[]): string {
  if (ends.length === 0) return text;
  const parts: string[] = [];
  let from = 0;
  for (const end of ends) {
    // A comment holds no `--`, so no second `<!--`. It begins after the one before.
    const start = from + text.slice(from, end - 3).lastIndexOf('<!--');
    parts.push(text.slice(from, start), ' '.repeat(end - start));
    from = end;
  }
  return [...parts, text.slice(from)].join('');
}

export const attributeOf = ({ attributes }: XmlElement, name: string): XmlAttribute | undefined =>
  attributes.find((one) => one.name === name);

/** The text between the tags of an element without its comments, and where it is without the white space around it. */
export function textOf({ plain }: Xml, { inner }: XmlElement): { readonly text: string; readonly span: Span } {
  const raw = plain.slice(inner.start, inner.end);
  const text = raw.trim();
  const start = inner.start + (raw.length - raw.trimStart().length);
  return { text, span: { start, end: start + text.length } };
}
