import type { BotKind } from '@madoguchi/accounts';
import type { BotEngine } from '@madoguchi/use-cases';
import { builtInBot } from './built-in/built-in-bot.js';
import { postPublic } from './webhook/post-public.js';
import { webhookBot } from './webhook/webhook-bot.js';

/**
 * Every way in which bots answer. `MADOGUCHI_BOT_ORIGINS`: origins inside the own network where webhook bots may be, such as
 * `http://rasa:5005`, separated by commas; everywhere else they are on the public internet.
 */
export const botEnginesFrom = (
  environment: Readonly<Record<string, string | undefined>>,
  now: () => Date,
): ReadonlyMap<BotKind, BotEngine> => {
  const named = (environment['MADOGUCHI_BOT_ORIGINS'] ?? '').split(',').filter((origin) => URL.canParse(origin));
  const origins = new Set(named.map((origin) => new URL(origin).origin));
  const engines = [builtInBot(now), webhookBot({ post: postPublic(origins), now })];
  return new Map(engines.map((engine) => [engine.kind, engine]));
};
