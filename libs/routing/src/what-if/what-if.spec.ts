import { CLAIMED } from '../agent/write/claim-work.js';
import { DEFAULT_POLICY, type QueuePolicy } from '../queue/policy/policy.js';
import { ring } from '../testing/index.js';
import { exponentials, firstComeFirstServed } from '../testing/simulation.js';
import { agentFigures, queueFigures } from './figures.js';
import { moreAgents } from './more-agents.js';
import { playPeriod } from './play-period.js';
import type { AgentThen, HoursThen, Outcome, RecordedPeriod, RecordedWait } from './recorded-period.js';
import { turnsMoved } from './turns.js';

const START = Date.parse('2026-11-20T10:00:00.000Z');
const at = (seconds: number): number => START + seconds * 1_000;
const ALWAYS: HoursThen = { isOpen: () => true, nextChange: () => undefined };

const queue = (policy: Partial<QueuePolicy> = {}, queueId = 'support') => ({
  queueId,
  policy: { ...DEFAULT_POLICY, ...policy },
  policyVersion: 1,
  offerSeconds: 30,
});
const agent = (agentId: string, more: Partial<AgentThen> = {}): AgentThen => ({
  agentId,
  presence: 'available',
  queueIds: ['support', 'sales'],
  capacity: 1,
  workingHoursId: null,
  ...more,
});
const outcome = (agentId: string, takenSeconds: number, minutes: number, more: Partial<Outcome> = {}): Outcome => ({
  queueId: 'support',
  agentId,
  rule: 'recorded',
  offeredAt: at(takenSeconds),
  takenAt: at(takenSeconds),
  weight: 100,
  interruptible: false,
  answeredAt: at(takenSeconds + 10),
  releasedAt: at(takenSeconds + minutes * 60),
  ...more,
});
const wait = (name: string, seconds: number, more: Partial<RecordedWait> = {}): RecordedWait => ({
  conversationId: name,
  channel: 'line',
  queueId: 'support',
  beganAt: at(seconds),
  waitingSince: at(seconds),
  queuedAt: at(seconds),
  hadBefore: [],
  changes: [],
  refusals: [],
  ...more,
});
const period = (more: Partial<RecordedPeriod>): RecordedPeriod => ({
  from: START,
  to: at(3_600),
  queues: [queue()],
  queueChanges: [],
  agents: [agent('a')],
  agentChanges: [],
  waits: [],
  otherWork: [],
  ...more,
});
/** Who, and after how many seconds of the period. */
const played = (outcomes: readonly (Outcome | undefined)[]) => outcomes.map((one) => one && [one.agentId, (one.takenAt - START) / 1_000]);

