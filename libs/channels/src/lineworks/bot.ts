import type { ConnectionCheck, Credentials } from '@madoguchi/use-cases';
import { checked, type Problem } from '../connection-check.js';
import { idIn, type JsonObject, textIn } from '../platform-json.js';

/** What members may send to the bot: everything but their place, which a contact window does not take. */
const CALLBACK_EVENTS = ['text', 'sticker', 'image', 'file', 'audio', 'video'];

/** What is called back at all; `begin` and `end` are off unless they are asked for. */
const CHANNEL_EVENTS = ['message', 'postback', 'begin', 'end'];

/** Without these no inquiry arrives. */
const INDISPENSABLE_EVENTS = ['message', 'postback'];

/** Properties of a bot that let its members' messages come to `url`. What is left out stays as it is, because this is a PATCH. */
export const callbackTo = (url: string) => ({
  enableCallback: true,
  callbackUrl: url,
  callbackEvents: CALLBACK_EVENTS,
  channelEvents: CHANNEL_EVENTS,
  enableGroupJoin: false,
});

const SET_WEBHOOK =
  'Press "Set Webhook" in the integration account, or correct it on the page of the bot in the LINE WORKS Developer Console.';

/** What can be told from the bot alone: whether it is ours, talks one to one, and calls back everything to us. */
export const botChecks = (
  bot: JsonObject,
  credentials: Credentials,
  milliseconds: number,
  url: string | undefined,
): readonly ConnectionCheck[] => [
  checked('account matches', milliseconds, otherBot(bot, credentials)),
  checked('one to one', milliseconds, inRooms(bot)),
  checked('webhook', milliseconds, otherAddress(bot, url)),
  checked('events', milliseconds, missingEvents(bot)),
];

/** A Bot ID that a double cannot hold comes rounded, and says nothing. */
const otherBot = ({ botId, botName }: JsonObject, credentials: Credentials): Problem | undefined => {
  const real = idIn(botId);
  if (real === undefined || real === credentials.botId) return undefined;
  return {
    reason: `LINE WORKS answered for the bot ${real} (${textIn(botName) ?? 'without a name'}), the form says ${credentials.botId ?? 'nothing'}.`,
    remedy: 'Correct the Bot ID.',
  };
};

const inRooms = ({ enableGroupJoin }: JsonObject): Problem | undefined =>
  enableGroupJoin === true
    ? {
        reason: 'The bot may be invited to rooms of several people; contact windows talk one to one only.',
        remedy:
          'Take the bot policy "複数人のトークルームに招待可" (may be invited to rooms of several people) off, or press "Set Webhook", which does that.',
      }
    : undefined;

const otherAddress = ({ enableCallback, callbackUrl }: JsonObject, url: string | undefined): Problem | undefined => {
  const registered = textIn(callbackUrl);
  if (enableCallback !== true || registered === undefined) {
    return { reason: 'The callback URL of the bot is off, so nothing that members write comes here.', remedy: SET_WEBHOOK };
  }
  return url === undefined || registered === url
    ? undefined
    : { reason: 'LINE WORKS delivers to another address; another system uses this bot.', remedy: SET_WEBHOOK };
};

const missingEvents = ({ callbackEvents, channelEvents }: JsonObject): Problem | undefined => {
  const missing = (events: unknown, wanted: readonly string[]) =>
    Array.isArray(events) ? wanted.filter((event) => !events.includes(event)) : [];
  const all = [...missing(callbackEvents, CALLBACK_EVENTS), ...missing(channelEvents, INDISPENSABLE_EVENTS)];
  return all.length === 0 ? undefined : { reason: `The bot does not pass on: ${all.join(', ')}.`, remedy: SET_WEBHOOK };
};
