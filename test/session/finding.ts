import type { Finding } from '../../src/core/finding';
import { say } from '../../src/core/message';

/** A finding for tests that look at a few of its parts. */
export const finding = (parts: Partial<Finding> = {}): Finding => ({
  rule: 'hardcoded/storage-account-key',
  service: 'storage-blob',
  origin: 'literal',
  severity: 'warning',
  span: { start: 0, end: 10 },
  message: say('Hardcoded secret'),
  fixes: [{ kind: 'identity', title: say('Use DefaultAzureCredential') }],
  refusal: null,
  related: [],
  fingerprint: 'f1',
  ...parts,
});
