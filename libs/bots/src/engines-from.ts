import type { BotKind } from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import type { BotEngine, Channel } from '@madoguchi/use-cases';
import { builtInBot } from './built-in/built-in-bot.js';
import { messengerBot } from './messenger/messenger-bot.js';
import { botpress } from './platforms/botpress.js';
import { platformBot } from './platforms/platform-bot.js';
import { rasa } from './platforms/rasa.js';
import { typebot } from './platforms/typebot.js';
import { postPublic } from './webhook/post-public.js';
import { webhookBot } from './webhook/webhook-bot.js';

/**
 * Every way in which bots answer. `MADOGUCHI_BOT_ORIGINS`: origins inside the own network where webhook bots may be, such as
 * `http://rasa:5005`, separated by commas; everywhere else they are on the public internet.
 */
export const botEnginesFrom = (
  environment: Readonly<Record<string, string | undefined>>,
  now: () => Date,
  channels: ReadonlyMap<ChannelType, Channel>,
): ReadonlyMap<BotKind, BotEngine> => {
  const named = (environment['MADOGUCHI_BOT_ORIGINS'] ?? '').split(',').filter((origin) => URL.canParse(origin));
  const origins = new Set(named.map((origin) => new URL(origin).origin));
  const threads = channels.get('messenger')?.threadControl;
  const ports = { post: postPublic(origins), now };
  const engines = [
    builtInBot(now),
    webhookBot(ports),
    ...[rasa, botpress, typebot()].map((platform) => platformBot(platform, ports)),
    ...(threads ? [messengerBot(threads, now)] : []),
  ];
  return new Map(engines.map((engine) => [engine.kind, engine]));
};
