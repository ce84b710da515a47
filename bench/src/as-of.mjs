import { conversationStream } from '@madoguchi/conversation';
import { derivedId } from '@madoguchi/event-sourcing';
import { installLog } from '@madoguchi/event-store-postgres';
import { startPostgres } from '@madoguchi/tools/postgres.mjs';
import { conversationAsOf } from '@madoguchi/use-cases';
import { newEvent } from './append.mjs';
import { latencyOf } from './latency.mjs';
import { sealedLogIn } from './sealed-log.mjs';

const EVENTS = 5_000;
const AT_ONCE = 100;
const MOMENTS = 100;
const CUSTOMER = 7;

/**
 * A conversation of 5,000 sealed events as it was at moments all over it, opened and folded; the floor reads its rows and opens nothing.
 */
export const benchAsOf = async () => {
  const postgres = await startPostgres({ durable: true });
  try {
    await installLog(postgres.adminUrl, { appRole: 'madoguchi_app' });
    const { store, raw, open } = await sealedLogIn(postgres);
    const id = derivedId('bench', 'a long conversation');
    const stream = conversationStream(id);
    for (let version = 0; version < EVENTS; version += AT_ONCE) {
      const events = Array.from({ length: AT_ONCE }, (_, index) => messageNumber(version + index));
      await store.append(stream, events, version === 0 ? 'no stream' : version);
    }
    const head = Number(await raw.head());
    const moment = (n) => ({ position: String(head - EVENTS + Math.ceil(((n + 1) * EVENTS) / MOMENTS)) });
    const ours = await latencyOf(MOMENTS, async (n) => {
      if (!(await conversationAsOf(raw, id, { moment: moment(n), unseal: open }))) throw new Error('the conversation was not there');
    });
    const floor = await latencyOf(MOMENTS, () => raw.readStream(stream));
    await store.close();
    return {
      [`as of, ${EVENTS} events (ms)`]: {
        unit: 'ms',
        latency: [
          { side: 'ours', ...ours },
          { side: 'floor: its rows, sealed', ...floor },
        ],
      },
    };
  } finally {
    await postgres.stop();
  }
};

/** All of one customer. */
const messageNumber = (n) => {
  const event = newEvent('as of', n);
  return { ...event, metadata: { ...event.metadata, subject: derivedId('bench', 'person', CUSTOMER) } };
};
