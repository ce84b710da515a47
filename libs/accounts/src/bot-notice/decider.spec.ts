import { fold, handleCommand } from '@madoguchi/event-sourcing';
import { createInMemoryLog, exampleCause, exampleId, specificationOf } from '@madoguchi/event-sourcing/testing';
import fc from 'fast-check';
import { botNoticeStream } from '../identity.js';
import { exampleAccount, exampleBot } from '../testing/index.js';
import { type BotNoticeCommand, botNoticeDecider } from './decider.js';
import type { BotNoticeEvent } from './events.js';
import { nextForNotice } from './send-notice.js';

const { given } = specificationOf(botNoticeDecider);
const at = '2026-11-23T10:00:00.000Z';
const seconds = (count: number) => new Date(Date.parse(at) + count * 1_000).toISOString();
const member = exampleId('member');
const greet = {
  type: 'QueueBotNotice',
  accountId: exampleAccount,
  contactId: member,
  notice: 'greeting',
  text: exampleBot.description,
  at,
} as const;
const queued: BotNoticeEvent = {
  type: 'BotNoticeQueued',
  data: { accountId: exampleAccount, contactId: member, notice: 'greeting', text: exampleBot.description, queuedAt: at },
};
const started = (attempt = 1, startedAt = at): BotNoticeEvent => ({ type: 'BotNoticeStarted', data: { attempt, startedAt } });
const sent: BotNoticeEvent = { type: 'BotNoticeSent', data: { sentAt: at } };
const doubtful: BotNoticeEvent = { type: 'BotNoticeDoubtful', data: { reason: 'no answer' } };
const problem = { code: 'rate-limit', reason: 'Too many calls.', remedy: 'Wait.' };
const failed = (retryAt?: string): BotNoticeEvent => ({ type: 'BotNoticeFailed', data: { retryAt, ...problem } });

