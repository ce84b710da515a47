export * from './channel-type.js';
export * from './contact/decider.js';
export * from './contact/events.js';
export * from './content.js';
export * from './events.js';
export * from './identity.js';
export * from './shelf/decider.js';
