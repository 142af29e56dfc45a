import type { Identity } from '../identity';

export const identity: Identity = {
  support: 'partly',
  summary:
    'Application Insights and the Logs Ingestion API accept Microsoft Entra tokens. The connection string of Application Insights stays, it is an address and no key that reads data; a credential joins it. The shared key of a Log Analytics workspace is a real secret and goes.',
  roles: {
    read: [
      { name: 'Log Analytics Data Reader', id: '3b03c2da-16b3-4a49-8834-0f8130efdd3b', allows: 'query logs' },
      {
        name: 'Log Analytics Reader',
        id: '73c42c96-874c-492b-b04d-ab87d138a893',
        allows: 'query logs and see the settings of workspaces',
      },
      { name: 'Monitoring Reader', id: '43d0d8ad-25c7-4714-9337-8ba259a9fe05', allows: 'read all monitoring data' },
    ],
    write: [
      {
        name: 'Monitoring Metrics Publisher',
        id: '3913510d-42f4-4e42-8a64-420c390055eb',
        allows: 'send telemetry, metrics and logs',
      },
    ],
    admin: [
      {
        name: 'Log Analytics Contributor',
        id: '92aaf0da-9dab-42b6-94a3-d43ce8d16293',
        allows: 'manage workspaces and read their data',
      },
    ],
    other: [],
  },
  usual: 'Monitoring Metrics Publisher',
  bindings: ['APPLICATIONINSIGHTS_AUTHENTICATION_STRING=Authorization=AAD'],
  scopeNote: 'The scope is the Application Insights resource for telemetry, the data collection rule for logs.',
  grant: {
    kind: 'rbac',
    scope:
      '/subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.Insights/components/<component>',
    bicepType: 'Microsoft.Insights/components@2020-02-02',
    terraformType: 'azurerm_application_insights',
  },
  disableKeys: {
    cli: `az resource update --ids <component-id> --set properties.DisableLocalAuth=true
# or, for a Log Analytics workspace:
az resource update --ids <workspace-id> --set properties.features.disableLocalAuth=true`,
    bicep: 'properties.DisableLocalAuth: true',
    terraform: 'local_authentication_enabled = false # before azurerm 5: local_authentication_disabled = true',
    effect:
      'Telemetry without a token is refused. Legacy agents and some solutions use the key of the workspace: look before.',
  },
  rotate: [
    'az monitor app-insights api-key delete --resource-group <resource-group> --app <component> --api-key <key-name>',
  ],
  limits: [
    'The shared key of a Log Analytics workspace has no command of its own to renew it: move to the Logs Ingestion API with a data collection rule and switch local authentication of the workspace off.',
    'The instrumentation key of Application Insights cannot be renewed: a new resource has a new one.',
    'No tokens for: the JavaScript SDK in browsers, the Java agent 2.x, automatic instrumentation of Python on App Service, the .NET Profiler, GraalVM native images.',
    'API keys of Application Insights (x-api-key) are a secret of their own, retired in favour of Microsoft Entra.',
  ],
  links: [
    {
      title: 'Microsoft Entra authentication for Application Insights',
      url: 'https://learn.microsoft.com/azure/azure-monitor/app/azure-ad-authentication',
    },
    {
      title: 'Logs Ingestion API',
      url: 'https://learn.microsoft.com/azure/azure-monitor/logs/logs-ingestion-api-overview',
    },
  ],
};
