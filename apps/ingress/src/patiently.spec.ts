import { channelsFrom } from '@madoguchi/channels';
import { MessageTooLargeError } from '@madoguchi/jetstream';
import type { Channel } from '@madoguchi/use-cases';
import { patiently } from './patiently.js';

const channels = channelsFrom({});
const [line, lineworks] = ['line', 'lineworks'].map((type) => channels.get(type as 'line') as Channel) as [Channel, Channel];

/** Work that is done in the end, and how often it was tried. */
const failing = (times: number, error: Error = new Error('the bus is away')) => {
  const state = { tried: 0 };
  const work = async () => {
    state.tried += 1;
    if (state.tried <= times) throw error;
    return 'stored';
  };
  return { state, work };
};

describe('a webhook that cannot be stored at once', () => {
  it('is tried again where its platform never sends it a second time', async () => {
    const { state, work } = failing(3);
    expect(await patiently(lineworks, work)).toBe('stored');
    expect(state.tried).toBe(4);
  });

  it('is left to a platform that comes again', async () => {
    const { state, work } = failing(1);
    await expect(patiently(line, work)).rejects.toThrow('away');
    expect(state.tried).toBe(1);
  });

  it('is not tried again when it will never fit', async () => {
    const { state, work } = failing(1, new MessageTooLargeError(9, 8));
    await expect(patiently(lineworks, work)).rejects.toThrow(MessageTooLargeError);
    expect(state.tried).toBe(1);
  });
});
