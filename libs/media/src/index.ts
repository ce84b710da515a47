export * from './folder-media-store.js';
export * from './open-media-store.js';
export * from './public-link.js';
export * from './s3-media-store.js';
