import type { Choice } from '../guide/guidance';
import { UsageError } from './io';
import type { Io, Tools } from './io';
import { distance, nearest } from './nearest';
import { choose, parse } from './options';

const options = { host: { type: 'string' }, iac: { type: 'string' } } as const;

export function explain(args: readonly string[], io: Io, { engine, renderMarkdown }: Tools): number {
  const { values, positionals } = parse(args, options);
  const [subject, ...more] = positionals;
  if (subject === undefined) throw new UsageError('RULE or SERVICE is missing');
  if (more.length > 0) throw new UsageError('one RULE or SERVICE at a time');
  const iac =
    values.iac === undefined ? undefined : choose('--iac', values.iac, ['cli', 'bicep', 'terraform'] as const);
  if (values.host !== undefined && !engine.hosts.some(({ id }) => id === values.host)) {
    throw unknown('host', values.host, engine.hosts);
  }
  const rule = engine.rules.find(({ id }) => id === subject);
  if (!rule && isMistyped(subject, engine.rules)) throw unknown('rule', subject, engine.rules);
  const guidance = engine.explain(subject, values.host, iac);
  if (guidance) io.stdout.write(ended(renderMarkdown(guidance)));
  else if (rule) {
    io.stdout.write(
      `# ${rule.title}\n\n\`${rule.id}\` belongs to no Azure service that a managed identity could sign in to. ` +
        'Revoke the value where it was issued, keep the new one in Azure Key Vault, and read it with a managed identity.\n',
    );
  } else throw unknown('rule or service', subject, [...engine.services, ...engine.rules]);
  return 0;
}

/** Rules of secretlint's preset are in no list; a name that is almost one of ours is none of them. */
const isMistyped = (subject: string, rules: readonly Pick<Choice, 'id'>[]): boolean =>
  rules.some(({ id }) => distance(subject, id) <= 2);

function unknown(what: string, name: string, choices: readonly Pick<Choice, 'id'>[]): UsageError {
  const ids = choices.map(({ id }) => id);
  const near = nearest(name, ids);
  const known = near.length > 0 ? `did you mean ${near.join(', ')}?` : `known: ${ids.slice(0, 20).join(', ')}`;
  return new UsageError(`there is no ${what} "${name}"; ${known}`, false);
}

const ended = (text: string): string => (text.endsWith('\n') ? text : `${text}\n`);
