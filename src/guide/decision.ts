import type { Message } from '../core/message';
import { say } from '../core/message';
import { findHost } from '../steps/hosts/all';

/** The questions, in the order they are asked, with the ids of their answers. */
export interface Answers {
  readonly runs?: 'azure' | 'tokens' | 'elsewhere';
  readonly entra?: 'yes' | 'partly' | 'no';
  readonly change?: 'now' | 'later';
  readonly shared?: 'yes' | 'no';
  readonly audit?: 'each' | 'together';
  readonly others?: 'yes' | 'no';
}

export type QuestionId = keyof Answers;

export interface Question {
  readonly id: QuestionId;
  readonly text: Message;
  readonly options: readonly { readonly id: string; readonly text: Message }[];
}

const everyQuestion: readonly Question[] = [
  {
    id: 'runs',
    text: say('Where does the workload run?'),
    options: [
      { id: 'azure', text: say('In Azure, or on a server with Azure Arc') },
      {
        id: 'tokens',
        text: say(
          'Elsewhere, on a platform that issues tokens (GitHub, Azure Pipelines, Kubernetes, AWS, Google Cloud)',
        ),
      },
      { id: 'elsewhere', text: say('Elsewhere, without such a platform') },
    ],
  },
  {
    id: 'entra',
    text: say('Does the service accept Microsoft Entra tokens for what the code does?'),
    options: [
      { id: 'yes', text: say('Yes') },
      { id: 'partly', text: say('In part') },
      { id: 'no', text: say('No') },
    ],
  },
  {
    id: 'change',
    text: say('Can you change the code now?'),
    options: [
      { id: 'now', text: say('Yes') },
      { id: 'later', text: say('Not yet') },
    ],
  },
  {
    id: 'shared',
    text: say(
      'Do several resources need the same roles, is the resource often recreated, or must roles be assigned before it exists?',
    ),
    options: [
      { id: 'yes', text: say('Yes, one of these') },
      { id: 'no', text: say('No, one resource that stays') },
    ],
  },
  {
    id: 'audit',
    text: say('Must the logs show which resource it was?'),
    options: [
      { id: 'each', text: say('Yes, somebody audits each resource') },
      { id: 'together', text: say('No, the workload as a whole is enough') },
    ],
  },
  {
    id: 'others',
    text: say('Does anything else use the same key?'),
    options: [
      { id: 'yes', text: say("Yes, or I don't know") },
      { id: 'no', text: say('No') },
    ],
  },
];

/** The questions that matter with these answers; later ones may drop out. */
export function questions({ runs, entra, change }: Answers): readonly Question[] {
  const identity = entra !== 'no' && change !== 'later';
  return everyQuestion.filter(({ id }) => {
    if (id === 'change') return entra !== 'no';
    if (id === 'shared' || id === 'audit') return runs === 'azure' && identity;
    if (id === 'others') return identity;
    return true;
  });
}

export interface Decision {
  readonly outcome: 'managed-identity' | 'federation' | 'certificate' | 'key-vault';
  readonly title: Message;
  /** For a managed identity, and for the one that opens the vault. */
  readonly identity: 'system-assigned' | 'user-assigned' | null;
  readonly reasons: readonly Message[];
  readonly next: readonly Message[];
}

const titles = {
  'managed-identity': say('Managed identity'),
  federation: say('Workload identity federation'),
  certificate: say('Certificate'),
  'key-vault': say('Key Vault'),
} satisfies Record<Decision['outcome'], Message>;

/** The end of the questions, or null while one that matters has no answer. */
export function decide(answers: Answers): Decision | null {
  if (questions(answers).some(({ id }) => answers[id] === undefined)) return null;
  const { runs, entra, change, shared, audit, others } = answers;
  const reasons: Message[] = [];
  const next: Message[] = [];
  const end = (outcome: Decision['outcome'], identity: Decision['identity'] = null): Decision => ({
    outcome,
    title: titles[outcome],
    identity,
    reasons,
    next,
  });
  if (entra === 'no' || change === 'later') {
    reasons.push(
      entra === 'no'
        ? say(
            'The service does not accept Microsoft Entra tokens. The secret has to stay, so store it where only the workload can read it.',
          )
        : say('A Key Vault reference removes the secret from settings and pipelines without a code change.'),
    );
    if (runs === 'azure') reasons.push(say('The workload accesses the vault with its managed identity.'));
    else if (runs === 'tokens')
      reasons.push(say('The workload accesses the vault through workload identity federation.'));
    else reasons.push(say('The workload accesses the vault with a certificate.'));
    next.push(say('Rotate the secret before you store it in the vault, and set an expiry date.'));
    if (entra !== 'no') next.push(say('Plan the code change: with an identity, there is nothing left to rotate.'));
    return end('key-vault', runs === 'azure' ? 'system-assigned' : null);
  }
  if (entra === 'partly') {
    reasons.push(say('The service accepts tokens for some operations. For the others, keep the secret in Key Vault.'));
  }
  next.push(
    others === 'no'
      ? say('Disable key access as soon as the identity works.')
      : say(
          'Keep key access until everything has been migrated, then disable it. The activity log shows who lists keys.',
        ),
  );
  if (runs === 'tokens') {
    reasons.push(
      say('The platform issues its own tokens. Microsoft Entra trusts them, and no secret is stored anywhere.'),
    );
    return end('federation');
  }
  if (runs === 'elsewhere') {
    reasons.push(
      say(
        'Nothing on that host issues tokens that Microsoft Entra can trust. A certificate is the strongest remaining credential.',
      ),
    );
    next.push(
      say('Keep its private key in Key Vault or in the store of the operating system, and renew it automatically.'),
    );
    next.push(say('Your own servers can have a managed identity through Azure Arc: consider this first.'));
    return end('certificate');
  }
  reasons.push(say('Azure stores and renews the credential. There is nothing to store, leak or rotate.'));
  if (shared === 'yes') {
    reasons.push(
      audit === 'each'
        ? say(
            'User-assigned, so that roles are kept when the resource is recreated. One for each resource, so that the logs distinguish them.',
          )
        : say('User-assigned: several resources share it, it is independent of them, and the role is assigned once.'),
    );
    return end('managed-identity', 'user-assigned');
  }
  reasons.push(say('System-assigned: it is created and deleted with the resource, and has its own sign-in log.'));
  return end('managed-identity', 'system-assigned');
}

/** Answers as they were kept; whatever is not one is dropped. */
export const answersFrom = (kept: Readonly<Record<string, unknown>>): Answers =>
  Object.fromEntries(
    everyQuestion.flatMap(({ id, options }) =>
      options.some((option) => option.id === kept[id]) ? [[id, kept[id]]] : [],
    ),
  );

/** What the workspace says without asking: the support of the service, and where the host runs. */
export function prefill(known: { readonly support?: 'yes' | 'partly' | 'no'; readonly host?: string }): Answers {
  const host = known.host === undefined ? null : findHost(known.host);
  return {
    ...(known.support !== undefined && { entra: known.support }),
    ...(host?.kind === 'managed' && { runs: 'azure' as const }),
    // "Other clouds and platforms" leaves open whether they issue tokens.
    ...(host?.kind === 'federated' &&
      host.id !== 'external' && { runs: host.id === 'aks' ? ('azure' as const) : ('tokens' as const) }),
  };
}
