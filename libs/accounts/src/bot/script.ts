import type { Hours } from '../business-hours/events.js';

/** BCP 47 tag → text. */
export type Texts = Readonly<Record<string, string>>;

/** One thing that the customer may choose; its words are looked for in what they write, too. */
export interface ScriptOption {
  readonly id: string;
  readonly label: Texts;
  /** Language → words, in any case. */
  readonly words?: Readonly<Record<string, readonly string[]>>;
  readonly goTo: string;
}

/** `goTo` names another step. */
export type ScriptStep =
  | { readonly do: 'say'; readonly text: Texts; readonly goTo?: string }
  | { readonly do: 'menu'; readonly text: Texts; readonly options: readonly ScriptOption[] }
  /** What the customer writes next is the field's value. */
  | { readonly do: 'ask'; readonly text: Texts; readonly field: string; readonly goTo: string }
  | { readonly do: 'look at the clock'; readonly hours: Hours; readonly open: string; readonly closed: string }
  | {
      readonly do: 'hand over';
      readonly text?: Texts;
      readonly queueId?: string;
      readonly skills?: readonly string[];
      readonly summary?: string;
    }
  | { readonly do: 'close'; readonly text?: Texts };

/** What a built-in bot does: no code, only data. */
export interface BotScript {
  /** For customers whose language it has no texts in. */
  readonly language: string;
  readonly start: string;
  readonly steps: Readonly<Record<string, ScriptStep>>;
}
