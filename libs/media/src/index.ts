export * from './folder-media-store.js';
export * from './public-link.js';
