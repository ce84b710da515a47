export * from './certificate.js';
export * from './erase-contact.js';
export * from './erasure.js';
export * from './unless-erased.js';
