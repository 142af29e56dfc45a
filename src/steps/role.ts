import { say } from '../core/message';
import type { Message } from '../core/message';
import type { Step, StepCode } from '../core/step';
import type { Role } from '../services/identity';
import { assign, assignment, principalOf } from './assignment';
import { parseCommands, shell, shellOrNone } from './command';
import type { Situation } from './situation';

/** A role with its GUID, where it has one. */
const named = ({ name, id }: Role): string => (id === '' ? name : `${name} (${id})`);

/** The two roles of which no code seen so far says which one it needs. */
function sendOrReceive({ identity: { apart, roles }, access, exact }: Situation): { send: Role; receive: Role } | null {
  if (exact === true) return null;
  const [receive, send] = [roles.read[0], roles.write[0]];
  return apart === true && access === undefined && receive && send ? { send, receive } : null;
}

/** "Code that only writes needs X instead": the other roles a person should know of before granting. */
function alternatives({ identity: { roles }, role, access, exact }: Situation): Message[] {
  if (access === 'manage' || exact === true) return [];
  const others = (of: readonly Role[]): string =>
    of
      .filter(({ name }) => name !== role?.name)
      .map(({ name }) => name)
      .join(', ');
  const read = others(roles.read);
  const write = others(roles.write);
  return [
    ...(read ? [say('For code that only reads: {roles}.', { roles: read })] : []),
    ...(write ? [say('For code that writes: {roles}.', { roles: write })] : []),
  ];
}

function sentences(situation: Situation): Message[] {
  const { identity, role, choice } = situation;
  const both = sendOrReceive(situation);
  const why =
    role && situation.access === 'read'
      ? [say('The code in this file only reads; code elsewhere may need more.')]
      : role && situation.access === 'write' && identity.roles.write.includes(role)
        ? [say('The code in this file writes.')]
        : [];
  return [
    ...why,
    ...(both
      ? [
          say('Assign the role for what the code does: {send} to send, {receive} to receive.', {
            send: named(both.send),
            receive: named(both.receive),
          }),
        ]
      : [
          ...(role ? [say('{role}: {allows}.', { role: named(role), allows: say(role.allows) })] : []),
          ...alternatives(situation),
        ]),
    ...(identity.scopeNote === undefined ? [] : [say(identity.scopeNote)]),
    ...(choice === 'developer' ? [say('Grant it to a group of developers, on development resources only.')] : []),
  ];
}

const [SENDS, RECEIVES] = ['for code that sends:', 'only for code that receives:'];

/** Comments of commands, for translators. */
export const roleComments: readonly string[] = [SENDS, RECEIVES];

/** Gives the identity access: a role assignment, or the service's own way. Nothing where a developer's account needs none. */
export function roleSteps(situation: Situation, id = `role:${situation.service}`): Step[] {
  const { identity, role, iac, choice, title } = situation;
  const { grant } = identity;
  if (choice === 'developer' && identity.trust === 'application') return [];
  if (grant.kind === 'commands') return ownGrant(situation, grant, id);
  if (role === null) return [];
  const both = iac === 'cli' ? sendOrReceive(situation) : null;
  return [
    {
      id,
      kind: 'role',
      title: both
        ? say('Grant {send} or {receive} on {service}', {
            send: both.send.name,
            receive: both.receive.name,
            service: title,
          })
        : say('Grant {role} on {service}', { role: role.name, service: title }),
      text: [...sentences(situation), say('A new role assignment takes up to 10 minutes to take effect.')],
      code: both
        ? shell([
            `# ${SENDS}`,
            assign(situation, grant.scope, both.send),
            `# ${RECEIVES}`,
            assign(situation, grant.scope, both.receive),
          ])
        : assignment(situation, grant, role),
    },
  ];
}

type OwnGrant = Extract<Situation['identity']['grant'], { kind: 'commands' }>;

/** Fills in who gets access, and to what. */
function complete(situation: Situation, code: string): string {
  const { host, identity, role, choice } = situation;
  const direct = host.kind === 'federated' && identity.trust === 'application';
  const principal = principalOf(situation);
  const declares =
    situation.iac === 'bicep' && principal.declares !== '' && /'<(?:principal|workload)>'/.test(code)
      ? `${principal.declares}\n\n`
      : '';
  return (declares + code)
    .replaceAll("'<principal>'", principal.bicep)
    .replaceAll('"<principal>"', principal.terraform)
    .replaceAll("'<workload>'", principal.seed)
    .replaceAll('<principal-id>', choice === 'developer' ? '<group-id>' : '<principal-id>')
    .replaceAll('<role-id>', role?.id ?? '<role-id>')
    .replaceAll('<role-name>', role?.name ?? '<role-name>')
    .replaceAll('<issuer>', direct ? host.issuer : 'https://login.microsoftonline.com/<tenant-id>/v2.0')
    .replaceAll('<subject>', direct ? host.subject : '<principal-id>');
}

/** Access in the service's own way: its commands, statements of its database. */
function ownGrant(situation: Situation, grant: OwnGrant, id: string): Step[] {
  const { identity, role, iac, title } = situation;
  const written = iac === 'cli' ? undefined : grant[iac];
  const code: StepCode | null =
    written !== undefined && iac !== 'cli'
      ? { language: iac, text: complete(situation, written) }
      : shellOrNone(parseCommands(grant.cli.map((line) => complete(situation, line))));
  const steps: Step[] = [
    {
      id,
      kind: 'role',
      title:
        identity.trust === 'application'
          ? say('Let the app registration trust it')
          : grant.sql
            ? say('Set a Microsoft Entra administrator: {service}', { service: title })
            : role
              ? say('Grant {role} on {service}', { role: role.name, service: title })
              : say('Give the identity access to {service}', { service: title }),
      text: [
        ...sentences(situation),
        ...(iac === 'bicep' && written === undefined
          ? [say('This is a command, because a Bicep file cannot do it by itself.')]
          : []),
      ],
      code,
    },
  ];
  if (grant.sql === undefined) return steps;
  return [
    ...steps,
    {
      id: `${id}:sql`,
      kind: 'role',
      title: say('Create its user in the database'),
      text: [say('Run this signed in as the Microsoft Entra administrator of the server.')],
      code: { language: 'sql', text: grant.sql.map((line) => complete(situation, line)).join('\n') },
    },
  ];
}
