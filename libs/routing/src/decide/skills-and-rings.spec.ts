import { decide, HIGHEST_SKILLS, PREFERRED, type QueuePolicy, type WaitingConversation } from '../index.js';
import { candidate, exampleNow, queueWith, ring, waitingFor } from '../testing/index.js';

const policy = (more: Partial<QueuePolicy>) => queueWith(more);
const choose = (
  agents: readonly ReturnType<typeof candidate>[],
  more: Partial<QueuePolicy>,
  seconds = 0,
  waiting: Partial<WaitingConversation> = {},
) => decide({ waiting: [waitingFor(seconds, waiting)], agents, queues: [policy(more)] }, exampleNow)[0];
const billing = { requires: { skills: { billing: 3 }, languageLevel: null } };

describe('skills', () => {
  it('are needed at their least level', () => {
    const agents = [candidate('a', { skills: { billing: 2 } }), candidate('b', { skills: { billing: 3 }, taken: 200 })];
    const decision = choose(agents, billing);
    expect(decision?.agentId).toBe('b');
    expect(decision?.explanation.candidates).toMatchObject([
      { agentId: 'a', verdict: 'lacks a skill', levels: { billing: 2 } },
      { agentId: 'b', verdict: 'chosen', levels: { billing: 3 } },
    ]);
    expect(decision?.explanation.asked).toMatchObject({ skills: { billing: 3 } });
  });

  it('that a request names beside those of the queue are needed too', () => {
    const agents = [candidate('a'), candidate('b', { skills: { returns: 1 } })];
    expect(choose(agents, {}, 0, { skills: ['returns'] })?.agentId).toBe('b');
    expect(choose([candidate('a')], {}, 0, { skills: ['returns'] })).toBeUndefined();
  });

  it('decide among those who are free where the policy says so', () => {
    const agents = [candidate('a', { skills: { billing: 3 } }), candidate('b', { skills: { billing: 5 }, taken: 200 })];
    const decision = choose(agents, { ...billing, order: 'highest skills' });
    expect(decision).toMatchObject({ agentId: 'b', explanation: { rule: HIGHEST_SKILLS } });
    expect(decision?.explanation.candidates[0]).toMatchObject({ agentId: 'a', verdict: 'less skilled' });
  });
});

describe('the language of the customer', () => {
  const requires = { requires: { skills: {}, languageLevel: 2 } };
  it('is a skill where the policy says so', () => {
    const agents = [candidate('a', { languages: { en: 5 } }), candidate('b', { languages: { ja: 2 }, taken: 200 })];
    const decision = choose(agents, requires, 0, { language: 'ja' });
    expect(decision?.agentId).toBe('b');
    expect(decision?.explanation.candidates[0]).toMatchObject({ verdict: 'lacks the language' });
    expect(choose(agents, {}, 0, { language: 'ja' })?.agentId).toBe('a');
    expect(choose(agents, requires)?.agentId).toBe('a');
  });

  it('is understood in all its varieties by who speaks it', () => {
    expect(choose([candidate('a', { languages: { en: 3 } })], requires, 0, { language: 'en-GB' })?.agentId).toBe('a');
    expect(choose([candidate('a', { languages: { 'en-US': 3 } })], requires, 0, { language: 'en-GB' })).toBeUndefined();
  });
});

