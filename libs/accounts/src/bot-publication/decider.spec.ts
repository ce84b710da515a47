import { fold, handleCommand } from '@madoguchi/event-sourcing';
import { createInMemoryLog, exampleCause, specificationOf } from '@madoguchi/event-sourcing/testing';
import fc from 'fast-check';
import { botPublicationStream } from '../identity.js';
import { exampleAccount, exampleBot } from '../testing/index.js';
import { type BotPublicationCommand, botPublicationDecider } from './decider.js';
import { BOT_STEPS, type BotPublicationEvent, type BotStep } from './events.js';
import { nextStep, undoRetryAfter } from './plan.js';
import { publicationProgress } from './progress.js';
import { isFailedDraft } from './state.js';

const { given } = specificationOf(botPublicationDecider);
const at = '2026-11-23T10:00:00.000Z';
const seconds = (count: number) => new Date(Date.parse(at) + count * 1_000).toISOString();
const state = (...events: readonly BotPublicationEvent[]) => fold(botPublicationDecider, events);

const started: BotPublicationEvent = { type: 'BotPublicationStarted', data: { attempt: 1, profile: exampleBot, startedAt: at } };
const begun = (step: BotStep, tries = 1, startedAt = at): BotPublicationEvent => ({
  type: 'BotStepStarted',
  data: { step, tries, startedAt },
});
const done = (step: BotStep): BotPublicationEvent => ({
  type: 'BotStepDone',
  data: step === 'create bot' ? { step, botId: '2000001' } : { step },
});
const both = (step: BotStep) => [begun(step), done(step)];
const problem = { code: 'platform-error', reason: 'LINE WORKS does not answer.', remedy: 'Try again later.' };
const failed = (step: BotStep, retryAt?: string): BotPublicationEvent => ({ type: 'BotStepFailed', data: { step, retryAt, ...problem } });
const undoing = (why: 'a step failed' | 'cancelled' | 'account deleted', startedAt = at): BotPublicationEvent => ({
  type: 'BotUndoingStarted',
  data: why === 'a step failed' ? { why, startedAt, ...problem } : { why, startedAt },
});
const undone = (step: BotStep): BotPublicationEvent => ({ type: 'BotStepUndone', data: { step } });
const over = (why: 'a step failed' | 'cancelled' | 'account deleted', undoneAt = at): BotPublicationEvent => ({
  type: 'BotPublicationUndone',
  data: { why, undoneAt },
});
const created = [started, ...both('host image'), ...both('create bot')];
const published = [
  started,
  ...BOT_STEPS.flatMap(both),
  { type: 'BotPublicationFinished', data: { botId: '2000001', finishedAt: at } } as const,
];
const finish = (step: BotStep) => ({ type: 'RecordBotStepDone', step, botId: '2000001', at }) as const;

