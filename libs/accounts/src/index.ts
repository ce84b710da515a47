export * from './account/auto-link.js';
export * from './account/decider.js';
export * from './account/due-actions.js';
export * from './account/events.js';
export * from './account/standing.js';
export type { IntegrationAccount } from './account/state.js';
export * from './audit/decider.js';
export * from './audit/events.js';
export * from './identity.js';
