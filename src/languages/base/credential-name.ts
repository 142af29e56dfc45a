/** A name that says it is a credential, and none of those with a key. */
const SAYS_SO = /(?:[Cc]red(?:ential)?s?|CRED)(?![a-z])/;
const OF_KEY = /key|shared|secret|sas|anonymous/i;

/** True for a name, or a path of names, that says it is a token credential: `getCredentials`, `this.identity.credential`. */
export const saysTokenCredential = (name: string): boolean => SAYS_SO.test(name) && !OF_KEY.test(name);
