import { derivedId, fold, handleCommand, type RecordedEvent, Refusal, startOf } from '@madoguchi/event-sourcing';
import { conversationDecider, type ConversationCommand, type ConversationEvent, conversationStream, waitsForThread } from '../index.js';
import { aiko, bot, explanation, messageCommand, queueId } from '../testing/index.js';
import { quickLog, randomOf, remembering } from './testing/quick-log.js';

const HAND_OVERS = 10_000;
const CONVERSATIONS = 1_000;
const content = { type: 'text', text: 'hello' } as const;

/** One thread at a platform: what was said in it and whose it was, as the platform itself saw it. */
const threadAtPlatform = (strict: boolean) => {
  let owner: 'us' | 'bot' = 'bot';
  let moment = Date.UTC(2026, 10, 23, 10, 1);
  const found = { said: 0, refused: 0, outOfTurn: 0, moves: 0 };
  return {
    found,
    owner: () => owner,
    /** @returns when */
    moveTo: (next: 'us' | 'bot'): string => {
      owner = next;
      found.moves += 1;
      return new Date((moment += 1)).toISOString();
    },
    /** @returns when; undefined: refused */
    say: (by: 'us' | 'bot'): string | undefined => {
      if (owner !== by && strict) {
        found.refused += 1;
        return undefined;
      }
      found.said += 1;
      if (owner !== by) found.outOfTurn += 1;
      return new Date((moment += 1)).toISOString();
    },
  };
};

type Thread = ReturnType<typeof threadAtPlatform>;

/** An agent, a bot at the platform, the calls that move the thread, and webhooks that come late and in any order. */
const run = async (strict: boolean, handOvers: number, conversations: number, slow = conversationDecider) => {
  const decider = remembering(slow);
  const random = randomOf(7);
  const store = quickLog();
  const now = () => new Date('2026-11-23T10:00:00.000Z');
  let commands = 0;
  let tried = 0;
  const delay = async () => {
    for (let left = Math.floor(random() * 6); left > 0; left -= 1) await Promise.resolve();
  };
  const next = (kind: string) => derivedId(kind, (commands += 1));
  const look = async (id: string) =>
    fold(decider, (await store.readStream(conversationStream(id))) as unknown as readonly ConversationEvent[]);
  const give = async (id: string, command: ConversationCommand): Promise<readonly RecordedEvent[]> => {
    const cause = startOf('tenant', { kind: 'system', automation: 'race' }, next('race'));
    return handleCommand(store, decider, conversationStream(id), command, cause, { now, random, pause: delay }).catch((error: unknown) => {
      if (error instanceof Refusal) return [];
      throw error;
    });
  };

  const converse = async (id: string, thread: Thread) => {
    const webhooks: Promise<unknown>[] = [];
    const tell = (command: ConversationCommand) =>
      void webhooks.push(
        delay()
          .then(delay)
          .then(() => give(id, command)),
      );
    const moved = (owner: 'us' | 'bot', how: 'passed' | 'taken', at: string) =>
      tell({ type: 'ReportThreadControl', owner, how, at, botId: bot, queueId, handed: {} });

    const follow = async () => {
      const { control, thread: seen } = await look(id);
      const action = control.holder === 'bot' ? (seen?.owner === 'us' ? 'pass' : undefined) : seen?.owner === 'bot' ? 'take' : undefined;
      if (!action) return;
      await delay();
      const refused = action === 'pass' && thread.owner() !== 'us';
      const at = refused ? now().toISOString() : thread.moveTo(action === 'take' ? 'us' : 'bot');
      await delay();
      await give(id, { type: 'RecordThreadControl', action, epoch: control.epoch, outcome: refused ? 'refused' : 'done', at });
    };
    const send = async (replyId: string) => {
      for (let patience = 20; patience > 0 && waitsForThread(await look(id)); patience -= 1) await delay();
      const started = await give(id, { type: 'StartSending', replyId, attempt: 1, route: 'push' });
      if (!started.some(({ type }) => type === 'SendingStarted')) return;
      const at = thread.say('us');
      await give(
        id,
        at === undefined
          ? { type: 'RecordFailed', replyId, code: 'other-app-owns-conversation', reason: 'not ours', remedy: '' }
          : { type: 'RecordAccepted', replyId, providerMessageIds: [next('mid')], acceptedAt: at },
      );
    };
    const agent = async () => {
      while (tried < handOvers) {
        const { owner, control } = await look(id);
        await delay();
        if (owner !== aiko && control.holder === 'nobody') {
          const offerId = next('offer');
          await give(id, { type: 'OfferToAgent', offerId, agentId: aiko, queueId, expiresAt: now().toISOString(), explanation });
          await give(id, { type: 'AssignToAgent', offerId, agentId: aiko });
        } else if (owner === aiko && random() < 0.3) {
          const replyId = next('reply');
          await give(id, { type: 'ReplyToCustomer', replyId, agentId: aiko, content });
          await send(replyId);
        } else {
          tried += 1;
          await give(
            id,
            owner === aiko ? { type: 'GiveToBot', botId: bot, agentId: aiko } : { type: 'TakeOver', agentId: aiko, offerId: next('offer') },
          );
          await follow();
        }
      }
    };
    const botAtPlatform = async () => {
      while (tried < handOvers) {
        const mine = thread.owner() === 'bot';
        await delay();
        const chance = random();
        if (chance < 0.3 && mine) {
          const sentAt = thread.say('bot');
          const providerMessageId = next('mid');
          if (sentAt !== undefined)
            tell({
              type: 'ReceiveOtherAppMessage',
              messageId: providerMessageId,
              providerMessageId,
              content,
              sentAt,
              orderKey: sentAt,
              botId: bot,
            });
        } else if (chance < 0.7 && mine && thread.owner() === 'bot') {
          tried += 1;
          moved('us', 'passed', thread.moveTo('us'));
        } else if (chance > 0.7 && thread.owner() === 'us') {
          tried += 1;
          moved('bot', 'taken', thread.moveTo('bot'));
        }
      }
    };
    await give(id, messageCommand(1, { botId: bot, threadOwner: 'bot' }));
    await Promise.all([agent(), botAtPlatform()]);
    await Promise.all(webhooks);
    await follow();
    return {
      events: (await store.readStream(conversationStream(id))) as unknown as readonly (RecordedEvent & ConversationEvent)[],
      state: await look(id),
    };
  };

  const threads = Array.from({ length: conversations }, () => threadAtPlatform(strict));
  const ends = await Promise.all(threads.map((thread, index) => converse(derivedId('thread', index), thread)));
  const sum = (of: keyof Thread['found']) => threads.reduce((all, { found }) => all + found[of], 0);
  return {
    platform: { said: sum('said'), refused: sum('refused'), outOfTurn: sum('outOfTurn'), moves: sum('moves') },
    startedWithoutControl: ends.reduce((all, { events }) => all + startedWithoutControl(events), 0),
    heldBack: ends.flatMap(({ events }) => events).filter(({ type }) => type === 'ReplyFailed').length,
    apart: ends.filter(({ state: { control } }, index) => (control.holder === 'bot') !== (threads[index]?.owner() === 'bot')).length,
  };
};

