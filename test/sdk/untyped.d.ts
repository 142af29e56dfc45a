// Packages of refused examples that have no types, or cannot be installed because they depend on packages that are gone.
declare module 'azure-iot-device';
declare module 'azure-iot-device-mqtt';
declare module 'azure-maps-control';
declare module 'azure-sb';
declare module 'azure-search';
declare module 'documentdb';
declare module 'hyco-https';
declare module 'hyco-ws';
declare module 'gremlin';
