export * from './built-in/built-in-bot.js';
export * from './engines-from.js';
export * from './messenger/messenger-bot.js';
export * from './webhook/bot-signature.js';
export * from './webhook/contract.js';
export * from './webhook/post-public.js';
export * from './webhook/read-answer.js';
export * from './webhook/webhook-bot.js';