describe('a recorded period, played again', () => {
  it('B-02: makes everybody wait as long as where everybody comes in turn, whatever the recorded waits were', () => {
    const [arrivalRate, agents, serviceRate, arrivals] = [0.055, 4, 1 / 60, 1_000];
    const busyUntil = firstComeFirstServed(arrivalRate, agents, serviceRate, arrivals, 7);
    const [arriving, serving] = [exponentials(7), exponentials(8)];
    let seconds = 0;
    const waits = Array.from({ length: arrivals }, (_, n) => {
      const takenAt = at((seconds += arriving() / arrivalRate));
      const releasedAt = takenAt + (serving() / serviceRate) * 1_000;
      return wait(`c${String(n).padStart(4, '0')}`, seconds, { outcome: outcome('x', 0, 0, { offeredAt: takenAt, takenAt, releasedAt }) });
    });
    const four = ['a', 'b', 'c', 'd'].map((name) => agent(name));
    const outcomes = playPeriod(period({ to: at(1e6), agents: four, waits }), ALWAYS);
    const waited = outcomes.map((one, n) => (one!.takenAt - waits[n]!.waitingSince) / 1_000);
    expect(Math.max(...waited.map((seconds, n) => Math.abs(seconds - busyUntil[n]!)))).toBeLessThan(0.01);
    expect(Math.max(...waited)).toBeGreaterThan(30);
  });

  it('is the same when what came of it is played once more', () => {
    const waits = Array.from({ length: 40 }, (_, n) =>
      wait(`c${n}`, n * 20, { outcome: outcome('a', n * 20 + 5, 1 + (n % 3), { offeredAt: at(n * 20 + 2) }) }),
    );
    const recorded = period({ agents: [agent('a'), agent('b', { capacity: 2 })], waits });
    const once = playPeriod(recorded, ALWAYS);
    const again = playPeriod({ ...recorded, waits: waits.map((one, n) => ({ ...one, outcome: once[n]! })) }, ALWAYS);
    expect(played(again)).toEqual(played(once));
  });

  it('lets a shorter ring find a second line sooner', () => {
    const rings = (seconds: number) => ({ rings: [ring({ seconds, agentGroups: ['first'] }), ring()] });
    const recorded = period({
      queues: [queue(rings(60))],
      agents: [agent('busy', { groups: ['first'] }), agent('free', { groups: ['second'] })],
      otherWork: [{ agentId: 'busy', takenAt: START, weight: 100, interruptible: false }],
      waits: [wait('c', 100, { outcome: outcome('free', 160, 5) })],
    });
    expect(played(playPeriod(recorded, ALWAYS))).toEqual([['free', 160]]);
    const [other] = playPeriod(recorded, ALWAYS, new Map([['support', { ...DEFAULT_POLICY, ...rings(20) }]]));
    expect(other).toMatchObject({ agentId: 'free', takenAt: at(120), ring: 2, releasedAt: at(120 + 300), answeredAt: at(130) });
  });

  it('plays what people did: who declined declines, who thought thinks, who left has left, who chose chooses', () => {
    const recorded = period({
      agents: [agent('a'), agent('b')],
      waits: [
        wait('declined', 0, {
          refusals: [{ agentId: 'a', afterMs: 4_000 }],
          outcome: outcome('b', 10, 50, { offeredAt: at(4) }),
        }),
        wait('left', 200, { leftAt: at(260) }),
        wait('chosen', 1_000, { queueId: 'unserved', claimed: true, outcome: outcome('a', 1_030, 1, { rule: CLAIMED }) }),
      ],
      queues: [queue(), queue({}, 'unserved')],
      otherWork: [{ agentId: 'a', takenAt: at(20), weight: 100, interruptible: false, releasedAt: at(900) }],
    });
    expect(played(playPeriod(recorded, ALWAYS))).toEqual([['b', 10], undefined, ['a', 1_030]]);
  });

  it('goes on by the policy where the log went by another one: overflow, a last owner, opening hours', () => {
    const hours: HoursThen = {
      isOpen: (_, moment) => moment >= at(600),
      nextChange: (_, moment) => (moment < at(600) ? at(600) : undefined),
    };
    const waits = [
      wait('c', 0, { lastOwner: { agentId: 'b', closedAt: START - 1_000 }, outcome: outcome('a', 0, 5) }),
      wait('d', 700, { outcome: outcome('a', 700, 5) }),
    ];
    const sales = agent('s', { queueIds: ['sales'] });
    const recorded = period({ agents: [agent('a'), agent('b'), sales], queues: [queue(), queue({}, 'sales')], waits });
    const under = (policy: Partial<QueuePolicy>) =>
      played(playPeriod(recorded, hours, new Map([['support', { ...DEFAULT_POLICY, ...policy }]])));
    expect(under({})).toEqual([
      ['a', 0],
      ['b', 700],
    ]);
    expect(under({ reopenDays: 1 })).toEqual([
      ['b', 0],
      ['a', 700],
    ]);
    expect(under({ businessHoursId: 'day' })).toEqual([
      ['a', 600],
      ['b', 700],
    ]);
    expect(under({ businessHoursId: 'day', overflow: { queueId: 'sales', afterSeconds: 60 } })).toEqual([
      ['a', 60],
      ['b', 700],
    ]);
  });

  it('lets agents come, go and change when they did', () => {
    const recorded = period({
      agents: [agent('a', { presence: 'away' })],
      agentChanges: [
        { at: at(100), agent: agent('a') },
        { at: at(102), agent: agent('a', { presence: 'away' }) },
        { at: at(300), agent: agent('b', { workingHoursId: 'late' }) },
      ],
      waits: [wait('c', 0, { outcome: outcome('a', 105, 1, { offeredAt: at(100) }) })],
    });
    const late: HoursThen = {
      isOpen: (_, moment) => moment >= at(400),
      nextChange: (_, moment) => (moment < at(400) ? at(400) : undefined),
    };
    expect(played(playPeriod(recorded, late))).toEqual([['b', 405]]);
  });
});

