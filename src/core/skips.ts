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
  'not-text': () => say('its name says that it is text, but it is not'),
};

/** A skip with its message. `args` fill the message's places: `code` of the system's error, `megabytes`. */
export const skip = (reason: SkipReason, args: Args = {}): Skip => ({
  kind: 'skip',
  reason,
  message: messages[reason](args),
});

/** Files of code, settings and scripts, by their names: nobody expects anything but text in them. */
const TEXT_NAME =
  /(?:^|\/)(?:\.env(?:\.[\w.-]{1,60})?|\.?(?:docker|container)file(?:\.[\w-]{1,60})?|\.(?:npmrc|pypirc|netrc|pgpass)|makefile|jenkinsfile)$|\.(?:[cm]?[jt]sx?|vue|svelte|astro|csx?|cshtml|razor|fs|vb|py|ipynb|java|kts?|scala|groovy|gradle|go|rs|php|rb|exs?|dart|c|cc|cpp|h|hpp|swift|sh|bash|zsh|ps1|psm1|psd1|bat|cmd|sql|env|jsonc?|json5|ya?ml|toml|ini|cfg|conf|config|properties|xml|[cfv]sproj|vbproj|props|targets|tf|tfvars|hcl|bicep|bicepparam|prisma|html?|css|md|txt|csv|log)$/i;

/** The skip of a file by its path: a binary one whose name says that it is text would hide what is in it. */
export const skipOf = (path: string, found: Skip): Skip =>
  found.reason === 'binary' && TEXT_NAME.test(path) ? skip('not-text') : found;

/** Something is there, or was asked for, and could not be read: worth exit code 2 and a word. */
export const isTrouble = (reason: SkipReason): boolean =>
  reason === 'missing' ||
  reason === 'denied' ||
  reason === 'failed' ||
  reason === 'not-a-file' ||
  reason === 'not-text';
