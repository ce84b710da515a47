import { exampleId, specificationOf } from '@madoguchi/event-sourcing/testing';
import { type AgentCommand, type AgentEvent, agentDecider } from '../../index.js';

const { given } = specificationOf(agentDecider(new Date('2026-11-20T10:00:00Z')));
const plain = { name: 'Aiko Tanaka', capacity: 3, queueIds: [] };
const profile = {
  skills: { billing: 4 },
  languages: { 'en-GB': 5, ja: 3 },
  groups: ['a', 'b'],
  weights: { email: 50 },
  workingHoursId: null,
};
const registered: AgentEvent = { type: 'AgentRegistered', data: { ...plain, ...profile } };

describe('what an agent can do', () => {
  it('is kept in order and in the usual spelling', () => {
    given()
      .when({ type: 'RegisterAgent', ...plain, ...profile, languages: { ja: 3, 'en-gb': 5 }, groups: ['b', 'a', 'b'] })
      .then(registered);
  });

  it('is changed one by one; only what differs is recorded', () => {
    given(registered)
      .when({ type: 'ChangeAgent', skills: { billing: 4, returns: 1 }, groups: ['b', 'a'], workingHoursId: exampleId('hours') })
      .then({ type: 'AgentChanged', data: { skills: { billing: 4, returns: 1 }, workingHoursId: exampleId('hours') } });
    given(registered)
      .when({ type: 'ChangeAgent', ...profile })
      .thenNothing();
  });

  it.each([
    ['bad-level', { skills: { billing: 6 } }],
    ['bad-level', { languages: { ja: -1 } }],
    ['bad-key', { skills: { '': 1 } }],
    ['bad-key', { groups: 'all' }],
    ['bad-language', { languages: { Japanese_: 1 } }],
    ['bad-weight', { weights: { fax: 10 } }],
    ['bad-id', { workingHoursId: 'always' }],
  ])('is refused as %s with %j', (code, wrong) => {
    given(registered)
      .when({ type: 'ChangeAgent', ...wrong } as AgentCommand)
      .thenRefused(code);
  });
});