describe('rings', () => {
  const agents = [
    candidate('expert', { skills: { billing: 4 }, groups: ['first line'], taken: 300 }),
    candidate('helper', { skills: { billing: 1 }, groups: ['second line'] }),
    candidate('anybody', { taken: 100 }),
  ];
  const rings = [
    ring({ seconds: 20, agentGroups: ['first line'] }),
    ring({ seconds: 40, minimumLevels: { billing: 1 }, agentGroups: ['second line'] }),
    ring({ seconds: 60, droppedSkills: ['billing'] }),
  ];
  const at = (seconds: number) => choose(agents, { ...billing, rings }, seconds);

  it('let in more and more as the customer waits', () => {
    expect(at(19.999)).toBeUndefined();
    expect(at(20)).toMatchObject({ agentId: 'helper', explanation: { ring: 2, asked: { skills: { billing: 1 } } } });
    expect(choose(agents.slice(0, 1).concat(agents[2]!), { ...billing, rings }, 59.999)).toBeUndefined();
    expect(choose(agents.slice(0, 1).concat(agents[2]!), { ...billing, rings }, 60)).toMatchObject({
      agentId: 'anybody',
      explanation: { ring: 3 },
    });
    expect(at(100_000)).toMatchObject({ agentId: 'helper', explanation: { ring: 3 } });
  });

  it('say who is not in them yet', () => {
    const free = [candidate('expert', { skills: { billing: 4 }, groups: ['first line'] }), ...agents.slice(1)];
    expect(choose(free, { ...billing, rings }, 10)?.explanation.candidates.map(({ agentId, verdict }) => [agentId, verdict])).toEqual([
      ['expert', 'chosen'],
      ['helper', 'not in this ring'],
      ['anybody', 'not in this ring'],
    ]);
  });

  it('count from when it came into the queue, not from when it began to wait', () => {
    const waiting = { queuedAt: waitingFor(5).queuedAt };
    expect(choose(agents, { ...billing, rings }, 300, waiting)).toBeUndefined();
  });

  it('do not count any more when the longest wait is over', () => {
    const plain = [candidate('plain')];
    expect(choose(plain, { ...billing, longestWaitSeconds: 90 }, 89)).toBeUndefined();
    expect(choose(plain, { ...billing, longestWaitSeconds: 90 }, 90)).toMatchObject({
      agentId: 'plain',
      explanation: { asked: { overdue: true } },
    });
  });

  it('are told of each conversation, also when the longest wait is over', () => {
    const waiting = [70, 50, 10].map((seconds) => waitingFor(seconds, { conversationId: `waits ${seconds}` }));
    const situation = { waiting, agents: [candidate('a')], queues: [queueWith({ rings, longestWaitSeconds: 5 })] };
    expect(decide(situation, exampleNow).map(({ explanation }) => explanation.ring)).toEqual([3, 2, 1]);
  });

  it('drop the language too', () => {
    const requires = { skills: {}, languageLevel: 3 };
    const dropped = [ring(), ring({ droppedSkills: ['language'] })];
    expect(choose([candidate('a')], { requires, rings: dropped }, 19, { language: 'ja' })).toBeUndefined();
    expect(choose([candidate('a')], { requires, rings: dropped }, 20, { language: 'ja' })?.agentId).toBe('a');
  });
});

describe('the preferred agent', () => {
  const wanted = { preferredAgentId: 'b', keptUntil: Date.parse('2026-11-20T10:00:10.000Z') };

  it('comes first when free, also when busier or outside of the ring', () => {
    const decision = choose([candidate('a'), candidate('b', { taken: 200 })], billing, 0, wanted);
    expect(decision).toMatchObject({ agentId: 'b', explanation: { rule: PREFERRED, asked: { preferredAgentId: 'b' } } });
    expect(choose([candidate('a'), candidate('b')], {}, 0, wanted)?.explanation.candidates[0]).toMatchObject({
      verdict: 'kept for another',
    });
  });

  it('has it kept for a time, and no longer', () => {
    expect(choose([candidate('a'), candidate('b', { presence: 'away' })], {}, 0, wanted)).toBeUndefined();
    const over = { ...wanted, keptUntil: Date.parse('2026-11-20T10:00:00.000Z') };
    expect(choose([candidate('a'), candidate('b', { presence: 'away' })], {}, 0, over)?.agentId).toBe('a');
  });

  it('is one of many after having declined it', () => {
    expect(choose([candidate('a'), candidate('b')], {}, 0, { preferredAgentId: 'b', hadBefore: ['b'] })?.agentId).toBe('a');
  });
});

describe('weights', () => {
  it('fill the capacity by what a channel takes', () => {
    const agents = [candidate('a', { capacity: 1, taken: 60 })];
    expect(choose(agents, { weights: { line: 40 } })?.weight).toBe(40);
    expect(choose(agents, { weights: { line: 41 } })).toBeUndefined();
  });

  it('of the agent come before those of the queue', () => {
    const agents = [candidate('a', { capacity: 1, taken: 60, weights: { line: 40 } })];
    expect(choose(agents, {})).toMatchObject({ weight: 40, explanation: { candidates: [{ weight: 40, load: 0.6 }] } });
  });

  it('of what can be interrupted do not keep from what cannot', () => {
    const agents = [candidate('a', { capacity: 1, taken: 100, takenUrgently: 0 })];
    expect(choose(agents, {})?.agentId).toBe('a');
    expect(choose(agents, { interruptible: ['line'] })).toBeUndefined();
  });
});
