import { lineOf } from '../core/shell';
import { say } from '../core/message';
import type { Message } from '../core/message';
import type { Command, Step } from '../core/step';
import { parseCommands, shellOrNone } from './command';
import type { Situation } from './situation';

/** True for a statement of a database among the commands that rotate a secret. */
export const isSql = (line: string): boolean => /^(?:ALTER|CREATE|DROP|SELECT|SET)\b/.test(line);

/** Words of commands that renew the second of two keys. */
const SECOND = /secondary|(?:key|password)-?2\b/i;

/** Commands that make a secret useless, in turns: in between, what still uses the old one gets the new one. */
export interface Turns {
  readonly first: readonly Command[];
  /** Empty where one turn is enough. */
  readonly second: readonly Command[];
  /** The second turn deletes a secret that the first has replaced; else it renews the second of two keys. */
  readonly deletes: boolean;
}

/** Takes the commands of a service apart into turns. */
export function turnsOf(commands: readonly Command[]): Turns {
  const lines = commands.map(lineOf);
  const made = lines.findIndex((line) => /\bcredential reset\b.{0,200}--append\b/.test(line));
  const later = commands.filter(({ instead }, at) => {
    const line = lines[at] ?? '';
    const deletes = made >= 0 && at > made && /\bcredential delete\b/.test(line);
    return instead !== true && (deletes || SECOND.test(line));
  });
  const first = commands.filter((command) => !later.includes(command));
  return { first: first.length > 0 ? first : later, second: first.length > 0 ? later : [], deletes: made >= 0 };
}

/** @param service empty where the secret belongs to none */
function titleOf(service: string, leaked: boolean): Message {
  if (service === '') return leaked ? say('Rotate the leaked secret') : say('Rotate the old secret');
  return leaked
    ? say('Rotate the leaked secret: {service}', { service })
    : say('Rotate the old secret: {service}', { service });
}

/** Makes the old secret useless. One key after the other, never both at once. */
export function rotateSteps({ service, title, identity: { rotate }, leaked }: Situation): Step[] {
  const id = `rotate:${service}`;
  const kind = 'rotate';
  const sql = rotate.filter(isSql);
  const { first, second, deletes } = turnsOf(parseCommands(rotate.filter((line) => !isSql(line))));
  const why = leaked
    ? say(
        'The secret was found in a file. Treat it as leaked and rotate it. It may also be in the history of the repository, so deleting it from the file is not enough.',
      )
    : say('Anyone who has read the old secret can still use it. Revoke it as soon as nothing needs it.');
  return [
    {
      id,
      kind,
      title: titleOf(title, leaked),
      text: [
        why,
        ...(rotate.length === 0
          ? [say('Revoke it where it was issued, and create a new one. The old value must no longer work.')]
          : []),
        ...(second.length === 0 || deletes
          ? []
          : [say('Before you regenerate this key, switch everything that still uses it to the other key.')]),
        ...(leaked ? [say('If others could see the secret, do this before all other steps.')] : []),
      ],
      code: shellOrNone(first),
    },
    ...(second.length === 0
      ? []
      : [
          {
            id: `${id}:second`,
            kind,
            title: deletes
              ? say('Then delete the old secret: {service}', { service: title })
              : say('Then regenerate the other key: {service}', { service: title }),
            text: [
              deletes
                ? say('Do this only after everything that uses a secret has the new one.')
                : say(
                    'Do this only after everything that uses a key has the regenerated one. If you regenerate both keys at once, applications lose access.',
                  ),
            ],
            code: shellOrNone(second),
          } as const,
        ]),
    ...(sql.length === 0
      ? []
      : [
          {
            id: `${id}:sql`,
            kind,
            title: say('And in the database'),
            text: [],
            code: { language: 'sql', text: sql.join('\n') },
          } as const,
        ]),
  ];
}
