export { sendingPaceMigrations } from './migration.js';
export { SharedSendingPace } from './sending-pace.js';
