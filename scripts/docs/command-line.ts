import { USAGE, USAGES } from '../../src/cli/usage';
import { fence, GENERATED } from './markdown';

/** Every help text of the command line. */
export function commandLinePageText(): string {
  const commands = Object.entries(USAGES).map(([name, usage]) => `## ${name}\n\n${fence('text', usage)}`);
  return `${[GENERATED, '# Command line', fence('text', USAGE), ...commands].join('\n\n')}\n`;
}
