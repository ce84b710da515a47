export * from './key-database.js';
export * from './sealed-contract-log.js';
