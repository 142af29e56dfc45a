import { URL_WITH_PASSWORD } from '../shared/url-with-password';

/** It signs in with a token already. */
export const hasToken = (code: string): boolean => code.includes('MONGODB-OIDC');

export const REQUEST_UNITS = {
  test: (code: string): boolean => !hasToken(code) && code.includes('.mongo.cosmos.azure.'),
};

export const OTHER = {
  test: (code: string): boolean => !hasToken(code) && (!code.includes('://') || URL_WITH_PASSWORD.test(code)),
};