describe('making a bot', () => {
  it('M-78, M-87: starts with a whole profile, and goes step by step', () => {
    given().when({ type: 'StartBotPublication', profile: exampleBot, at }).then(started);
    given()
      .when({ type: 'StartBotPublication', profile: { name: '', description: 'x' }, at })
      .thenRefused('bad-bot-name');
    given(started).when({ type: 'StartBotPublication', profile: exampleBot, at }).thenNothing();
    given(started).when({ type: 'StartBotStep', step: 'host image', tries: 1, at }).then(begun('host image'));
    given(started).when({ type: 'StartBotStep', step: 'create bot', tries: 1, at }).thenRefused('out-of-turn');
    given(started, begun('host image')).when(finish('host image')).then(done('host image'));
    given(...published.slice(0, -2))
      .when(finish('save credentials'))
      .then(done('save credentials'), published.at(-1)!);
    given(...created)
      .when(finish('create bot'))
      .thenNothing();
  });

  it('M-78: one try belongs to one caller', () => {
    given(started, begun('host image')).when({ type: 'StartBotStep', step: 'host image', tries: 1, at }).thenNothing();
    given(started, begun('host image'))
      .when({ type: 'StartBotStep', step: 'host image', tries: 2, at: seconds(59) })
      .thenRefused('out-of-turn');
    given(started, begun('host image'))
      .when({ type: 'StartBotStep', step: 'host image', tries: 2, at: seconds(60) })
      .then(begun('host image', 2, seconds(60)));
  });

  it('M-78: shows how far it has come', () => {
    const progress = publicationProgress(state(...created, begun('open to members'), failed('open to members', seconds(5))));
    expect(progress.map(({ status }) => status)).toEqual(['done', 'done', 'failed', 'waiting', 'waiting']);
    expect(progress[2]).toEqual({ step: 'open to members', status: 'failed', retryAt: seconds(5), problem });
  });

  it('tries a passing failure again, later each time, and five times in all', () => {
    const fail = (retryable: boolean) => ({ type: 'RecordBotStepFailed', step: 'open to members', retryable, ...problem, at }) as const;
    given(...created, begun('open to members'))
      .when(fail(true))
      .then(failed('open to members', seconds(5)));
    given(...created, begun('open to members', 3))
      .when(fail(true))
      .then(failed('open to members', seconds(80)));
    expect(nextStep(state(...created, begun('open to members'), failed('open to members', seconds(5))), new Date(at))).toEqual({
      do: 'wait',
      until: new Date(seconds(5)),
    });
    expect(nextStep(state(...created, begun('open to members'), failed('open to members', seconds(5))), new Date(seconds(5)))).toEqual({
      do: 'start',
      step: 'open to members',
      tries: 2,
    });
    given(...created, begun('open to members', 5))
      .when(fail(true))
      .then(failed('open to members'), undoing('a step failed'));
    given(...created, begun('open to members'))
      .when(fail(false))
      .then(failed('open to members'), undoing('a step failed'));
  });
});

