export { zh as m } from './zh';