describe('another order of turns', () => {
  it('lets the queue with the higher priority go first where several wait, and counts who was overtaken', () => {
    const waits = [
      wait('first', 0, { outcome: outcome('a', 0, 5) }),
      wait('plain', 60, { outcome: outcome('a', 300, 5) }),
      wait('also plain', 100, { outcome: outcome('a', 600, 5) }),
      wait('urgent', 120, { queueId: 'sales', outcome: outcome('a', 900, 5, { queueId: 'sales' }) }),
    ];
    const queues = [queue(), queue({}, 'sales')];
    const recorded = period({ queues, waits });
    const under = (secondsPerLevel: number) =>
      playPeriod(recorded, ALWAYS, new Map([['sales', { ...DEFAULT_POLICY, priority: { level: 1, secondsPerLevel } }]]));
    const turns = (outcomes: readonly (Outcome | undefined)[]) => {
      const offeredAt = (number: number) => outcomes[number]!.offeredAt;
      return [0, 1, 2, 3].sort((one, other) => offeredAt(one) - offeredAt(other)).map((number) => waits[number]!.conversationId);
    };
    const overtaken = (outcomes: readonly (Outcome | undefined)[]) =>
      queueFigures(recorded, outcomes, () => undefined).map((figures) => figures.overtaken);
    const asRecorded = playPeriod(recorded, ALWAYS);
    expect([turns(asRecorded), overtaken(asRecorded)]).toEqual([
      ['first', 'plain', 'also plain', 'urgent'],
      [0, 0],
    ]);
    const [little, much] = [under(30), under(600)];
    expect([turns(little), overtaken(little)]).toEqual([
      ['first', 'plain', 'urgent', 'also plain'],
      [1, 0],
    ]);
    expect([turns(much), overtaken(much)]).toEqual([
      ['first', 'urgent', 'plain', 'also plain'],
      [2, 0],
    ]);
    expect(turnsMoved(asRecorded, much)).toEqual({ sooner: 1, later: 2 });
    expect(turnsMoved(asRecorded, asRecorded)).toEqual({ sooner: 0, later: 0 });
  });
});

describe('more agents', () => {
  const waits = Array.from({ length: 6 }, (_, n) => wait(`c${n}`, n, { outcome: outcome('b', n * 600, 10) }));
  const agents = [
    agent('a', { presence: 'offline' }),
    agent('b', { skills: { billing: 3 }, capacity: 1 }),
    agent('c', { queueIds: ['sales'] }),
    agent('d', { capacity: 9 }),
  ];
  const leaves = [{ at: at(1_800), agent: agent('b', { presence: 'offline', skills: { billing: 3 } }) }];
  const recorded = period({ waits, agents, agentChanges: [{ at: at(5), agent: agent('d', { presence: 'away' }) }, ...leaves] });

  it('are like the one in the middle of those who were there for the queue, at the same hours, and serve it alone', () => {
    const { period: more, added } = moreAgents(recorded, new Map([['support', 2]]));
    expect(added).toMatchObject([
      {
        queueId: 'support',
        agentIds: ['added 1 in support', 'added 2 in support'],
        like: { agentId: 'b' },
        availableHours: 0.5,
        serving: 3,
      },
    ]);
    expect(more.agents.slice(4)).toEqual(
      added[0]!.agentIds.map((agentId) => agent(agentId, { skills: { billing: 3 }, queueIds: ['support'] })),
    );
    expect(more.agentChanges.filter(({ at: when }) => when === at(1_800)).map(({ agent: one }) => [one.agentId, one.presence])).toEqual([
      ['b', 'offline'],
      ['added 1 in support', 'offline'],
      ['added 2 in support', 'offline'],
    ]);
  });

  it('take work off the others, and nobody waits longer for it', () => {
    const few = period({ waits, agents: agents.slice(0, 3), agentChanges: leaves });
    const { period: more } = moreAgents(few, new Map([['support', 2]]));
    const waited = (of: RecordedPeriod) => queueFigures(of, playPeriod(of, ALWAYS), () => undefined)[0]!;
    expect(waited(few)).toMatchObject({ taken: 3, wait: { longest: 1_198 } });
    expect(waited(more)).toMatchObject({ taken: 6, wait: { longest: 597 } });
  });

  it('are refused where nobody is whom they could be like; none at all change nothing', () => {
    expect(() => moreAgents(recorded, new Map([['nowhere', 1]]))).toThrow('Nobody who serves the queue nowhere');
    expect(moreAgents(recorded, new Map()).period).toEqual(recorded);
  });
});

describe('the figures of a period', () => {
  it('are counted by hand', () => {
    const outcomes = [outcome('a', 20, 30), outcome('b', 100, 60, { weight: 50 }), undefined, undefined];
    const waits = [wait('1', 0), wait('2', 0), wait('3', 0, { leftAt: at(20) }), wait('4', 0)];
    const recorded = period({
      waits,
      agents: [agent('a'), agent('b', { presence: 'offline' })],
      agentChanges: [{ at: at(1_800), agent: agent('b') }],
    });
    expect(queueFigures(recorded, outcomes, () => 60)).toEqual([
      {
        queueId: 'support',
        waits: 4,
        taken: 2,
        notTaken: 2,
        wait: { mean: 60, median: 100, p90: 100, longest: 100 },
        overtaken: 0,
        service: { targetSeconds: 60, inTime: 1, counted: 3 },
      },
    ]);
    expect(agentFigures(recorded, outcomes)).toEqual([
      { agentId: 'a', conversations: 1, placeHours: 0.5, availableHours: 1 },
      { agentId: 'b', conversations: 1, placeHours: (3_500 / 3_600) * 0.5, availableHours: 0.5 },
    ]);
  });
});
