import type { BotScript } from './script.js';

/**
 * `built-in`: a script of ours; `webhook`: a program elsewhere that keeps to our contract; `rasa`, `botpress`, `typebot`: a bot of such a
 * platform, asked over its own API; `messenger`: an app at Meta that has the thread first.
 */
export const BOT_KINDS = ['built-in', 'webhook', 'rasa', 'botpress', 'typebot', 'messenger'] as const;
export type BotKind = (typeof BOT_KINDS)[number];

/** Kinds of bots that are somewhere else, at an endpoint. */
export const ELSEWHERE: readonly BotKind[] = ['webhook', 'rasa', 'botpress', 'typebot'];

/** What of the customer a bot may see beside what they write. */
export const BOT_FIELDS = ['name', 'language', 'contact'] as const;
export type BotField = (typeof BOT_FIELDS)[number];

export interface BotSettings {
  readonly name: string;
  /** Where a webhook bot listens; null: nowhere. Its secret is kept elsewhere. */
  readonly endpoint: string | null;
  /** The page's other app, of a bot that Messenger gives the thread to. */
  readonly appId: string | null;
  /** Integration accounts on which it answers first. */
  readonly accountIds: readonly string[];
  readonly fields: readonly BotField[];
  /** How long a customer waits for it at most, in seconds; then people go on. */
  readonly deadlineSeconds: number;
  readonly script: BotScript | null;
}

/** Who answers customers before people do. */
export type BotEvent =
  | { readonly type: 'BotAdded'; readonly data: { readonly kind: BotKind } & BotSettings }
  | {
      readonly type: 'BotChanged';
      readonly data: Partial<BotSettings> & {
        /** Its secret is another one now; it lies where secrets are kept. */
        readonly secretChanged?: true;
      };
    }
  /** It answers nobody any more. */
  | { readonly type: 'BotArchived'; readonly data: Readonly<Record<string, never>> };

/** Which fields are about a person; see `personalFields` of the conversation. */
export const botPersonalFields = { BotAdded: [], BotChanged: [], BotArchived: [] } as const satisfies Record<
  BotEvent['type'],
  readonly string[]
>;
