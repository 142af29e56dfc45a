import { expectSafe } from './suite';

expectSafe('detect', ['core', 'detect', 'formats', 'manifests']);
