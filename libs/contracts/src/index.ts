export * from './account-sign.js';
export * from './capabilities.js';
export * from './commands.js';
export * from './desk-api.js';
export * from './desk-work.js';
export * from './inbound.js';
export * from './problem.js';
export * from './subjects.js';
