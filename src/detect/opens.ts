import { say } from '../core/message';

/**
 * What a leaked value opens, in sentences that several kinds share. A kind with a sentence of its own says it itself.
 * Guidance and documentation print them after the reason why a value in a file counts as leaked.
 */

/** Keys of an account: Storage, Cosmos DB, Batch. */
export const accountData = say(
  'The key gives full access to all data in the account, and logs do not show who used it.',
);

/** Keys of an access policy: Service Bus, Event Hubs, Relay, Notification Hubs, IoT Hub. */
export const policyRights = say(
  'Anyone who has the key has the rights of its access policy, from anywhere, until the key is regenerated.',
);

/** Shared access signatures. */
export const signedAccess = say(
  'It works from anywhere, for anyone who has it, until it expires or the key that signed it is regenerated.',
);

/** Client secrets and certificates. */
export const applicationRights = say(
  'Anyone who has it can sign in as the application, from anywhere, with all of its permissions.',
);

export const sharedPassword = say(
  'Everyone who has read the file knows the password, and passwords are rarely changed.',
);

/** Personal access tokens, and tokens of other vendors. */
export const tokenRights = say(
  'Anyone who has the token can act as the person or application it was issued to, until it is revoked.',
);

/** Other keys of a service. */
export const serviceKey = say('Anyone who has the key can use it, from anywhere, until it is regenerated.');

/** Addresses that carry their own signature. */
export const openAddress = say('Anyone who has the address can call it, from anywhere, until it is replaced.');

export const privateKeyRights = say(
  'Anyone who has the private key can act as its owner, and can decrypt what was encrypted for it.',
);
