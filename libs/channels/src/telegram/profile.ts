import type { Credentials } from '@madoguchi/use-cases';
import { textIn } from '../platform-json.js';
import { callTelegram, resultIn, type TelegramHosts } from './call.js';

/**
 * The name of a chat. Telegram's pictures can only be fetched with the bot's token in the address, so none is given here.
 * Undefined also when Telegram cannot be asked now.
 */
export const telegramProfileOf = async (hosts: TelegramHosts, key: string, credentials: Credentials, signal: AbortSignal) => {
  if (!/^-?\d{1,16}$/.test(key)) return undefined;
  const chat = resultIn(await callTelegram(hosts, 'getChat', credentials, { chat_id: Number(key) }, signal));
  const displayName = [textIn(chat?.first_name), textIn(chat?.last_name)].filter(Boolean).join(' ') || textIn(chat?.title);
  return displayName === undefined ? undefined : { displayName };
};
