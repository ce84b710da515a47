export { type LogAddress, openLog, urlOfLog } from './open-log.js';
export { openServiceLog, type ServiceLogSettings } from './open-service-log.js';
