import { expectSafe } from './suite';

expectSafe('services', ['services', 'steps', 'guide', 'migrate']);
