import { say } from '../../src/core/message';
import type { SecretKind } from '../../src/detect/kind';
import { landmark } from '../../src/detect/landmarks';

/** A kind as it would be in a file of `src/detect/kinds/`; one-kind.test.ts adds it to the list. */
export const contosoKey: SecretKind = {
  id: 'contoso-key',
  noun: 'a Contoso key',
  opens: say('Anyone who has the key can order tea.'),
  form: '32 hexadecimal digits, next to a Contoso client.',
  looks: [
    {
      anchors: ['teapot='],
      before: 1,
      after: 40,
      pattern: /(?<![A-Za-z])teapot=(?<value>[a-z2-7]{24})(?![A-Za-z0-9])/,
    },
  ],
  named: [{ shape: 'hex32', near: [landmark('contoso', ['contoso_brew', 'brewmaster'])], name: /spout$|brewmaster$/ }],
  names: ['spout$'],
  calls: ['brewmaster('],
};
