import type { ChannelCapabilities, TimelineEntry } from '@madoguchi/contracts';
import { createContext, useContext } from 'react';

type CustomerMessage = Extract<TimelineEntry, { kind: 'customer message' }>;

/** What whoever owns the conversation can do with its messages. */
export interface Speaking {
  readonly capabilities: ChannelCapabilities;
  readonly quote: (entry: CustomerMessage) => void;
  /** `null` takes the reaction back. */
  readonly react: (entry: CustomerMessage, emoji: string | null) => void;
}

/** Null: the reader is not the owner, or cannot reply now. */
export const SpeakingContext = createContext<Speaking | null>(null);

export const useSpeaking = (): Speaking | null => useContext(SpeakingContext);
