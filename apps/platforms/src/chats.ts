import type { ChatEntry, ChatView } from './control-api.js';
import type { Live } from './live.js';
import type { State } from './state.js';

/** What customers see on their phones: one list of entries per platform, account and chat. */
export class Chats {
  private readonly chats: Record<string, ChatEntry[]>;

  constructor(
    private readonly state: State,
    private readonly live: Live,
  ) {
    this.chats = state.branch('chats', {});
  }

  add(platform: string, account: string, chat: string, entry: ChatEntry): void {
    (this.chats[keyOf(platform, account, chat)] ??= []).push(entry);
    this.tell(platform, account, chat, entry);
  }

  /** @returns undefined when the customer has no such entry. */
  change(platform: string, account: string, chat: string, id: string, change: Partial<ChatEntry>): ChatEntry | undefined {
    const entries = this.chats[keyOf(platform, account, chat)] ?? [];
    const index = entries.findIndex((entry) => entry.id === id);
    const found = entries[index];
    if (!found) return undefined;
    const changed = { ...found, ...change };
    entries[index] = changed;
    this.tell(platform, account, chat, changed);
    return changed;
  }

  find(platform: string, account: string, chat: string, id: string): ChatEntry | undefined {
    return this.chats[keyOf(platform, account, chat)]?.find((entry) => entry.id === id);
  }

  view(platform: string, account: string, chat: string): ChatView {
    return { platform, account, chat, entries: this.chats[keyOf(platform, account, chat)] ?? [] };
  }

  private tell(platform: string, account: string, chat: string, entry: ChatEntry): void {
    this.state.changed();
    this.live.publish({ type: 'entry', platform, account, chat, entry });
  }
}

const keyOf = (platform: string, account: string, chat: string): string => `${platform}/${account}/${chat}`;
