import { displayName, version } from '../../package.json';

export const PRODUCT = displayName;
export const VERSION = version;
