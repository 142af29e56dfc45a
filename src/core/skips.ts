import type { Message } from './message';
import { say } from './message';
import type { Skip, SkipReason } from './files';

type Args = Message['args'];

const messages: Readonly<Record<SkipReason, (args: Args) => Message>> = {
  missing: () => say('no such file or folder'),
  denied: () => say('permission denied'),
  failed: (args) => say('could not be read ({code})', args),
  'not-a-file': () => say('neither a file nor a folder'),
  'too-large': (args) => say('larger than {megabytes} MB', args),
  binary: () => say('binary file'),
};

/** A skip with its message. `args` fill the message's places: `code` of the system's error, `megabytes`. */
export const skip = (reason: SkipReason, args: Args = {}): Skip => ({
  kind: 'skip',
  reason,
  message: messages[reason](args),
});

/** Something is there, or was asked for, and could not be read: worth exit code 2 and a word. */
export const isTrouble = (reason: SkipReason): boolean =>
  reason === 'missing' || reason === 'denied' || reason === 'failed' || reason === 'not-a-file';
