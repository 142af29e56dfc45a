import { expectSafe } from './suite';

expectSafe(['services', 'steps', 'guide', 'migrate']);
