export * from './examples.js';
export * from './clocked-conversation.js';
