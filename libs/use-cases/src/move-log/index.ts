export * from './compare-logs.js';
export * from './move-log.js';
