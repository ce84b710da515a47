import type { ChannelCapabilities } from '@madoguchi/contracts';
import { answerWindow } from './answer-window.js';

const HOUR = 60 * 60_000;
const wrote = '2026-11-25T00:00:00.000Z';
const after = (hours: number, window?: ChannelCapabilities['window'], customerWroteAt: string | null = wrote) =>
  answerWindow({ capabilities: { window } as ChannelCapabilities, customerWroteAt }, Date.parse(wrote) + hours * HOUR);

describe('the time in which the platform takes free answers', () => {
  const whatsapp = { hours: 24, afterwards: 'templates' } as const;
  const messenger = { hours: 24, afterwards: 'agents only', untilHours: 168 } as const;

  it('has no end on most platforms', () => {
    expect(after(10_000)).toEqual({ state: 'open' });
  });

  it('complaint 3: shows what is left in its last hours, and ends exactly then', () => {
    expect(after(1, whatsapp)).toEqual({ state: 'open' });
    expect(after(23, whatsapp)).toEqual({ state: 'open', leftMs: HOUR });
    expect(after(24, whatsapp)).toEqual({ state: 'templates' });
    expect(after(0, whatsapp, null)).toEqual({ state: 'templates' });
  });

  it('leaves a person some more days, where the platform does', () => {
    expect(after(25, messenger)).toEqual({ state: 'agents only', leftMs: 143 * HOUR });
    expect(after(168, messenger)).toEqual({ state: 'closed' });
    expect(after(49, { hours: 48, afterwards: 'nothing' })).toEqual({ state: 'closed' });
  });
});
