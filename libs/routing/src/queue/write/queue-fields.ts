import { Refusal } from '@madoguchi/event-sourcing';

/** What an administrator sets. */
export interface QueueFields {
  readonly name: string;
  /** How long an agent may think about an offer, 5-900. */
  readonly offerSeconds: number;
}

const SHORTEST = 5;
const LONGEST = 900;

/** @throws Refusal naming the first field that is not as it should be */
export const checkedFields = ({ name, offerSeconds }: QueueFields): QueueFields => {
  const trimmed = typeof name === 'string' ? name.trim() : '';
  if (trimmed.length < 1 || trimmed.length > 100) throw new Refusal('bad-name', 'A name has 1 to 100 characters.');
  if (!Number.isInteger(offerSeconds) || offerSeconds < SHORTEST || offerSeconds > LONGEST) {
    throw new Refusal('bad-offer-seconds', `An offer stands for ${SHORTEST} to ${LONGEST} whole seconds.`);
  }
  return { name: trimmed, offerSeconds };
};
