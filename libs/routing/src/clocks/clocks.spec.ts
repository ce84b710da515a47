import type { ConversationEvent } from '@madoguchi/conversation';
import { ALWAYS_OPEN, type OpenTime, type QueuePolicy, slaOf } from '../index.js';
import { ClockedConversation } from '../testing/index.js';

const service = { firstAnswerSeconds: 600, nextAnswerSeconds: 300, resolutionSeconds: 3_600, warnAtPercent: 80 };
const START = '2026-11-25T10:00:00.000Z';
const given = (policy: Partial<QueuePolicy>, open: OpenTime = ALWAYS_OPEN, now = START) => new ClockedConversation(policy, open, now);
const waits = (policy: Partial<QueuePolicy>, open?: OpenTime, now?: string) => {
  const conversation = given(policy, open, now);
  conversation.happens('opened', 'customer', 'requested');
  return conversation;
};
const shown = (events: readonly ConversationEvent[]) =>
  events.map((event) => {
    if (event.type === 'SlaWarned' || event.type === 'SlaBreached')
      return `${event.type} ${event.data.target} ${event.data.dueAt.slice(11, 19)}`;
    if (event.type === 'ReplyQueued') return `said ${event.data.automatic?.what}`;
    if (event.type === 'AutomaticTextSkipped') return `skipped ${event.data.what}: ${event.data.reason}`;
    return event.type;
  });
const after = (conversation: ClockedConversation, seconds: number) => {
  conversation.pass(seconds);
  return shown(conversation.settle());
};
const time = (at: Date | undefined) => at?.toISOString().slice(11, 19);
const dayOf = (at: Date) => Math.floor(at.getTime() / 86_400_000) * 86_400_000;
const [OPENS, CLOSES] = [9 * 3_600_000, 18 * 3_600_000];

/** Every day from nine to six, UTC. The business hours themselves have specs of their own. */
const nineToSix: OpenTime = {
  isOpen: (at) => at.getTime() - dayOf(at) >= OPENS && at.getTime() - dayOf(at) < CLOSES,
  nextChange: (at) => {
    const changes = [OPENS, CLOSES, OPENS + 86_400_000].map((change) => new Date(dayOf(at) + change));
    return changes.find((change) => change > at);
  },
  between: (from, to) => {
    let total = 0;
    for (let day = dayOf(from); day <= to.getTime(); day += 86_400_000) {
      total += Math.max(0, Math.min(day + CLOSES, to.getTime()) - Math.max(day + OPENS, from.getTime()));
    }
    return total;
  },
  after: (from, milliseconds) => {
    for (let day = dayOf(from), left = milliseconds; ; day += 86_400_000) {
      const start = Math.max(day + OPENS, from.getTime());
      const open = Math.max(0, day + CLOSES - start);
      if (open > 0 && open >= left) return new Date(start + left);
      left -= open;
    }
  },
};

describe('the clock of the first answer', () => {
  it('warns at the share of the policy and records the breach, each once', () => {
    const conversation = waits({ service });
    expect(time(conversation.nextDueAt())).toBe('10:08:00');
    expect(after(conversation, 479)).toEqual([]);
    expect(after(conversation, 1)).toEqual(['SlaWarned first answer 10:10:00']);
    expect(time(conversation.nextDueAt())).toBe('10:10:00');
    expect(after(conversation, 120)).toEqual(['SlaBreached first answer 10:10:00']);
    expect(after(conversation, 60)).toEqual([]);
  });

  it('stops with the first word of a person, not with a text that is said by itself, nor with a robot', () => {
    const texts = { waiting: { en: 'One moment.' }, closed: {}, handedOver: {}, waitingAfterSeconds: 10 };
    const conversation = waits({ service, texts });
    expect(after(conversation, 10)).toEqual(['said waiting']);
    conversation.happens('robot');
    expect(time(conversation.nextDueAt())).toBe('10:08:00');
    conversation.happens('assigned', 'answer');
    expect(after(conversation, 599)).toEqual([]);
  });

  it('begins with the hand-over where a bot answered before', () => {
    const conversation = given({ service });
    conversation.happens('opened', 'customer', 'bot', 'botAnswer');
    expect(conversation.nextDueAt()).toBeUndefined();
    conversation.pass(3_600);
    conversation.happens('handedOver', 'requested');
    expect(time(conversation.nextDueAt())).toBe('11:08:00');
    expect(after(conversation, 600)).toEqual(['SlaWarned first answer 11:10:00', 'SlaBreached first answer 11:10:00']);
  });

  it('counts business time only', () => {
    const conversation = waits({ service }, nineToSix, '2026-11-25T17:55:00.000Z');
    expect(conversation.nextDueAt()?.toISOString()).toBe('2026-11-26T09:03:00.000Z');
    expect(after(conversation, 15 * 3_600)).toEqual([]);
    expect(after(conversation, 480)).toEqual(['SlaWarned first answer 09:05:00']);
  });

  it('records what passed before an answer that came late, though nobody looked, also when all is over', () => {
    const conversation = waits({ service });
    conversation.pass(700);
    conversation.happens('assigned', 'answer');
    conversation.pass(60);
    conversation.happens('closed');
    expect(after(conversation, 86_400)).toEqual(['SlaWarned first answer 10:10:00', 'SlaBreached first answer 10:10:00']);
    expect(after(conversation, 86_400)).toEqual([]);
  });

  it('records nothing of an answer in time that a copy has not seen yet', () => {
    const conversation = waits({ service });
    conversation.pass(590);
    conversation.happens('assigned', 'answer');
    conversation.pass(60);
    expect(conversation.due(2)).toMatchObject({ do: 'record' });
    expect(conversation.look(2)).toEqual([]);
    expect(shown(conversation.settle())).toEqual(['SlaWarned first answer 10:10:00']);
  });

  it('is promised anew by a new policy; what had passed has passed', () => {
    const conversation = waits({ service });
    conversation.pass(500);
    conversation.changePolicy({ service: { ...service, firstAnswerSeconds: 6_000 } });
    expect(shown(conversation.settle())).toEqual(['SlaWarned first answer 10:10:00']);
    expect(after(conversation, 200)).toEqual([]);
    conversation.changePolicy({});
    expect(conversation.nextDueAt()).toBeUndefined();
  });
});

