import { SaxesParser } from 'saxes';
import type { Span } from '../../core/span';

/** One attribute: the value without quotes, with entities undone. `span` is the value as written, without its quotes. */
export interface XmlAttribute {
  readonly name: string;
  readonly value: string;
  readonly nameSpan: Span;
  readonly span: Span;
}

/** An element with the names of those around it, outermost first. */
export interface XmlElement {
  readonly name: string;
  readonly around: readonly string[];
  readonly attributes: readonly XmlAttribute[];
  /** The start tag. */
  readonly span: Span;
}

/** The elements and comments of an XML text. */
export interface XmlFile {
  readonly elements: readonly XmlElement[];
  readonly comments: readonly Span[];
}

/** How deep elements may be: no settings are deeper. */
const DEPTH = 100;

/**
 * Reads an XML text, or null when it is not well-formed. The one file here that imports the library: it is loaded with
 * the first file that needs it.
 */
export function parseXml(text: string): XmlFile | null {
  const parser = new SaxesParser({ position: false });
  const elements: XmlElement[] = [];
  const comments: Span[] = [];
  const around: string[] = [];
  let attributes: XmlAttribute[] = [];
  let start = 0;
  // Events come when the last character of what they tell has been read; no name holds `<`, no value its quotes.
  parser.on('opentagstart', () => {
    start = text.lastIndexOf('<', parser.position - 1);
    attributes = [];
  });
  parser.on('attribute', ({ name, value }) => {
    const end = parser.position - 1;
    const from = text.lastIndexOf(text.charAt(end), end - 1) + 1;
    const named = text.lastIndexOf(name, from);
    attributes.push({
      name,
      value,
      nameSpan: { start: named, end: named + name.length },
      span: { start: from, end },
    });
  });
  parser.on('opentag', ({ name }) => {
    if (around.length > DEPTH) throw new RangeError('elements in elements');
    elements.push({ name, around: [...around], attributes, span: { start, end: parser.position } });
    around.push(name);
  });
  parser.on('closetag', () => around.pop());
  // Said at the second hyphen; `-->` is all that may follow it.
  parser.on('comment', () => {
    const end = parser.position + 1;
    comments.push({ start: text.lastIndexOf('<!--', end - 7), end });
  });
  try {
    parser.write(text).close();
  } catch {
    return null;
  }
  return { elements, comments };
}
