export * from './line/index.js';
export * from './lineworks/index.js';
export * from './messenger/index.js';
export * from './registry.js';
export * from './telegram/index.js';
export * from './viber/index.js';
export * from './vonage/index.js';
export * from './whatsapp/index.js';
