import { printable } from './printable';

/**
 * A text for people, not yet in their language: an English template with `{name}` places and what goes in them.
 * The editor translates the template; the command line fills it in as it is. Arguments never hold a secret.
 * An argument that is a message itself is a part of the sentence with a translation of its own.
 */
export interface Message {
  readonly template: string;
  readonly args: Readonly<Record<string, string | number | Message>>;
}

export const say = (template: string, args: Message['args'] = {}): Message => ({ template, args });

/** The English text of a message. */
export function english({ template, args }: Message): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => {
    const value = Object.hasOwn(args, name) ? args[name] : undefined;
    if (value === undefined) return place;
    // Names of files go in as they are.
    return typeof value === 'object' ? english(value) : printable(String(value));
  });
}
