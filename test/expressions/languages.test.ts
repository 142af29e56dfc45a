import { expectSafe } from './suite';

expectSafe(['languages']);
