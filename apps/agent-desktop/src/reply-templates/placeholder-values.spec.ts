import type { Hours } from '@madoguchi/accounts';
import type { FoundConversation } from '@madoguchi/read-models';
import { placeholderValues } from './placeholder-values.js';

const day = [{ from: '09:00', to: '18:00' }];
const hours: Hours = { timeZone: 'Asia/Tokyo', week: { 1: day, 2: day }, holidays: [], exceptions: [] };
const conversation = {
  customer: { name: '佐藤 花子' },
  account: { id: 'a', name: 'Umeda shop' },
  queue: { id: 'q', name: 'Repairs' },
  threadNumber: 3,
} as FoundConversation;
const around = { contactWindowName: 'Customer service', hours, timeZone: 'Asia/Tokyo' };
/** A Monday evening in Tokyo. */
const now = new Date('2026-11-23T15:30:00.000Z');
const values = (language: string, more: object = {}) =>
  placeholderValues({ conversation, around: { ...around, ...more }, agentName: 'Aiko', now }, language);

describe('what stands for the placeholders of a template', () => {
  it('is what is known of the conversation, with days and times as the language of the text writes them', () => {
    expect(values('en')).toEqual({
      'customer.name': '佐藤 花子',
      'agent.name': 'Aiko',
      'account.name': 'Umeda shop',
      'contactWindow.name': 'Customer service',
      'queue.name': 'Repairs',
      'conversation.number': '3',
      today: 'November 24, 2026',
      nextOpening: expect.stringMatching(/^Tue, Nov 24,? .*9:00.AM GMT\+9$/),
    });
    expect(values('ja')).toMatchObject({ today: '2026年11月24日', nextOpening: expect.stringMatching(/11月24日.*9:00/) });
    expect(values('ru').today).toMatch(/^24 ноября 2026/);
  });

  it('while it is open is the opening after', () => {
    const open = placeholderValues({ conversation, around, agentName: 'Aiko', now: new Date('2026-11-24T01:00:00.000Z') }, 'ja');
    expect(open.nextOpening).toMatch(/11月30日.*9:00/);
  });

  it('is nothing where nobody knows it', () => {
    const unknown = { customer: { name: null }, account: conversation.account, queue: null, threadNumber: 1 } as FoundConversation;
    const bare = { contactWindowName: null, hours: null, timeZone: 'UTC' };
    const missing = placeholderValues({ conversation: unknown, around: bare, agentName: 'Aiko', now }, 'en');
    expect(Object.entries(missing).flatMap(([name, value]) => (value === undefined ? [name] : []))).toEqual([
      'customer.name',
      'contactWindow.name',
      'queue.name',
      'nextOpening',
    ]);
    expect(values('en', { hours: { ...hours, week: {} } }).nextOpening).toBeUndefined();
  });
});
