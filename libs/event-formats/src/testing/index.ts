export * from './csv-reader.js';
export * from './example-events.js';
export * from './generated-log.js';
