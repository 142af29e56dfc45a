import type { Sdk } from '../../pattern';
import { refuse, sdk } from '../../pattern';

export const csharp: readonly Sdk[] = [
  sdk('Docker.DotNet', [refuse('new AuthConfig(...$REST).Password = $PASSWORD', 'package-without-entra')], {
    namespaces: { AuthConfig: 'Docker.DotNet.Models' },
  }),
];
