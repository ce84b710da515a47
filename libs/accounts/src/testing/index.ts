export * from './all-commands.js';
export * from './bot-examples.js';
export * from './examples.js';
export * from './number-examples.js';
