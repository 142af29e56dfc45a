import { expectSafe } from './suite';

expectSafe(['core', 'detect', 'formats', 'manifests']);
