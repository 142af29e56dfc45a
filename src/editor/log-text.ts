/** Where an error happened, without its message: that can quote the text that was scanned, line breaks included. */
export function withoutMessage(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown error';
  const { name, message, stack = '' } = error;
  const at = message === '' ? -1 : stack.indexOf(message);
  const frames = stack
    .slice(at < 0 ? 0 : at + message.length)
    .split('\n')
    .filter((line) => /^\s+at /.test(line));
  return [name, ...frames].join('\n');
}
