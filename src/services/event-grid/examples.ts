import keyTopicAfter from './examples/key-topic/after.ts?raw';
import keyTopicBefore from './examples/key-topic/before.ts?raw';
import sasAfter from './examples/sas/after.js?raw';
import sasBefore from './examples/sas/before.js?raw';
import topicNamespaceKeyAfter from './examples/topic-namespace-key/after.ts?raw';
import topicNamespaceKeyBefore from './examples/topic-namespace-key/before.ts?raw';
import sasSignedKeyBefore from './examples/sas-signed-key/before.ts?raw';
import keyConfigurationAfter from './examples/key-configuration/after.cs?raw';
import keyConfigurationBefore from './examples/key-configuration/before.cs?raw';
import topicNamespaceAfter from './examples/topic-namespace/after.cs?raw';
import topicNamespaceBefore from './examples/topic-namespace/before.cs?raw';
import legacyPackageBefore from './examples/legacy-package/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'the key of a topic',
    file: 'publish.ts',
    before: keyTopicBefore,
    after: keyTopicAfter,
    rules: ['key-auth/event-grid'],
  },
  {
    language: 'typescript',
    title: 'a SAS',
    file: 'cloud-event.js',
    before: sasBefore,
    after: sasAfter,
    rules: ['key-auth/event-grid'],
  },
  {
    language: 'typescript',
    title: 'the topic of a namespace, with the key in the code',
    file: 'pull.ts',
    before: topicNamespaceKeyBefore,
    after: topicNamespaceKeyAfter,
    rules: ['hardcoded/eventgrid-key'],
  },
  {
    language: 'typescript',
    title: 'a SAS signed with the key',
    file: 'sign.ts',
    before: sasSignedKeyBefore,
    after: null,
    rules: ['key-auth/event-grid'],
    refusal: 'signs-with-key',
  },
  {
    language: 'csharp',
    title: 'a key from the configuration',
    file: 'Publisher.cs',
    before: keyConfigurationBefore,
    after: keyConfigurationAfter,
    rules: ['key-auth/event-grid'],
  },
  {
    language: 'csharp',
    title: 'a topic of a namespace',
    file: 'Sender.cs',
    before: topicNamespaceBefore,
    after: topicNamespaceAfter,
    rules: ['key-auth/event-grid'],
  },
  {
    language: 'csharp',
    title: 'the legacy package',
    file: 'Legacy.cs',
    before: legacyPackageBefore,
    after: null,
    rules: ['key-auth/event-grid'],
    refusal: 'legacy-sdk',
  },
];
