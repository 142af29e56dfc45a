import { createEngine, createTools } from '../engine/engine';
import { renderMarkdown } from '../guide/render-markdown';
import { TROUBLE } from './io';
import { run } from './run';

/** A reader that has seen enough (`| head`) is no error: the exit code is already set, or nobody waits for it. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`secretless: the output could not be written (${error.code ?? error.name})\n`);
  process.exit(TROUBLE);
}

process.stdout.on('error', endQuietly);
process.stderr.on('error', endQuietly);

const tools = createTools();
const { NO_COLOR = '', TERM = '' } = process.env;

void run(
  process.argv.slice(2),
  {
    stdout: process.stdout,
    stderr: process.stderr,
    cwd: process.cwd(),
    color: process.stdout.isTTY && NO_COLOR === '' && TERM !== 'dumb',
  },
  { engine: createEngine({ tools }), engineFor: (files) => createEngine({ files, tools }), renderMarkdown },
).then((code) => {
  // Not process.exit: what a slow pipe has not taken yet would be lost.
  process.exitCode = code;
});