/** Reads the log by itself, without the state that decisions use. */
const startedWithoutControl = (events: readonly (RecordedEvent & ConversationEvent)[]): number => {
  let withBot = false;
  let found = 0;
  for (const event of events) {
    if (event.type === 'ControlPassed') withBot = event.data.to === 'bot';
    if (event.type === 'ConversationAssigned') withBot = false;
    if (event.type === 'SendingStarted' && withBot) found += 1;
  }
  return found;
};

describe('B-12: hand-overs at a platform that has threads of its own', () => {
  it('10,000 with random delays: nobody is heard without having the thread, and at the end both sides agree who has it', async () => {
    const found = await run(true, HAND_OVERS, CONVERSATIONS);
    expect(found).toMatchObject({ platform: { outOfTurn: 0 }, startedWithoutControl: 0, apart: 0 });
    expect(found.platform.moves).toBeGreaterThan(HAND_OVERS / 3);
    expect(found.platform.said).toBeGreaterThan(1_000);
    expect(found.platform.refused + found.heldBack).toBeGreaterThan(100);
  });

  it('is seen to fail where control does not follow what the platform tells', async () => {
    const deaf: typeof conversationDecider = {
      ...conversationDecider,
      decide: (command, state) => (command.type === 'ReportThreadControl' ? [] : conversationDecider.decide(command, state)),
    };
    expect((await run(true, 300, 50, deaf)).apart).toBeGreaterThan(0);
  });

  it('is seen to fail where the platform takes messages from anybody', async () => {
    expect((await run(false, 500, 50)).platform.outOfTurn).toBeGreaterThan(0);
  });
});
