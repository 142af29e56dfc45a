import type { Message } from '../core/message';
import { say } from '../core/message';
import type { CredentialChoice } from '../languages/code';
import { roleFor } from '../services/identity';
import type { Service } from '../services/service';

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

/** What remains to be done by hand when a secret moves to Key Vault or to a setting. */
export function keepSteps(fix: 'key-vault' | 'setting', setting: string): Message[] {
  const vaultName = setting.toLowerCase().replace(/_/g, '-');
  if (fix === 'setting')
    return [
      say('Rotate the secret: it stood in a file.'),
      say('Set {name} to the new value where the app runs, never in a file that is committed.', { name: setting }),
    ];
  return [
    say('Rotate the secret: it stood in a file.'),
    say(
      'Put the new value into Key Vault from a file only you can read: az keyvault secret set --vault-name <vault> --name {secret} --file <path>',
      { secret: vaultName },
    ),
    say(
      'Where the app runs, set {name} to @Microsoft.KeyVault(SecretUri=https://<vault>.vault.azure.net/secrets/{secret}) and grant its identity Key Vault Secrets User.',
      {
        name: setting,
        secret: vaultName,
      },
    ),
    say(
      'Where the host knows no Key Vault references, load the secret once at start-up, never per request: with SecretClient in an asynchronous entry point, or in .NET with AddAzureKeyVault in the configuration.',
    ),
  ];
}
