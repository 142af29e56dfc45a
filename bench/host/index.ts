export { run } from '../../test/host/suite/index';
