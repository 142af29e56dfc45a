import type { FixKind } from '../core/finding';
import type { Message } from '../core/message';
import { say } from '../core/message';
import type { CredentialChoice } from '../languages/code';
import { roleFor } from '../services/identity';
import { secretsUser } from '../services/key-vault';
import type { Service } from '../services/service';
import type { LoadChange } from './load-secret';

/**
 * What remains to be done by hand after the identity migration of these services, in order.
 * @param gone settings that nothing reads any more and that no other one replaces.
 */
export function identitySteps(
  services: readonly Service[],
  access: (service: Service) => 'read' | 'write' | undefined,
  settings: readonly string[],
  gone: readonly string[],
  leaked: boolean,
  choice: CredentialChoice,
): Message[] {
  const steps: Message[] = [];
  for (const service of services) {
    const role = roleFor(service.identity, access(service));
    const { read, write } = service.identity.roles;
    const [receiver] = read;
    const [sender] = write;
    if (service.identity.apart && access(service) === undefined && receiver && sender) {
      steps.push(
        say(
          'Enable a managed identity where the app runs and grant it, for what it does on the resource of {service}: {sender} ({senderId}) to send, {receiver} ({receiverId}) to receive.',
          {
            service: service.title,
            sender: sender.name,
            senderId: sender.id,
            receiver: receiver.name,
            receiverId: receiver.id,
          },
        ),
      );
      continue;
    }
    steps.push(
      role
        ? say('Enable a managed identity where the app runs and grant it {role} ({id}) on the resource of {service}.', {
            role: role.name,
            id: role.id,
            service: service.title,
          })
        : say('Enable a managed identity where the app runs and give it the access {service} needs.', {
            service: service.title,
          }),
    );
  }
  if (choice === 'userAssigned')
    steps.push(say('Set AZURE_CLIENT_ID to the client id of the user-assigned identity where the app runs.'));
  for (const step of services.flatMap(({ byHand = [] }) => byHand)) steps.push(say(step));
  if (settings.length === 0 && gone.length > 0)
    steps.push(say('Delete the setting {names} where the app runs.', { names: gone.join(', ') }));
  if (settings.length > 0)
    steps.push(
      say('Set {names} where the app runs, and delete the old setting there.', { names: settings.join(', ') }),
    );
  if (leaked) {
    const commands = services.flatMap(({ identity }) => identity.rotate);
    steps.push(
      commands.length > 0
        ? say('The secret stood in a file: treat it as leaked and rotate it. {command}', {
            command: commands.join('; '),
          })
        : say('The secret stood in a file: treat it as leaked and rotate it.'),
    );
  }
  return steps;
}

const rotate = (): Message => say('Rotate the secret: it stood in a file.');

const store = (secret: string): Message =>
  say(
    'Put the new value into Key Vault from a file only you can read, without a line break at its end: az keyvault secret set --vault-name <vault> --name {secret} --file <path>',
    { secret },
  );

const stays = say('{name} stays in {file}, since other code may read it. Move that too, then delete {name}.');

/** The template of a step that later migrations may make needless: when `file` does not say `name` any more. */
export const SECRET_STAYS = stays.template;

/** A constant of another file that stays, because it is not certain that nothing else reads it. */
export const staysStep = (name: string, file: string): Message => ({ ...stays, args: { name, file } });

/** What remains to be done by hand when a secret moves to Key Vault or to a setting. */
export function keepSteps(fix: Exclude<FixKind, 'identity'>, setting: string): Message[] {
  const vaultName = setting.toLowerCase().replace(/_/g, '-');
  if (fix === 'setting')
    return [
      rotate(),
      say('Set {name} to the new value where the app runs, never in a file that is committed.', { name: setting }),
    ];
  return [
    rotate(),
    store(vaultName),
    say(
      'Where the app runs, set {name} to @Microsoft.KeyVault(SecretUri=https://<vault>.vault.azure.net/secrets/{secret}) and grant its identity {role} ({id}).',
      {
        name: setting,
        secret: vaultName,
        role: secretsUser.name,
        id: secretsUser.id,
      },
    ),
    say(
      'Where the host knows no Key Vault references, load the secret once at start-up, never per request: with SecretClient in an asynchronous entry point, or in .NET with AddAzureKeyVault in the configuration.',
    ),
  ];
}

/** What remains to be done by hand when the code loads the secret from Key Vault by itself. */
export function loadSteps({ way, secret, setting, address, opens }: LoadChange, leaked = true): Message[] {
  const steps = [...(leaked ? [rotate()] : []), store(secret)];
  if (way === 'configuration')
    steps.push(
      say(
        'The name {secret} becomes the setting {name}: two hyphens stand for the colon. The app loads every secret of the vault once, at start-up: give it a vault of its own.',
        { secret, name: setting },
      ),
    );
  if (!opens) return steps;
  return [
    ...steps,
    say('Enable a managed identity where the app runs and grant it {role} ({id}) on the vault.', {
      role: secretsUser.name,
      id: secretsUser.id,
    }),
    say('Set {name} to the address of the vault where the app runs: https://<vault>.vault.azure.net/', {
      name: address,
    }),
  ];
}
