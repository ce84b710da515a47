import type { CommandRequest } from '@madoguchi/contracts';
import { type Decider, Refusal, streamName } from '@madoguchi/event-sourcing';
import { exampleCause, exampleId, inMemoryEventStore } from '@madoguchi/event-sourcing/testing';
import { answerCommand } from './answer-command.js';

type Count = { readonly type: 'Count' };
type Counted = { readonly type: 'Counted'; readonly data: { readonly number: number } };

const counter: Decider<number, Count, Counted> = {
  initialState: () => 0,
  evolve: (_, { data }) => data.number,
  decide: (_, number) => {
    if (number >= 2) throw new Refusal('enough', 'Count no further.', { number });
    return [{ type: 'Counted', data: { number: number + 1 } }];
  },
};

const request = (name: string, more: Partial<CommandRequest<Count>> = {}): CommandRequest<Count> => ({
  id: exampleId('counter'),
  command: { type: 'Count' },
  cause: exampleCause(name),
  ...more,
});

describe('answering a command', () => {
  const now = () => new Date('2026-11-20T10:00:00Z');
  const answering = (store = inMemoryEventStore()) => {
    return (asked: CommandRequest<Count>) => answerCommand(store, counter, (id) => streamName('counter', id), asked, now);
  };

  it('says what was recorded, the same when it is asked again', async () => {
    const answer = answering();
    const first = await answer(request('first'));
    expect(first).toMatchObject({ ok: true, version: 1, events: [{ type: 'Counted', position: '1' }] });
    expect(await answer(request('second'))).toMatchObject({ ok: true, version: 2 });
    expect(await answer(request('first'))).toEqual(first);
  });

  it('gives a refusal as a value', async () => {
    const answer = answering();
    for (const name of ['first', 'second']) await answer(request(name));
    expect(await answer(request('third'))).toEqual({
      ok: false,
      refusal: { code: 'enough', message: 'Count no further.', details: { number: 2 } },
    });
    expect(await answer(request('fourth', { seenVersion: 1 }))).toMatchObject({ ok: false, refusal: { code: 'it-changed' } });
  });

  it('M-03: refuses a command of another tenant as if nothing was there', async () => {
    const answer = answering();
    await answer(request('first'));
    const stranger = exampleCause('stranger', { tenantId: exampleId('another tenant') });
    expect(await answer(request('x', { cause: stranger }))).toMatchObject({ ok: false, refusal: { code: 'no-such-stream' } });
  });

  it.each([undefined, {}, request('x', { id: 'counter' }), request('x', { command: undefined }), request('x', { cause: undefined })])(
    'refuses what is no whole command: %j',
    async (asked) => {
      expect(await answering()(asked as CommandRequest<Count>)).toMatchObject({ ok: false, refusal: { code: 'malformed-command' } });
    },
  );

  it('throws what is no refusal', async () => {
    const store = inMemoryEventStore();
    await store.close();
    await expect(answering(store)(request('first'))).rejects.toThrow('closed');
  });
});