describe('the clocks after the first answer', () => {
  const answered = () => {
    const conversation = waits({ service });
    conversation.pass(60);
    conversation.happens('assigned', 'answer');
    return conversation;
  };

  it('stand still while it waits for the customer', () => {
    const conversation = answered();
    expect(conversation.nextDueAt()).toBeUndefined();
    expect(after(conversation, 86_400)).toEqual([]);
  });

  it('measure each further answer from the customer’s first word that has none', () => {
    const conversation = answered();
    conversation.pass(3_600);
    conversation.happens('customer');
    conversation.pass(100);
    conversation.happens('customer');
    expect(after(conversation, 140)).toEqual(['SlaWarned next answer 11:06:00']);
    conversation.happens('answer');
    conversation.pass(60);
    conversation.happens('customer');
    expect(after(conversation, 300)).toEqual(['SlaWarned next answer 11:11:00', 'SlaBreached next answer 11:11:00']);
  });

  it('add up the time in which the customer waited for us until it is resolved', () => {
    const conversation = answered();
    conversation.changePolicy({ service: { ...service, nextAnswerSeconds: null } });
    conversation.pass(7_200);
    conversation.happens('customer');
    expect(after(conversation, 2_820)).toEqual(['SlaWarned resolution 13:00:00']);
    conversation.happens('answer');
    conversation.pass(600);
    conversation.happens('customer');
    expect(after(conversation, 720)).toEqual(['SlaBreached resolution 13:10:00']);
    expect(after(conversation, 720)).toEqual([]);
  });

  it('pause when an agent says that it is the turn of the customer, who starts them again', () => {
    const conversation = answered();
    conversation.happens('customer');
    conversation.pass(200);
    conversation.happens('theirTurn');
    expect(slaOf(conversation.clock(), conversation.rules())).toEqual({ kind: 'resolution', state: 'paused' });
    expect(after(conversation, 30 * 86_400)).toEqual([]);
    conversation.happens('customer', 'requested');
    expect(after(conversation, 299)).toEqual([expect.stringContaining('SlaWarned next answer')]);
  });

  it('are shown: what comes next, and that it is paused', () => {
    const sla = (conversation: ClockedConversation) => slaOf(conversation.clock(), conversation.rules());
    const conversation = waits({ service });
    expect(sla(conversation)).toEqual({ kind: 'first answer', dueAt: new Date('2026-11-25T10:10:00.000Z'), state: 'running' });
    after(conversation, 480);
    expect(sla(conversation)?.state).toBe('warned');
    after(conversation, 200);
    expect(sla(conversation)?.state).toBe('breached');
    conversation.happens('assigned', 'answer');
    expect(sla(conversation)).toEqual({ kind: 'resolution', state: 'paused' });
    conversation.happens('closed');
    expect(sla(conversation)).toBeUndefined();
    expect(sla(waits({}))).toBeUndefined();
  });
});

