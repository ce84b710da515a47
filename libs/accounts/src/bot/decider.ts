import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import { checkedBot } from './bot-fields.js';
import type { BotEvent, BotKind, BotSettings } from './events.js';

export interface Bot extends BotSettings {
  readonly status: 'none' | 'there' | 'archived';
  readonly kind: BotKind;
  /** How often its script was set. */
  readonly scriptVersion: number;
}

export type BotCommand =
  | ({ readonly type: 'AddBot'; readonly kind: BotKind } & BotSettings)
  | ({ readonly type: 'ChangeBot'; readonly secretChanged?: true } & Partial<BotSettings>)
  | { readonly type: 'ArchiveBot'; readonly name?: undefined };

const initialBot = (): Bot => ({
  status: 'none',
  kind: 'built-in',
  name: '',
  endpoint: null,
  appId: null,
  accountIds: [],
  fields: [],
  deadlineSeconds: 10,
  script: null,
  scriptVersion: 0,
});

const decide = (command: BotCommand, bot: Bot): readonly BotEvent[] => {
  if (command.type === 'AddBot') {
    if (bot.status !== 'none') throw new Refusal('bot-exists', 'This bot exists already; change it instead.');
    const { type: _, kind, ...settings } = command;
    return [{ type: 'BotAdded', data: { kind, ...checkedBot(kind, settings) } }];
  }
  if (bot.status === 'none') throw new Refusal('no-such-bot', 'There is no such bot.');
  if (command.type === 'ArchiveBot') return bot.status === 'archived' ? [] : [{ type: 'BotArchived', data: {} }];
  if (bot.status === 'archived') throw new Refusal('bot-archived', 'This bot is archived.');
  const { type: _, secretChanged, ...wanted } = command;
  const settings = checkedBot(bot.kind, { ...settingsOf(bot), ...given(wanted) });
  const changed = Object.fromEntries(Object.entries(settings).filter(([field, value]) => differs(value, bot[field as keyof BotSettings])));
  const data = { ...changed, ...(secretChanged ? { secretChanged } : {}) };
  return Object.keys(data).length === 0 ? [] : [{ type: 'BotChanged', data }];
};

const settingsOf = ({ status: _, kind: __, scriptVersion: ___, ...settings }: Bot): BotSettings => settings;

const given = (wanted: Partial<BotSettings>): Partial<BotSettings> =>
  Object.fromEntries(Object.entries(wanted).filter(([, value]) => value !== undefined));

const differs = (one: unknown, other: unknown): boolean => JSON.stringify(one) !== JSON.stringify(other);

/** A bot of a tenant: what it is, where it answers, what it may see. */
export const botDecider: Decider<Bot, BotCommand, BotEvent> = {
  initialState: initialBot,
  evolve: (bot, event) => {
    switch (event.type) {
      case 'BotAdded':
        return { ...bot, ...event.data, status: 'there', scriptVersion: event.data.script ? 1 : 0 };
      case 'BotChanged': {
        const { secretChanged: _, ...settings } = event.data;
        return { ...bot, ...settings, scriptVersion: bot.scriptVersion + (settings.script ? 1 : 0) };
      }
      case 'BotArchived':
        return { ...bot, status: 'archived' };
      default:
        return bot;
    }
  },
  decide,
};
