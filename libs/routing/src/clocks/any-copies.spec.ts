import { passedKey } from '@madoguchi/conversation';
import fc from 'fast-check';
import { ALWAYS_OPEN, type QueuePolicy, upTo } from '../index.js';
import { ClockedConversation, type Happening } from '../testing/index.js';

const service = { firstAnswerSeconds: 600, nextAnswerSeconds: 300, resolutionSeconds: 1_800, warnAtPercent: 50 };
const silence = { closeAfterSeconds: 3_600, noticeBeforeSeconds: 600, notice: { en: 'We close soon.' } };
const texts = { waiting: { en: 'One moment.' }, closed: {}, handedOver: { en: 'A person goes on.' } };

/** `look`: a copy, which may not have read the last `behind` events, does what it finds; `twice`: and its twin at the same time. */
type Step =
  | { readonly do: 'happen'; readonly what: Happening }
  | { readonly do: 'pass'; readonly seconds: number }
  | { readonly do: 'look'; readonly behind: number; readonly twice: boolean }
  | { readonly do: 'policy'; readonly factor: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('happen' as const),
    what: fc.constantFrom<Happening>(
      'customer',
      'customer',
      'answer',
      'answer',
      'robot',
      'requested',
      'assigned',
      'snoozed',
      'theirTurn',
      'bot',
      'botAnswer',
      'handedOver',
    ),
  }),
  fc.record({ do: fc.constant('pass' as const), seconds: fc.integer({ min: 1, max: 1_200 }) }),
  fc.record({ do: fc.constant('look' as const), behind: fc.integer({ min: 0, max: 3 }), twice: fc.boolean() }),
  fc.record({ do: fc.constant('policy' as const), factor: fc.integer({ min: 1, max: 3 }) }),
);

const play = (steps: readonly Step[], policy: Partial<QueuePolicy>, looking = true): ClockedConversation => {
  const conversation = new ClockedConversation(policy, ALWAYS_OPEN, '2026-11-25T10:00:00.000Z');
  conversation.happens('opened', 'customer', 'requested');
  for (const one of steps) {
    switch (one.do) {
      case 'happen':
        conversation.happens(one.what);
        break;
      case 'pass':
        conversation.pass(one.seconds);
        break;
      case 'policy':
        conversation.changePolicy({ ...policy, service: { ...service, firstAnswerSeconds: 600 * one.factor } });
        break;
      case 'look':
        if (!looking) break;
        conversation.look(one.behind);
        if (one.twice) conversation.look(one.behind);
    }
  }
  return conversation;
};

const recorded = (conversation: ClockedConversation): readonly string[] =>
  conversation.log.flatMap(({ event }) => {
    if (event.type !== 'SlaWarned' && event.type !== 'SlaBreached') return [];
    return [`${passedKey(event.type === 'SlaWarned' ? 'warning' : 'breach', event.data.target, 0)} due ${event.data.dueAt}`];
  });

describe('whatever the restarts, and however many copies look how late', () => {
  it('there is one warning and one breach for everything that passed, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const looked = play(steps, { service, texts });
        looked.settle();
        // Nobody looked until the end: what passed is told by the log alone.
        const unwatched = play(steps, { service, texts }, false);
        const { owed } = upTo(unwatched.clock(), unwatched.rules(), unwatched.now);
        const expected = owed.map(({ what, target, dueAt }) => `${passedKey(what, target, 0)} due ${dueAt}`);
        expect(recorded(looked).toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 100 },
    );
  });

  it('no text is said twice in a wait, and it is closed once', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const conversation = play(steps, { service, silence, texts });
        conversation.settle();
        const types = conversation.log.map(({ event }) => event);
        expect(types.filter(({ type }) => type === 'ConversationClosed').length).toBeLessThanOrEqual(1);
        let said: readonly string[] = [];
        for (const event of types) {
          if (event.type === 'ConversationAssigned' || event.type === 'ControlPassed' || event.type === 'ConversationSnoozed')
            said = said.filter((what) => what !== 'waiting');
          if (event.type === 'CustomerMessageReceived' || (event.type === 'ReplyQueued' && !event.data.automatic))
            said = said.filter((what) => what !== 'silence notice');
          if (event.type !== 'ReplyQueued' || !event.data.automatic) continue;
          expect(said).not.toContain(event.data.automatic.what);
          said = [...said, event.data.automatic.what];
        }
      }),
      { numRuns: 100 },
    );
  });
});
