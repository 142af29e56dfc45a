/** A URL with a user, who may have no name, and a password. */
export const URL_WITH_PASSWORD = /:\/\/[^\s@"'`:]{0,200}:[^\s"'`]{0,1000}@/;

/** A connection string from elsewhere, or one in the code with a password. */
export const PASSWORD_BEHIND_HOST = {
  test(code: string): boolean {
    const last = [...code.matchAll(/(?:password|pwd)\s{0,9}=/gi)].at(-1)?.index ?? -1;
    return ![...code.matchAll(/(?:host|server|data source)\s{0,9}=/gi)].some(({ index }) => index > last);
  },
};