describe('compensation', () => {
  it('M-78: takes back what was done, the last first, and ends', () => {
    const history = [...created, begun('open to members'), failed('open to members'), undoing('a step failed')];
    expect(nextStep(state(...history), new Date(at))).toEqual({ do: 'undo', step: 'create bot', tries: 1 });
    given(...history)
      .when({ type: 'RecordBotStepUndone', step: 'create bot', at })
      .then(undone('create bot'), over('a step failed'));
    expect(nextStep(state(...history, undone('create bot'), over('a step failed')), new Date(at))).toEqual({ do: 'nothing' });
  });

  it('has ended at once where nothing was done', () => {
    given(started, begun('host image'))
      .when({ type: 'RecordBotStepFailed', step: 'host image', retryable: false, ...problem, at })
      .then(failed('host image'), undoing('a step failed'), over('a step failed'));
    given(started).when({ type: 'UndoBotPublication', why: 'cancelled', at }).then(undoing('cancelled'), over('cancelled'));
  });

  it('lets it be tried again afterwards, with a new profile', () => {
    const profile = { name: 'HR desk', description: 'Ask us.' };
    given(started, undoing('cancelled'), over('cancelled'))
      .when({ type: 'StartBotPublication', profile, at })
      .then({ type: 'BotPublicationStarted', data: { attempt: 2, profile, startedAt: at } });
    given(...created, undoing('cancelled'))
      .when({ type: 'StartBotPublication', profile, at })
      .thenRefused('still-undoing');
  });

  it('M-78: what failed or was cancelled stays as a draft, with its reason, until it is tried again or discarded', () => {
    const failedOne = [started, begun('host image'), failed('host image'), undoing('a step failed'), over('a step failed')];
    expect(state(...failedOne)).toMatchObject({ status: 'undone', failure: problem });
    expect(isFailedDraft(state(...failedOne))).toBe(true);
    const discarded: BotPublicationEvent = { type: 'BotPublicationDiscarded', data: { discardedAt: at } };
    const discard = { type: 'DiscardBotPublication', at } as const;
    given(...failedOne)
      .when(discard)
      .then(discarded);
    given(started, undoing('cancelled'), over('cancelled')).when(discard).then(discarded);
    given(...failedOne, discarded)
      .when(discard)
      .thenNothing();
    given(...failedOne, discarded)
      .when({ type: 'StartBotPublication', profile: exampleBot, at })
      .thenRefused('discarded');
    expect(isFailedDraft(state(...failedOne, discarded))).toBe(false);
    expect(state(...failedOne, { ...started, data: { ...started.data, attempt: 2 } } as BotPublicationEvent).failure).toBeUndefined();
    for (const history of [
      [],
      [started],
      published,
      [...created, undoing('cancelled')],
      [...published, undoing('account deleted'), over('account deleted')],
    ])
      given(...history)
        .when(discard)
        .thenRefused('nothing-to-discard');
  });

  it('M-111: removes the bot of a deleted account from the platform, and never gives up', () => {
    given(...published)
      .when({ type: 'UndoBotPublication', why: 'account deleted', at })
      .then(undoing('account deleted'));
    const gone = [...published, undoing('account deleted')];
    expect(nextStep(state(...gone), new Date(at))).toEqual({ do: 'undo', step: 'save credentials', tries: 1 });
    const removing = [...gone, undone('save credentials')];
    given(...removing)
      .when({ type: 'RecordBotUndoFailed', step: 'create bot', ...problem, at })
      .then({ type: 'BotUndoFailed', data: { step: 'create bot', tries: 1, retryAt: seconds(30), ...problem } });
    const waited = [
      ...removing,
      { type: 'BotUndoFailed', data: { step: 'create bot', tries: 1, retryAt: seconds(30), ...problem } } as const,
    ];
    expect(publicationProgress(state(...waited))[1]).toMatchObject({ problem, retryAt: seconds(30) });
    expect(nextStep(state(...waited), new Date(seconds(29)))).toEqual({ do: 'wait', until: new Date(seconds(30)) });
    expect(nextStep(state(...waited), new Date(seconds(30)))).toEqual({ do: 'undo', step: 'create bot', tries: 2 });
    expect([1, 2, 10, 11, 1_000].map((tries) => undoRetryAfter(tries) / 60_000)).toEqual([0.5, 1, 256, 360, 360]);
    given(...waited)
      .when({ type: 'RecordBotStepUndone', step: 'create bot', at })
      .then(undone('create bot'), over('account deleted'));
    given(...waited, undone('create bot'), over('account deleted'))
      .when({ type: 'UndoBotPublication', why: 'account deleted', at })
      .thenNothing();
  });
});

