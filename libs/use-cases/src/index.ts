export * from './channel.js';
export * from './receive-inbound.js';
export * from './thread-numbers.js';
