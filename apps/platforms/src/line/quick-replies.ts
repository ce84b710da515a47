import type { World } from '../world.js';
import type { ShownButtons } from './buttons.js';
import type { LineAccount } from './state.js';

/** Quick replies stand at the foot of a chat until one is tapped or anything newer comes. */
export const hideQuickReplies = (world: World, account: LineAccount, chat: string): void => {
  const shown = account.quickReplies[chat];
  if (!shown) return;
  delete account.quickReplies[chat];
  world.chats.change('line', account.channelId, chat, shown.id, { buttons: shown.staying });
};

export const rememberQuickReplies = (account: LineAccount, chat: string, id: string, { staying, quick }: ShownButtons): void => {
  if (quick.length > 0) account.quickReplies[chat] = { id, staying };
};
