import { expectSafe } from './suite';

expectSafe('others', ['project', 'engine', 'session', 'cli', 'editor', 'secretlint-rule']);
