import { CHANNEL_TYPES, type ChannelType } from '@madoguchi/conversation';
import { Refusal } from '@madoguchi/event-sourcing';

/** What a conversation of a channel takes of an agent's capacity, in hundredths of one place. */
export type ChannelWeights = Readonly<Partial<Record<ChannelType, number>>>;

/** One conversation that takes one place. */
export const WHOLE_PLACE = 100;

const HEAVIEST = 2_500;

/** @throws Refusal `bad-weight` */
export const checkedWeights = (weights: ChannelWeights): ChannelWeights => {
  const entries = typeof weights === 'object' && weights !== null ? Object.entries(weights) : undefined;
  const good = ([channel, weight]: readonly [string, number]) =>
    CHANNEL_TYPES.includes(channel as ChannelType) && Number.isInteger(weight) && weight >= 1 && weight <= HEAVIEST;
  if (!entries || !entries.every(good)) {
    throw new Refusal('bad-weight', `A channel's weight is 1 to ${HEAVIEST} hundredths of a place; 100 is a whole one.`);
  }
  return Object.fromEntries(entries.toSorted(([one], [other]) => (one < other ? -1 : 1)));
};
