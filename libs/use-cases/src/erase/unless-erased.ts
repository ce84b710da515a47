import type { InboundMessage } from '@madoguchi/contracts';
import { contactOfInbound } from '../inbound-contact.js';
import type { Pseudonyms } from '../pseudonyms.js';
import type { Erasures } from './erasure.js';

/** Nobody is erased within this time of asking; what comes on its way needs no question. Milliseconds. */
const ON_ITS_WAY_MS = 1_000;

export interface UnlessErasedPorts {
  readonly erasures: Pick<Erasures, 'list'>;
  readonly pseudonyms: Pseudonyms;
  now(): Date;
}

/**
 * Takes in what a platform told, unless the person was erased while it waited. What could not be read lies in the parking lot until it
 * can be, for however long: by then it may be about somebody who must not be known any more. It is let go like what was worked on.
 */
export const unlessErased =
  <Recorded>(receive: (message: InboundMessage) => Promise<readonly Recorded[]>, { erasures, pseudonyms, now }: UnlessErasedPorts) =>
  async (message: InboundMessage): Promise<readonly Recorded[]> => {
    const receivedAt = Date.parse(message.receivedAt);
    if (now().getTime() - receivedAt > ON_ITS_WAY_MS) {
      const list = await erasures.list(message.tenantId, await contactOfInbound(pseudonyms, message));
      if (list.some(({ requestedAt }) => Date.parse(requestedAt) >= receivedAt)) return [];
    }
    return receive(message);
  };