describe('silence', () => {
  const silence = { closeAfterSeconds: 86_400, noticeBeforeSeconds: 3_600, notice: { en: 'We close soon.' } };
  const answered = (policy: Partial<QueuePolicy> = { silence }) => {
    const conversation = waits(policy);
    conversation.happens('assigned', 'answer');
    return conversation;
  };

  it('is told before, and ends the conversation, each once', () => {
    const conversation = answered();
    expect(after(conversation, 82_799)).toEqual([]);
    expect(after(conversation, 1)).toEqual(['said silence notice']);
    expect(after(conversation, 3_599)).toEqual([]);
    expect(after(conversation, 1)).toEqual(['ConversationClosed']);
    expect(after(conversation, 86_400)).toEqual([]);
  });

  it('ends without a word where the policy has none', () => {
    const conversation = answered({ silence: { ...silence, notice: {} } });
    expect(after(conversation, 86_399)).toEqual([]);
    expect(after(conversation, 1)).toEqual(['ConversationClosed']);
  });

  it('gives its time after a notice that came late', () => {
    const conversation = answered();
    expect(after(conversation, 200_000)).toEqual(['said silence notice']);
    expect(after(conversation, 3_599)).toEqual([]);
    expect(after(conversation, 1)).toEqual(['ConversationClosed']);
  });

  it.each(['customer', 'answer'] as const)('begins anew with a word of the %s', (who) => {
    const conversation = answered();
    after(conversation, 83_000);
    conversation.happens(who);
    if (who === 'customer') conversation.happens('answer');
    expect(after(conversation, 82_799)).toEqual([]);
    expect(after(conversation, 1)).toEqual(['said silence notice']);
  });

  it('is none while we owe an answer, while it sleeps, and while it waits for an agent', () => {
    for (const happens of ['customer', 'snoozed', 'requested'] as const) {
      const conversation = answered();
      conversation.happens(happens);
      expect(after(conversation, 10 * 86_400)).toEqual([]);
    }
  });

  it('goes on while it sleeps until the customer answers, and begins there when they had the last word', () => {
    const conversation = answered();
    after(conversation, 80_000);
    conversation.happens('theirTurn');
    expect(after(conversation, 2_799)).toEqual([]);
    expect(after(conversation, 1)).toEqual(['said silence notice']);
    expect(after(conversation, 3_600)).toEqual(['ConversationClosed']);
    const asked = answered();
    asked.happens('customer');
    after(asked, 80_000);
    asked.happens('theirTurn');
    expect(after(asked, 82_799)).toEqual([]);
    expect(after(asked, 1)).toEqual(['said silence notice']);
  });
});

describe('an automatic text', () => {
  const texts = {
    waiting: { en: 'One moment.' },
    closed: { en: 'Until {{nextOpening}}.' },
    handedOver: { en: 'A person goes on.' },
    waitingAfterSeconds: 30,
  };

  it('of waiting comes after its seconds, once in a wait, and not to who was taken before', () => {
    const conversation = waits({ texts });
    expect(after(conversation, 29)).toEqual([]);
    expect(after(conversation, 1)).toEqual(['said waiting']);
    conversation.happens('customer', 'requested');
    expect(after(conversation, 600)).toEqual([]);
    conversation.happens('assigned', 'customer', 'requested');
    expect(after(conversation, 30)).toEqual(['said waiting']);
    const taken = waits({ texts });
    taken.happens('assigned');
    expect(after(taken, 600)).toEqual([]);
  });

  it('of closing names the opening, once while it is closed; the wait is told of when it opens', () => {
    const conversation = waits({ texts }, nineToSix, '2026-11-25T20:00:00.000Z');
    expect(conversation.due()).toMatchObject({ do: 'say', what: 'closed', opensAt: new Date('2026-11-26T09:00:00.000Z') });
    expect(after(conversation, 0)).toEqual(['said closed']);
    conversation.happens('customer', 'assigned', 'customer', 'requested');
    expect(after(conversation, 3_600)).toEqual([]);
    expect(after(conversation, 12 * 3_600)).toEqual(['said waiting']);
  });

  it('of closing comes at six to who still waits then', () => {
    const conversation = waits({ texts: { ...texts, waiting: {} } }, nineToSix, '2026-11-25T17:00:00.000Z');
    expect(after(conversation, 3_599)).toEqual([]);
    expect(after(conversation, 1)).toEqual(['said closed']);
  });

  it('of closing is left out when it is found after the opening', () => {
    const conversation = waits({ texts: { ...texts, waiting: {} } }, nineToSix, '2026-11-25T20:00:00.000Z');
    expect(after(conversation, 14 * 3_600)).toEqual(['skipped closed: too late']);
    expect(after(conversation, 60)).toEqual([]);
  });

  it('of a hand-over comes once, and not beside the one that it is closed', () => {
    const handOver = (now: string) => {
      const conversation = given({ texts: { ...texts, waiting: {} } }, nineToSix, now);
      conversation.happens('opened', 'customer', 'bot', 'handedOver', 'requested');
      return conversation;
    };
    const open = handOver('2026-11-25T10:00:00.000Z');
    expect(after(open, 1)).toEqual(['said handed over']);
    expect(after(open, 1)).toEqual([]);
    expect(after(handOver('2026-11-25T20:00:00.000Z'), 1)).toEqual(['skipped handed over: closed', 'said closed']);
  });

  it('never answers a robot, however often it writes', () => {
    const conversation = given({ texts });
    conversation.happens('opened', 'robot', 'requested');
    expect(after(conversation, 600)).toEqual([]);
    conversation.happens('robot');
    expect(after(conversation, 600)).toEqual([]);
    const talkative = waits({ texts });
    expect(after(talkative, 30)).toEqual(['said waiting']);
    for (let answers = 0; answers < 20; answers += 1) {
      talkative.happens('customer');
      expect(after(talkative, 60)).toEqual([]);
    }
  });
});
