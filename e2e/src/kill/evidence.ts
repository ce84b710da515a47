import type { RecordedEvent } from '@madoguchi/event-sourcing';

/** What is known after a run, from both sides: the platforms', which nobody killed, and the log's. */
export interface Evidence {
  readonly said: readonly SaidMessage[];
  readonly replies: readonly SentReply[];
  /** The whole log, by position. */
  readonly log: readonly RecordedEvent[];
}

/** A text that a customer wrote. Texts are unique in the run. */
export interface SaidMessage {
  readonly channel: string;
  readonly customer: string;
  /** 1 for the customer's first one. */
  readonly number: number;
  readonly text: string;
  /** Whether at least one delivery of it was answered 2xx. */
  readonly answered: boolean;
}

/** A reply that an agent gave to the desk. Texts are unique in the run. */
export interface SentReply {
  readonly text: string;
  /** The desk said that it has it. */
  readonly taken: boolean;
  /** How often it stands in the customer's chat. */
  readonly received: number;
}
