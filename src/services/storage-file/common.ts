export const CLIENTS = ['ShareServiceClient', 'ShareClient', 'ShareDirectoryClient', 'ShareFileClient'];
