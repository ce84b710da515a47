export * from './channel-contract.js';
export * from './scripted-platform.js';
