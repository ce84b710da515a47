export * from './audit/decider.js';
export * from './audit/events.js';
export * from './decider.js';
export * from './events.js';
export * from './identity.js';
