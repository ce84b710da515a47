export * from './decider-specification.js';
export * from './event-builders.js';
export * from './event-store-contract.js';
export * from './every-version.js';
export * from './golden-histories.js';
export * from './in-memory-event-store.js';
export * from './upcasting-contract.js';
