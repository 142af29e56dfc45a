import type { Namespaces } from './namespaces';
import { lookup } from './lookup';
import type { Node } from '../syntax';

/** Code that only compiles where `System` is in sight: its types by their plain names, with members of their own. */
const PROOFS = [
  /(?<![\w.@])Environment\s*\.\s*(?:GetEnvironmentVariables?|GetCommandLineArgs|GetFolderPath|NewLine|MachineName|UserName|CurrentDirectory|ProcessId|Exit)\b/g,
  /(?<![\w.@])Console\s*\.\s*(?:Write(?:Line)?|Read(?:Line|Key)?|Out|Error)\b/g,
  /(?<![\w.@])(?:DateTime|DateTimeOffset)\s*\.\s*(?:UtcNow|Now)\b/g,
  /(?<![\w.@])Guid\s*\.\s*(?:NewGuid|Parse|Empty)\b/g,
  /(?<![\w.@])TimeSpan\s*\.\s*(?:From\w+|Zero)\b/g,
  /(?<=\bnew\s+)(?:Uri|Random|Exception|(?:Argument(?:Null|OutOfRange)?|InvalidOperation|NotSupported|NotImplemented)Exception)\s*\(/g,
  /(?<![\w.@])Argument(?:Null)?Exception\s*\.\s*ThrowIf\w+/g,
];

/** Beyond this many places of one kind nobody looks any further. */
const ENOUGH = 20;

/**
 * True when types of `System` have their plain names in the file: by a directive, by the project, or as its code shows.
 * @param except a type whose own places show nothing: whether it is in sight is the question.
 */
export function seesSystem(root: Node, text: string, namespaces: Namespaces, except: string | null = null): boolean {
  if (namespaces.sees('System')) return true;
  const aliases = new Set(namespaces.usings.map(({ alias }) => alias));
  return PROOFS.some((proof) =>
    [...text.matchAll(proof)].slice(0, ENOUGH).some(({ 0: code, index }) => {
      const [name = ''] = /^\w+/.exec(code) ?? [];
      if (name === except || namespaces.declared.has(name) || aliases.has(name)) return false;
      const node = root.descendantForIndex(index, index + name.length - 1);
      // Text within strings and comments is no code; a property of the class may have the name.
      return node?.type === 'identifier' && node.startIndex === index && lookup(name, node) === null;
    }),
  );
}
