import type { Queue, QueuePolicy } from '@madoguchi/routing';

/** Where conversations wait for an agent. */
export interface QueueView {
  readonly id: string;
  readonly name: string;
  /** How long an agent may think about an offer. */
  readonly offerSeconds: number;
  /** 0 until somebody sets one; explanations of offers name it. */
  readonly policyVersion: number;
  readonly policy: QueuePolicy;
  readonly archived: boolean;
  /** Also the ETag of the answer: send it as `If-Match`. */
  readonly version: number;
}

export const queueView = (id: string, queue: Queue, version: number): QueueView => {
  const { name, offerSeconds, policyVersion, policy, archived } = queue;
  return { id, name, offerSeconds, policyVersion, policy, archived: archived === true, version };
};
