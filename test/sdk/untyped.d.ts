// Packages of refused examples that cannot be installed for the check: they depend on packages that do not exist.
declare module 'hyco-https';
declare module 'hyco-ws';
