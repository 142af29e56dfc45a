/** A URL with a user, who may have no name, and a password. */
export const URL_WITH_PASSWORD = /:\/\/[^\s@"'`:]{0,200}:[^\s"'`]{0,1000}@/;
