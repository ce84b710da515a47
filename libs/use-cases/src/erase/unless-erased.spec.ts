import type { InboundMessage } from '@madoguchi/contracts';
import { derivedId } from '@madoguchi/event-sourcing';
import { contactOfInbound } from '../inbound-contact.js';
import { plainIds } from '../pseudonyms.js';
import type { Erasure } from './erasure.js';
import { unlessErased } from './unless-erased.js';

const tenantId = derivedId('spec', 'tenant');
const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 10, minute));
const message = (receivedAt: Date, key = 'U1'): InboundMessage => ({
  tenantId,
  accountId: derivedId('spec', 'account'),
  channel: 'line',
  queueId: derivedId('spec', 'queue'),
  receivedAt: receivedAt.toISOString(),
  item: { kind: 'unread', dedupKey: 'd', conversationKey: key, platformKind: 'novelty', reason: 'new', raw: {} },
});

/** Their request came at 10:05. */
const erasedAt5 = async () => {
  const erased = await contactOfInbound(plainIds, message(at(0)));
  return {
    list: async (_tenant: string, contact?: string) => (contact === erased ? [{ requestedAt: at(5).toISOString() } as Erasure] : []),
  };
};

it.each([
  ['what was told before and waited until after', at(4), 'U1', at(60), false],
  ['what was told in the same moment', at(5), 'U1', at(60), false],
  ['what they tell when they have come back', at(6), 'U1', at(60), true],
  ['what others told before', at(4), 'U2', at(60), true],
])('of a person who was erased: %s', async (_, receivedAt, key, now, taken) => {
  const received: InboundMessage[] = [];
  const receive = unlessErased(
    async (told: InboundMessage) => {
      received.push(told);
      return [told];
    },
    { erasures: await erasedAt5(), pseudonyms: plainIds, now: () => now },
  );
  const told = message(receivedAt, key);
  expect(await receive(told)).toEqual(taken ? [told] : []);
  expect(received).toHaveLength(taken ? 1 : 0);
});

it('asks nobody about what is on its way', async () => {
  const list = () => Promise.reject(new Error('asked'));
  const receive = unlessErased(async () => ['recorded'], { erasures: { list }, pseudonyms: plainIds, now: () => at(4) });
  expect(await receive(message(at(4)))).toEqual(['recorded']);
  await expect(receive(message(at(3)))).rejects.toThrow('asked');
});