describe('the description of a bot', () => {
  it('M-85: is sent to a member once, however often they add the bot', () => {
    given().when(greet).then(queued);
    for (const history of [
      [queued],
      [queued, started()],
      [queued, started(), sent],
      [queued, started(), doubtful],
      [queued, started(), failed()],
    ]) {
      given(...history)
        .when({ ...greet, text: 'A new description.' })
        .thenNothing();
    }
  });

  it('M-85: is one stream per member, the same for every webhook that tells of them', () => {
    expect(botNoticeStream(exampleAccount, member)).toBe(botNoticeStream(exampleAccount, member));
    expect(botNoticeStream(exampleAccount, exampleId('other member'))).not.toBe(botNoticeStream(exampleAccount, member));
  });

  it('is started before it is sent, by one sender', () => {
    given(queued).when({ type: 'StartBotNotice', attempt: 1, at }).then(started());
    given(queued, started()).when({ type: 'StartBotNotice', attempt: 1, at }).thenNothing();
    given(queued, started()).when({ type: 'StartBotNotice', attempt: 2, at }).thenNothing();
    given(queued).when({ type: 'StartBotNotice', attempt: 2, at }).thenRefused('out-of-turn');
    given().when({ type: 'StartBotNotice', attempt: 1, at }).thenRefused('no-such-notice');
  });

  it('is sent again only where it was certainly not sent; a doubt stays one, unless the truth is learnt', () => {
    const fail = (retryable: boolean) => ({ type: 'RecordBotNoticeFailed', retryable, ...problem, at }) as const;
    given(queued, started())
      .when(fail(true))
      .then(failed(seconds(10)));
    given(queued, started()).when(fail(false)).then(failed());
    given(queued, started(5)).when(fail(true)).then(failed());
    given(queued, started(), failed(seconds(10)))
      .when({ type: 'StartBotNotice', attempt: 2, at: seconds(9) })
      .thenRefused('out-of-turn');
    given(queued, started(), failed(seconds(10)))
      .when({ type: 'StartBotNotice', attempt: 2, at: seconds(10) })
      .then(started(2, seconds(10)));
    given(queued, started()).when({ type: 'RecordBotNoticeDoubtful', reason: 'no answer' }).then(doubtful);
    given(queued, started(), doubtful).when({ type: 'StartBotNotice', attempt: 2, at }).thenNothing();
    given(queued, started(), doubtful).when({ type: 'RecordBotNoticeSent', at }).then(sent);
    given(queued, started(), sent).when(fail(true)).thenNothing();
  });

  it('knows what to do next from its events alone', () => {
    const next = (now: string, ...events: readonly BotNoticeEvent[]) => nextForNotice(fold(botNoticeDecider, events), new Date(now));
    expect(next(at)).toEqual({ do: 'nothing' });
    expect(next(at, queued)).toEqual({ do: 'send', attempt: 1, text: exampleBot.description });
    expect(next(seconds(59), queued, started())).toEqual({ do: 'wait', until: new Date(seconds(60)) });
    expect(next(seconds(60), queued, started())).toEqual({ do: 'doubt' });
    expect(next(at, queued, started(), failed(seconds(10)))).toEqual({ do: 'wait', until: new Date(seconds(10)) });
    expect(next(seconds(10), queued, started(), failed(seconds(10)))).toMatchObject({ do: 'send', attempt: 2 });
    expect(next(seconds(99), queued, started(), sent)).toEqual({ do: 'nothing' });
  });

  it('M-85: reaches the platform at most once, though its senders race and die', async () => {
    const fates = fc.array(fc.constantFrom('sent', 'fails', 'no answer, sent', 'no answer, not sent', 'dies, sent', 'dies, not sent'), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(fates, fc.integer({ min: 1, max: 3 }), async (planned, webhooks) => {
        const log = createInMemoryLog();
        const stream = botNoticeStream(exampleAccount, member);
        let [now, commands, arrived] = [Date.parse(at), 0, 0];
        const command = (asked: BotNoticeCommand) =>
          handleCommand(log.open(), botNoticeDecider, stream, asked, exampleCause((commands += 1)), {
            now: () => new Date(now),
            pause: async () => undefined,
          }).catch(() => []);
        const fate = [...planned];

        const sender = async () => {
          const next = nextForNotice(fold(botNoticeDecider, (await log.open().readStream(stream)) as never), new Date(now));
          const time = new Date(now).toISOString();
          if (next.do === 'doubt') return void (await command({ type: 'RecordBotNoticeDoubtful', reason: 'the sender died' }));
          if (next.do !== 'send' || (await command({ type: 'StartBotNotice', attempt: next.attempt, at: time })).length === 0) return;
          const what = fate.shift() ?? 'sent';
          if (what.endsWith(' sent') ? !what.endsWith('not sent') : what === 'sent') arrived += 1;
          if (what.startsWith('dies')) return;
          if (what === 'sent') return void (await command({ type: 'RecordBotNoticeSent', at: time }));
          if (what === 'fails') return void (await command({ type: 'RecordBotNoticeFailed', retryable: true, ...problem, at: time }));
          await command({ type: 'RecordBotNoticeDoubtful', reason: 'no answer' });
        };

        for (let round = 0; round < 40; round += 1) {
          await Promise.all([...Array.from({ length: webhooks }, () => command(greet)), sender(), sender()]);
          now += 30_000;
        }
        const { status } = fold(botNoticeDecider, (await log.open().readStream(stream)) as never);
        expect(arrived).toBeLessThanOrEqual(1);
        expect(['sent', 'failed', 'doubtful']).toContain(status);
        if (status === 'sent') expect(arrived).toBe(1);
        if (status === 'failed') expect(arrived).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});

it('M-80: a room of several people is told once that the desk works one to one, and it is recorded', () => {
  const text = 'Please write to me alone: this desk answers in one-to-one talks.';
  const told: BotNoticeEvent = {
    type: 'BotNoticeQueued',
    data: { accountId: exampleAccount, contactId: exampleId('room'), notice: 'one to one only', text, queuedAt: at },
  };
  given()
    .when({ type: 'QueueBotNotice', accountId: exampleAccount, contactId: exampleId('room'), notice: 'one to one only', text, at })
    .then(told);
  given(told)
    .when({ type: 'QueueBotNotice', accountId: exampleAccount, contactId: exampleId('room'), notice: 'one to one only', text, at })
    .thenNothing();
  given()
    .when({ ...greet, text: '' })
    .thenRefused('bad-text');
});
