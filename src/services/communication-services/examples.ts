import connectionStringSeveralAfter from './examples/connection-string-several/after.ts?raw';
import connectionStringSeveralBefore from './examples/connection-string-several/before.ts?raw';
import connectionStringCodeAfter from './examples/connection-string-code/after.js?raw';
import connectionStringCodeBefore from './examples/connection-string-code/before.js?raw';
import endpointKeyAfter from './examples/endpoint-key/after.ts?raw';
import endpointKeyBefore from './examples/endpoint-key/before.ts?raw';
import messagesOverRestAfter from './examples/messages-over-rest/after.ts?raw';
import messagesOverRestBefore from './examples/messages-over-rest/before.ts?raw';
import connectionStringComesBefore from './examples/connection-string-comes/before.ts?raw';
import mailConnectionStringAfter from './examples/mail-connection-string/after.cs?raw';
import mailConnectionStringBefore from './examples/mail-connection-string/before.cs?raw';
import callsJobsIdentitiesAfter from './examples/calls-jobs-identities/after.cs?raw';
import callsJobsIdentitiesBefore from './examples/calls-jobs-identities/before.cs?raw';
import connectionStringComesParameterBefore from './examples/connection-string-comes-parameter/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'one connection string for several clients',
    file: 'notify.ts',
    before: connectionStringSeveralBefore,
    after: connectionStringSeveralAfter,
    rules: [
      'key-auth/communication-services',
      'key-auth/communication-services',
      'key-auth/communication-services',
      'key-auth/communication-services',
      'key-auth/communication-services',
      'key-auth/communication-services',
    ],
  },
  {
    language: 'typescript',
    title: 'a connection string in the code, in CommonJS',
    file: 'sms.js',
    before: connectionStringCodeBefore,
    after: connectionStringCodeAfter,
    rules: ['hardcoded/acs-connection-string'],
  },
  {
    language: 'typescript',
    title: 'an endpoint and a key',
    file: 'mail.ts',
    before: endpointKeyBefore,
    after: endpointKeyAfter,
    rules: ['key-auth/communication-services'],
  },
  {
    language: 'typescript',
    title: 'messages over REST',
    file: 'message.ts',
    before: messagesOverRestBefore,
    after: messagesOverRestAfter,
    rules: ['key-auth/communication-services'],
  },
  {
    language: 'typescript',
    title: 'a connection string that comes in as a parameter',
    file: 'factory.ts',
    before: connectionStringComesBefore,
    after: null,
    rules: ['key-auth/communication-services'],
    refusal: 'secret-from-parameter',
  },
  {
    language: 'csharp',
    title: 'mail with a connection string, messages with a key',
    file: 'Notify.cs',
    before: mailConnectionStringBefore,
    after: mailConnectionStringAfter,
    rules: ['key-auth/communication-services', 'key-auth/communication-services'],
  },
  {
    language: 'csharp',
    title: 'calls, jobs and identities with one connection string',
    file: 'CallCenter.cs',
    before: callsJobsIdentitiesBefore,
    after: callsJobsIdentitiesAfter,
    rules: ['key-auth/communication-services', 'key-auth/communication-services', 'key-auth/communication-services'],
  },
  {
    language: 'csharp',
    title: 'a connection string that comes in as a parameter',
    file: 'Mailer.cs',
    before: connectionStringComesParameterBefore,
    after: null,
    rules: ['key-auth/communication-services'],
    refusal: 'secret-from-parameter',
  },
];
