import subscriptionKeyHeaderBefore from './examples/subscription-key-header/before.ts?raw';
import subscriptionKeyHeaderDotnetBefore from './examples/subscription-key-header-dotnet/before.cs?raw';
import type { Example } from '../service';

export const examples: readonly Example[] = [
  {
    language: 'typescript',
    title: 'a subscription key in a header',
    file: 'orders.ts',
    before: subscriptionKeyHeaderBefore,
    after: null,
    rules: ['key-auth/api-management'],
    refusal: 'rest-header',
  },
  {
    language: 'csharp',
    title: 'a subscription key in a header',
    file: 'Orders.cs',
    before: subscriptionKeyHeaderDotnetBefore,
    after: null,
    rules: ['key-auth/api-management'],
    refusal: 'rest-header',
  },
];
