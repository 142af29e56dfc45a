import { english } from '../../core/message';
import { refusal } from '../refusals';
import type { GroupJudge } from './context';

const REASONS: Readonly<Record<string, string | undefined>> = {
  browser: 'client-side',
  mobile: 'client-side',
  desktop: 'client-side',
  edge: 'edge-runtime',
  test: 'test-code',
};

/** Code that runs where no managed identity exists, or that only tests other code. */
export const whereCodeRuns: GroupJudge = (_, { file, facts: { runtime } }) => {
  const reason = REASONS[runtime.kind];
  if (reason !== undefined)
    return refusal(reason, '', runtime.evidence === null ? {} : { evidence: english(runtime.evidence) });
  if (file.clientSide) return refusal('client-side');
  return file.embedded ? refusal('embedded-code') : null;
};
