import { baseline } from './baseline';
import { explain } from './explain';
import { complain, TROUBLE, UsageError } from './io';
import type { Io, Tools } from './io';
import { migrate } from './migrate';
import { errorName, withoutSecrets } from './error-name';
import { printable } from '../core/printable';
import { VERSION } from './product';
import { report } from './report';
import { scan } from './scan';
import { USAGE, USAGES } from './usage';
import type { CommandName } from './usage';

type Command = (args: readonly string[], io: Io, tools: Tools) => Promise<number> | number;

const commands: Readonly<Record<CommandName, Command>> = { scan, migrate, explain, baseline, report };

const isCommand = (name: string): name is CommandName => Object.hasOwn(commands, name);

/**
 * Runs the command line and returns its exit code. Throws nothing: what goes wrong is said on standard error.
 * @param argv the arguments after the program's name
 */
export async function run(argv: readonly string[], given: Io, tools: Tools): Promise<number> {
  const io = withSafeErrors(given, tools.engine);
  const [name, ...args] = argv;
  if (name === '--help' || name === '-h' || name === 'help') {
    const [topic] = args;
    io.stdout.write(topic !== undefined && isCommand(topic) ? USAGES[topic] : USAGE);
    return 0;
  }
  if (name === '--version' || name === '-v') {
    io.stdout.write(`${VERSION}\n`);
    return 0;
  }
  if (name === undefined || !isCommand(name)) {
    if (name !== undefined) complain(io, `there is no command "${printable(name)}"`);
    io.stderr.write(USAGE);
    return TROUBLE;
  }
  const until = args.indexOf('--');
  if ((until < 0 ? args : args.slice(0, until)).some((arg) => arg === '--help' || arg === '-h')) {
    io.stdout.write(USAGES[name]);
    return 0;
  }
  try {
    return await commands[name](args, io, tools);
  } catch (error) {
    if (error instanceof UsageError) {
      complain(io, error.message);
      if (error.withUsage) io.stderr.write(USAGES[name]);
    } else {
      complain(io, `this should not happen (${errorName(error)}). Please report it.`);
    }
    return TROUBLE;
  }
}

/** Messages repeat arguments and names of files; whatever they repeat, a secret in it is left out. */
const withSafeErrors = (io: Io, engine: Tools['engine']): Io => ({
  ...io,
  stderr: { write: (text) => io.stderr.write(withoutSecrets(engine, text)) },
});
