import type { ChannelType } from '@madoguchi/conversation';
import type { Levels } from '../../levels.js';
import type { ChannelWeights } from '../../weights.js';

/** By language tag; the customer's language is looked for first, then the first that is there. */
export type Texts = Readonly<Record<string, string>>;

/**
 * A circle of agents that grows: while a conversation is in its n-th ring, it may go to whom the first n rings let in. The last ring
 * lasts until somebody takes it.
 */
export interface Ring {
  /** How long before the next ring begins, 1-86,400; of the last one without meaning. */
  readonly seconds: number;
  /** From this ring on another level is enough than the queue, or the request, asks for. `language` stands for the customer's. */
  readonly minimumLevels: Levels;
  /** From this ring on these do not count any more. */
  readonly droppedSkills: readonly string[];
  /** Lets in only these; empty: everybody who serves the queue. */
  readonly agentGroups: readonly string[];
}

export interface WrapUpCode {
  /** Kept in the event. */
  readonly code: string;
  /** As agents read it, by language. */
  readonly names: Texts;
}

/** What an agent does after the customer has gone, before the place is free. */
export interface WrapUpPolicy {
  /** `timed`: ends by itself after `seconds`. */
  readonly kind: 'none' | 'optional' | 'required' | 'timed';
  readonly seconds: number;
  readonly codes: readonly WrapUpCode[];
}

/** In seconds of business time; null: not promised. */
export interface ServiceTargets {
  readonly firstAnswerSeconds: number | null;
  readonly nextAnswerSeconds: number | null;
  readonly resolutionSeconds: number | null;
  /** How much of the time may pass before a warning, 1-100 %. */
  readonly warnAtPercent: number;
}

/** What a customer is told by itself, each at most once in a wait; where there is no text, nothing. */
export interface AutomaticTexts {
  readonly waiting: Texts;
  /** Outside of the business hours; `{{nextOpening}}` stands for when it opens. */
  readonly closed: Texts;
  /** People go on where a bot was. */
  readonly handedOver: Texts;
  /** How long they wait before they are told so, 0-86,400; absent: 60. */
  readonly waitingAfterSeconds?: number;
  /** For a customer in whose language there is no text, also no notice of silence; absent: the first that is there. */
  readonly fallbackLanguage?: string;
}

/** How the conversations of one queue find their agents. Seconds are whole. */
export interface QueuePolicy {
  readonly requires: {
    readonly skills: Levels;
    /** The least level of the customer's language; null: languages do not count. */
    readonly languageLevel: number | null;
  };
  /** 1 to 6 of them. */
  readonly rings: readonly Ring[];
  /**
   * A conversation counts as if it had waited `level × secondsPerLevel` longer. So priority ages by itself: nobody is passed over by who
   * comes later than that, and nobody waits for ever.
   */
  readonly priority: { readonly level: number; readonly secondsPerLevel: number };
  readonly order: 'fewest conversations' | 'highest skills';
  /** The last owner, or who was named, has the conversation kept for so long. 0: not kept. */
  readonly preferredHoldSeconds: number;
  /** For so many days after it was closed, a customer's next conversation prefers the last owner. 0: never. */
  readonly reopenDays: number;
  readonly weights: ChannelWeights;
  /** Work of these channels does not keep an agent from taking that of others. */
  readonly interruptible: readonly ChannelType[];
  readonly autoAccept: boolean;
  /** Agents may take what they choose. */
  readonly mayClaim: boolean;
  /** What nobody took moves there. */
  readonly overflow: { readonly queueId: string; readonly afterSeconds: number } | null;
  /** From then on anybody who serves the queue is good enough; null: never. */
  readonly longestWaitSeconds: number | null;
  /** Null: always open. */
  readonly businessHoursId: string | null;
  /** What happens to a conversation that waits while it is closed. */
  readonly outsideHours: 'wait' | 'offer';
  readonly texts: AutomaticTexts;
  /** How long the conversations of an agent whose connection is lost stay with them; null: for ever. */
  readonly ownerGoneSeconds: number | null;
  readonly wrapUp: WrapUpPolicy;
  /** Closed when the customer has said nothing for so long after our last word; the notice comes before. */
  readonly silence: { readonly closeAfterSeconds: number; readonly noticeBeforeSeconds: number; readonly notice: Texts } | null;
  readonly service: ServiceTargets;
}

/** What holds in a queue for which nobody has set anything: version 0. */
export const DEFAULT_POLICY: QueuePolicy = {
  requires: { skills: {}, languageLevel: null },
  rings: [{ seconds: 60, minimumLevels: {}, droppedSkills: [], agentGroups: [] }],
  priority: { level: 0, secondsPerLevel: 60 },
  order: 'fewest conversations',
  preferredHoldSeconds: 0,
  reopenDays: 0,
  weights: {},
  interruptible: [],
  autoAccept: false,
  mayClaim: false,
  overflow: null,
  longestWaitSeconds: null,
  businessHoursId: null,
  outsideHours: 'wait',
  texts: { waiting: {}, closed: {}, handedOver: {} },
  ownerGoneSeconds: 300,
  wrapUp: { kind: 'none', seconds: 0, codes: [] },
  silence: null,
  service: { firstAnswerSeconds: null, nextAnswerSeconds: null, resolutionSeconds: null, warnAtPercent: 80 },
};
