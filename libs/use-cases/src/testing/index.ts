export * from './bot-engine-contract.js';
export * from './channel-contract.js';
export * from './channel-contract-setup.js';
export * from './deadline-after-request.js';
export * from './media-store-contract.js';
export * from './scripted-mail-server.js';
export * from './scripted-platform.js';
