import { requirementName } from './pyproject';

export interface Requirements {
  /** Names of packages, as PEP 503 normalises them. */
  readonly dependencies: readonly string[];
  /** Folders of other projects: `-e ../shared`, `./lib`. */
  readonly references: readonly string[];
}

/** A `requirements.txt`, line by line. */
export function readRequirements(text: string): Requirements {
  const dependencies: string[] = [];
  const references: string[] = [];
  for (const raw of text.split('\n')) {
    const line = raw.replace(/(?:^|\s)#.*$/s, '').trim();
    const folder = /^(?:(?:-e|--editable)[\s=]{1,100})?(?:file:)?(\.{1,2}(?:\/[^\s[;]{0,200})?)/.exec(line)?.[1];
    if (folder !== undefined) references.push(folder);
    else if (line !== '' && !line.startsWith('-')) dependencies.push(...[requirementName(line) ?? []].flat());
  }
  return { dependencies, references };
}
