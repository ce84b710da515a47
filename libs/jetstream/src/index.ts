export * from './command-bus.js';
export * from './batch.js';
export * from './connect.js';
export * from './errors.js';
export * from './group-publish.js';
export * from './log.js';
export * from './streams.js';
