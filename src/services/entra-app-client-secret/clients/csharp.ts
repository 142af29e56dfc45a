import type { Sdk } from '../../pattern';
import { refuse, sdk } from '../../pattern';
import { netClientSecret } from '../../shared/client-secret';

export const csharp: readonly Sdk[] = [
  netClientSecret,
  sdk('Microsoft.Identity.Client', [refuse('$BUILDER.WithClientSecret($SECRET)', 'msal-federated-credential')]),
  ...['AddMicrosoftIdentityWebApp', 'AddMicrosoftIdentityWebApi', 'EnableTokenAcquisitionToCallDownstreamApi'].map(
    (within) =>
      sdk('Microsoft.Identity.Web', [
        refuse('$OPTION.ClientSecret = $SECRET', 'msal-federated-credential', { within }),
      ]),
  ),
  sdk('', [refuse('$OPTION.ClientSecret = $SECRET', 'login-provider', { within: 'AddMicrosoftAccount' })], {
    words: ['AddMicrosoftAccount'],
  }),
  sdk('Microsoft.Bot.Connector.Authentication', [
    refuse(
      'new PasswordServiceClientCredentialFactory(appId: $CLIENT_ID, password: $SECRET, ...$REST)',
      'bot-password',
    ),
    refuse('new MicrosoftAppCredentials(appId: $CLIENT_ID, password: $SECRET, ...$REST)', 'bot-password'),
    refuse('new SimpleCredentialProvider(appId: $CLIENT_ID, password: $SECRET)', 'bot-password'),
  ]),
  sdk(
    'Microsoft.IdentityModel.Clients.ActiveDirectory',
    [refuse('new ClientCredential($CLIENT_ID, $SECRET)', 'legacy-sdk')],
    { successor: 'Microsoft.Identity.Client' },
  ),
];
