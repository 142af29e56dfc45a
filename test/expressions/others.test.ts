import { expectSafe } from './suite';

expectSafe(['project', 'engine', 'session', 'cli', 'editor', 'secretlint-rule']);
