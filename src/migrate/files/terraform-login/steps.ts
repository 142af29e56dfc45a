import { say } from '../../../core/message';
import type { Step } from '../../../core/step';
import { serviceOf } from '../../../services/index';
import { shell } from '../../../steps/command';

const commandsOf = (service: string): readonly string[] => serviceOf(service)?.identity.rotate ?? [];

/** What people do beside the change of a provider. `leaked`: the secret was in the file. */
export const providerSteps = (path: string, leaked: boolean): Step[] => [
  {
    id: `prepare:terraform:${path}`,
    kind: 'prepare',
    title: say('Let the app registration trust the pipeline that runs Terraform'),
    text: [
      say(
        'The app stays the same, with its roles. use_oidc takes the token of a job in GitHub Actions that has the permission id-token: write; in other pipelines, set ARM_OIDC_TOKEN. On a host in Azure, write use_msi = true instead.',
      ),
    ],
    code: shell(
      `az ad app federated-credential create --id <app-id> --parameters '{"name":"<credential-name>","issuer":"<issuer>","subject":"<subject>","audiences":["api://AzureADTokenExchange"]}'`,
    ),
  },
  {
    id: `prove:terraform:${path}`,
    kind: 'prove',
    title: say('Run terraform plan in the pipeline'),
    text: [say('It must sign in without the secret. A new federated credential takes a few minutes to work.')],
    code: shell('terraform plan'),
  },
  {
    id: `${leaked ? 'rotate' : 'remove-setting'}:terraform:${path}`,
    kind: leaked ? 'rotate' : 'remove-setting',
    title: say('Delete the client secret of the app'),
    text: [
      leaked
        ? say(
            'It was in the file, and therefore in the history of the repository: treat it as leaked. Create no new one.',
          )
        : say('Do this only when nothing else signs in with it. Also delete the variable that passed it on.'),
    ],
    code: shell(commandsOf('arm-service-principal').slice(0, 2)),
  },
];

/** What people do beside the change of a backend. */
export const backendSteps = (path: string): Step[] => [
  {
    id: `role:terraform:${path}`,
    kind: 'role',
    title: say('Grant {role} on {service}', {
      role: 'Storage Blob Data Contributor',
      service: say('the Terraform state'),
    }),
    text: [
      say(
        'Whoever runs Terraform needs it on the container of the state: the identity of the pipeline, and the developers.',
      ),
    ],
    code: shell(
      'az role assignment create --assignee-object-id <principal-id> --assignee-principal-type ServicePrincipal --role ba92f5b4-2d11-453d-a403-e96b0029c9fe --scope /subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.Storage/storageAccounts/<account>/blobServices/default/containers/<container-name>',
    ),
  },
  {
    id: `prove:terraform:${path}`,
    kind: 'prove',
    title: say('Initialize Terraform again'),
    text: [say('The state stays where it is; only the way to sign in changes.')],
    code: shell('terraform init -reconfigure'),
  },
  {
    id: `rotate:terraform:${path}`,
    kind: 'rotate',
    title: say('Rotate the old secret: {service}', { service: 'Azure Storage' }),
    text: [say('It was in the file, and therefore in the history of the repository: treat it as leaked.')],
    code: shell(commandsOf('storage-blob').slice(0, 2)),
  },
];
