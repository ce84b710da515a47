export * from './audited-export.js';
export * from './conversation-as-of.js';
export * from './event-filter.js';
export * from './replay.js';
export * from './shown-event.js';
