import { derivedId, fold, handleCommand, type RecordedEvent, Refusal, startOf } from '@madoguchi/event-sourcing';
import { conversationDecider, type ConversationCommand, type ConversationEvent, conversationStream } from '../index.js';
import { aiko, bot, ivan, messageCommand } from '../testing/index.js';
import { quickLog, randomOf, remembering } from './testing/quick-log.js';

const HAND_OVERS = 10_000;
const CONVERSATIONS = 1_000;

type Decider = typeof conversationDecider;

/** Bots and agents who look, wait a random while, and then act on what they saw. */
const run = async (slow: Decider, handOvers: number, conversations = CONVERSATIONS) => {
  const decider = remembering(slow);
  const random = randomOf(12);
  const store = quickLog();
  const now = () => new Date('2026-11-23T10:00:00.000Z');
  let commands = 0;
  const give = async (id: string, command: ConversationCommand) => {
    commands += 1;
    const cause = startOf('tenant', { kind: 'system', automation: 'race' }, derivedId('race', commands));
    const pause = () => delay(random);
    await handleCommand(store, decider, conversationStream(id), command, cause, { now, random, pause }).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
    });
  };
  const look = async (id: string) =>
    fold(decider, (await store.readStream(conversationStream(id))) as unknown as readonly ConversationEvent[]);
  let tried = 0;
  const party = async (id: string, act: (state: Awaited<ReturnType<typeof look>>) => ConversationCommand) => {
    while (tried < handOvers) {
      const seen = await look(id);
      await delay(random);
      const command = act(seen);
      if (command.type === 'TakeOver' || command.type === 'GiveToBot') tried += 1;
      await give(id, command);
    }
  };
  const content = { type: 'text', text: 'hello' } as const;
  const next = (kind: string) => derivedId(kind, (commands += 1));
  const ids = Array.from({ length: conversations }, (_, index) => derivedId('raced', index));
  await Promise.all(
    ids.map(async (id) => {
      await give(id, { ...messageCommand(1), botId: bot });
      const agent = (agentId: string) =>
        party(id, (seen) => {
          const chance = random();
          if (seen.owner !== agentId) return { type: 'TakeOver', agentId, offerId: next('offer') };
          if (chance < 0.3) return { type: 'ReplyToCustomer', replyId: next('reply'), agentId, content };
          return { type: 'GiveToBot', botId: bot, agentId };
        });
      await Promise.all([
        agent(aiko),
        agent(ivan),
        party(id, ({ control }) => ({
          type: 'AnswerAsBot',
          turnId: next('turn'),
          botId: bot,
          epoch: control.epoch,
          replies: [{ replyId: next('reply'), content }],
          next: { do: 'stay' },
        })),
      ]);
    }),
  );
  return (await Promise.all(ids.map((id) => store.readStream(conversationStream(id))))) as readonly (readonly (RecordedEvent &
    ConversationEvent)[])[];
};

const delay = async (random: () => number) => {
  for (let left = Math.floor(random() * 6); left > 0; left -= 1) await Promise.resolve();
};

/** Reads the log by itself, without the state that decisions use. */
const whoSpokeWithoutControl = (streams: Awaited<ReturnType<typeof run>>) => {
  let holder = '';
  const found = { outOfTurn: 0, said: 0, refused: 0, passes: 0 };
  for (const event of streams.flat()) {
    if (event.type === 'ControlPassed') {
      holder = (event.data.to === 'agent' ? event.data.agentId : event.data.botId) ?? '';
      found.passes += 1;
    }
    if (event.type === 'BotAnswerRefused') found.refused += 1;
    if (event.type === 'ReplyQueued') {
      found.said += 1;
      if ((event.data.agentId ?? event.data.botId) !== holder) found.outOfTurn += 1;
    }
  }
  return found;
};

describe('B-12: hand-overs at the same time', () => {
  it('10,000 with random delays: no message of a party without control, and the refused ones are there to be seen', async () => {
    const found = whoSpokeWithoutControl(await run(conversationDecider, HAND_OVERS));
    expect(found.passes).toBeGreaterThan(HAND_OVERS / 3);
    expect(found.outOfTurn).toBe(0);
    expect(found.said).toBeGreaterThan(1_000);
    expect(found.refused).toBeGreaterThan(100);
  });

  it('is seen to fail where a bot’s answer is taken without looking at who has control', async () => {
    const naive: Decider = {
      ...conversationDecider,
      decide: (command, state) =>
        command.type === 'AnswerAsBot'
          ? command.replies.map(({ replyId, content }) => ({ type: 'ReplyQueued', data: { replyId, botId: command.botId, content } }))
          : conversationDecider.decide(command, state),
    };
    expect(whoSpokeWithoutControl(await run(naive, 500, 50)).outOfTurn).toBeGreaterThan(0);
  });
});
