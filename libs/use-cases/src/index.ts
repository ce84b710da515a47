export * from './answer-command.js';
export * from './channel.js';
export * from './receive-inbound.js';
export * from './thread-numbers.js';
export * from './send-reply.js';
export * from './fetch-media.js';
