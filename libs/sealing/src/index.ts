export * from './places.js';
export * from './sealed-event.js';
export * from './sealing.js';
export * from './signing.js';