describe('after a crash', () => {
  it('M-78: looks whether the bot is there before it could make a second one', () => {
    const lost = state(started, ...both('host image'), begun('create bot'));
    expect(nextStep(lost, new Date(seconds(59)))).toEqual({ do: 'wait', until: new Date(seconds(60)) });
    expect(nextStep(lost, new Date(seconds(60)))).toEqual({ do: 'look', step: 'create bot' });
    given(started, ...both('host image'), begun('create bot'))
      .when({ type: 'RecordBotStepFailed', step: 'create bot', retryable: true, ...problem, at: seconds(60) })
      .then(failed('create bot', seconds(65)));
    given(started, ...both('host image'), begun('create bot'))
      .when({ type: 'StartBotStep', step: 'create bot', tries: 2, at: seconds(60) })
      .thenRefused('out-of-turn');
  });

  it('repeats what can be repeated', () => {
    expect(nextStep(state(...created, begun('open to members')), new Date(seconds(60)))).toEqual({
      do: 'start',
      step: 'open to members',
      tries: 2,
    });
  });

  it('takes back what may have been made, when it was cancelled meanwhile', () => {
    const history = [started, ...both('host image'), begun('create bot'), undoing('cancelled')];
    expect(nextStep(state(...history), new Date(seconds(60)))).toEqual({ do: 'look', step: 'create bot' });
    given(...history)
      .when(finish('create bot'))
      .then(done('create bot'));
    expect(nextStep(state(...history, done('create bot')), new Date(seconds(60)))).toEqual({ do: 'undo', step: 'create bot', tries: 1 });
    given(...history)
      .when({ type: 'RecordBotStepFailed', step: 'create bot', retryable: true, ...problem, at })
      .then(failed('create bot'), over('cancelled'));
  });

  it('M-78: takes back what a try that nobody heard of may have made, though the next one failed', () => {
    const again = [...published.slice(0, -3), begun('save credentials'), begun('save credentials', 2, seconds(60))];
    given(...again)
      .when({ type: 'RecordBotStepFailed', step: 'save credentials', retryable: false, ...problem, at: seconds(60) })
      .then(failed('save credentials'), undoing('a step failed', seconds(60)));
    const history = [...again, failed('save credentials'), undoing('a step failed', seconds(60))];
    expect(nextStep(state(...history), new Date(seconds(60)))).toEqual({ do: 'undo', step: 'save credentials', tries: 1 });
    expect(nextStep(state(...history, undone('save credentials')), new Date(seconds(60)))).toEqual({
      do: 'undo',
      step: 'create bot',
      tries: 1,
    });
  });

  /** A platform, and a runner that may die before or after each call, each record; the clock goes on. */
  it('M-78: ends with one bot that is published, or with none, wherever it dies', async () => {
    const chance = fc.array(
      fc.constantFrom('works', 'works', 'works', 'fails', 'fails for good', 'dies before the call', 'dies after the call'),
      { maxLength: 60 },
    );
    await fc.assert(
      fc.asyncProperty(chance, fc.option(fc.nat(15), { nil: undefined }), async (fates, cancelledAt) => {
        const store = createInMemoryLog().open();
        const stream = botPublicationStream(exampleAccount);
        let now = Date.parse(at);
        let commands = 0;
        let bots = 0;
        let saved = false;
        const command = (asked: BotPublicationCommand) =>
          handleCommand(store, botPublicationDecider, stream, asked, exampleCause((commands += 1)), { now: () => new Date(now) }).catch(
            () => [],
          );
        const load = async () => fold(botPublicationDecider, (await store.readStream(stream)) as never);
        await command({ type: 'StartBotPublication', profile: exampleBot, at: new Date(now).toISOString() });

        const fate = [...fates];
        for (let round = 0; round < 400; round += 1) {
          const time = () => new Date(now).toISOString();
          if (round === cancelledAt) await command({ type: 'UndoBotPublication', why: 'cancelled', at: time() });
          const next = nextStep(await load(), new Date(now));
          now += 500;
          if (next.do === 'nothing') break;
          if (next.do === 'wait') {
            now = next.until.getTime();
            continue;
          }
          if (next.do === 'look') {
            const found: BotPublicationCommand =
              bots > 0
                ? { ...finish(next.step), at: time() }
                : { type: 'RecordBotStepFailed', step: next.step, retryable: true, ...problem, at: time() };
            await command(found);
            continue;
          }
          if (next.do === 'start' && (await command({ type: 'StartBotStep', step: next.step, tries: next.tries, at: time() })).length === 0)
            continue;
          const what = fate.shift() ?? 'works';
          if (what === 'dies before the call') continue;
          const happens = what === 'works' || what === 'dies after the call';
          if (happens && next.step === 'create bot') bots += next.do === 'start' ? 1 : -Math.min(bots, 1);
          if (happens && next.step === 'save credentials') saved = next.do === 'start';
          if (what === 'dies after the call') continue;
          if (next.do === 'start') {
            await command(
              happens
                ? { ...finish(next.step), at: time() }
                : { type: 'RecordBotStepFailed', step: next.step, retryable: what === 'fails', ...problem, at: time() },
            );
          } else {
            await command(
              happens
                ? { type: 'RecordBotStepUndone', step: next.step, at: time() }
                : { type: 'RecordBotUndoFailed', step: next.step, ...problem, at: time() },
            );
          }
        }
        const { status } = await load();
        expect([status, bots, saved]).toEqual(status === 'published' ? ['published', 1, true] : ['undone', 0, false]);
      }),
      {
        numRuns: 150,
        examples: [[['works', 'works', 'works', 'works', 'dies after the call', 'fails for good'], undefined]],
      },
    );
  });
});
