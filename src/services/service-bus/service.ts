import { defineService } from '../service';
import { csharp } from './clients/csharp';
import { typescript } from './clients/typescript';
import { examples } from './examples';
import { identity } from './identity';
import { secrets, settings } from './secrets';

export const serviceBus = defineService({
  id: 'service-bus',
  title: 'Azure Service Bus',
  secrets,
  // The client takes the host name alone.
  endpoint: ({ Endpoint }) => Endpoint?.replace(/^\w+:\/\//, '').split('/', 1)[0] ?? null,
  endpointSetting: 'AZURE_SERVICEBUS_FULLYQUALIFIEDNAMESPACE',
  endpointWords: ['fully', 'qualified', 'namespace'],
  clients: { typescript, csharp },
  calls: {
    on: /sender|receiver/,
    read: /^(?:createreceiver|createprocessor|receive|peek|acceptnextsession|acceptsession|getqueuereceiver|getsubscriptionreceiver|newreceiver|processor$|its\.subscribe)/,
    write:
      /^(?:createsender|sendmessage|sendbatch|schedulemessage|getqueuesender|gettopicsender|newsender|sender$|its\.(?:send|schedule))/,
    // Even to read the properties of a queue it needs the right to manage.
    manage: /ServiceBusAdministrationClient/,
  },
  settings,
  identity,
  examples,
});
