import type { Sdk } from '../../pattern';
import { refuse, rewrite, sdk } from '../../pattern';

export const typescript: readonly Sdk[] = [
  sdk('@azure/identity', [
    rewrite('new ClientSecretCredential($TENANT, $CLIENT_ID, $SECRET)', '$CREDENTIAL'),
    refuse('new ClientSecretCredential($TENANT, $CLIENT_ID, $SECRET, $OPTIONS)', 'credential-options'),
  ]),
  sdk('@azure/msal-node', [
    refuse(
      'new ConfidentialClientApplication({ auth: { clientSecret: $SECRET, ...$AUTH }, ...$REST })',
      'msal-federated-credential',
    ),
  ]),
  // Log-in of people.
  ...[
    'next-auth/providers/azure-ad',
    'next-auth/providers/azure-ad-b2c',
    'next-auth/providers/microsoft-entra-id',
    '@auth/core/providers/azure-ad',
    '@auth/core/providers/azure-ad-b2c',
    '@auth/core/providers/microsoft-entra-id',
  ].map((name) => sdk(name, [refuse('$DEFAULT({ clientSecret: $SECRET, ...$REST })', 'login-provider')])),
  sdk('passport-azure-ad', [
    refuse('new OIDCStrategy({ clientSecret: $SECRET, ...$REST }, ...$MORE)', 'login-provider'),
  ]),
  ...['passport-azure-ad-oauth2', 'passport-microsoft'].map((name) =>
    sdk(
      name,
      ['$DEFAULT', 'Strategy']
        .concat(name === 'passport-microsoft' ? ['MicrosoftStrategy'] : [])
        .map((strategy) => refuse(`new ${strategy}({ clientSecret: $SECRET, ...$REST }, ...$MORE)`, 'login-provider')),
    ),
  ),
  sdk('remix-auth-microsoft', [
    refuse('new MicrosoftStrategy({ clientSecret: $SECRET, ...$REST }, ...$MORE)', 'login-provider'),
  ]),
  sdk('better-auth', [
    refuse(
      'betterAuth({ socialProviders: { microsoft: { clientSecret: $SECRET, ...$MICROSOFT }, ...$PROVIDERS }, ...$REST })',
      'login-provider',
    ),
  ]),
  sdk('arctic', [refuse('new MicrosoftEntraId($TENANT, $CLIENT_ID, $SECRET, $REDIRECT)', 'login-provider')]),
  // Bots.
  ...['botbuilder', 'botbuilder-core'].map((name) =>
    sdk(name, [
      refuse(
        'new ConfigurationServiceClientCredentialFactory({ MicrosoftAppPassword: $SECRET, ...$REST }, ...$MORE)',
        'bot-password',
      ),
      refuse('new BotFrameworkAdapter({ appPassword: $SECRET, ...$REST })', 'bot-password'),
    ]),
  ),
  ...['botframework-connector', 'botbuilder'].map((name) =>
    sdk(name, [
      refuse('new $CLASS($CLIENT_ID, $SECRET, ...$REST)', 'bot-password', {
        for: [
          'MicrosoftAppCredentials',
          'MicrosoftGovernmentAppCredentials',
          'PasswordServiceClientCredentialFactory',
          'SimpleCredentialProvider',
        ],
      }),
    ]),
  ),
  sdk('@azure/ms-rest-nodeauth', [
    refuse('loginWithServicePrincipalSecret($CLIENT_ID, $SECRET, $TENANT, ...$REST)', 'legacy-sdk'),
  ]),
];
