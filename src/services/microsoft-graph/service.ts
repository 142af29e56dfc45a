import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const microsoftGraph = defineService({
  id: 'microsoft-graph',
  title: 'Microsoft Graph',
  secrets,
  endpoint: () => null,
  claims: (_code, text) =>
    /["']@microsoft\/(?:microsoft-graph-client|msgraph-sdk)|\busing\s{1,99}Microsoft\.Graph\b|\bGraphServiceClient\b|graph\.microsoft\.(?:com|us)|microsoftgraph\.chinacloudapi\.cn/.test(
      text,
    ),
  clients: { typescript, csharp },
  settings,
  identity,
  examples,
});
