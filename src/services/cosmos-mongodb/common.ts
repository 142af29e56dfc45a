export const REQUEST_UNITS = /^(?![\s\S]*MONGODB-OIDC)[\s\S]*\.mongo\.cosmos\.azure\./;

export const OTHER = /^(?![\s\S]*MONGODB-OIDC)(?:[\s\S]*:\/\/[^\s@"'`]*:[^\s"'`]*@|(?![\s\S]*:\/\/))/;
