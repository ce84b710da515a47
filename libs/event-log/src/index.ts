export { type LogAddress, openLog, urlOfLog } from './open-log.js';
