export * from './examples.js';
export * from './recorded-centre.js';
export * from './clocked-conversation.js';
