import { exampleId, specificationOf } from '@madoguchi/event-sourcing/testing';
import { type AgentCommand, type AgentEvent, agentDecider } from '../../index.js';

const [first, second] = [exampleId('a queue'), exampleId('another queue')].sort() as [string, string];
const { given } = specificationOf(agentDecider(new Date('2026-11-20T10:00:00Z')));
const registered: AgentEvent = { type: 'AgentRegistered', data: { name: 'Aiko Tanaka', capacity: 3, queueIds: [first] } };

describe('registering an agent', () => {
  it('keeps the name trimmed and every queue once', () => {
    given()
      .when({ type: 'RegisterAgent', name: ' Aiko Tanaka ', capacity: 3, queueIds: [first, first] })
      .then(registered);
  });

  it('is refused the second time', () => {
    given(registered).when({ type: 'RegisterAgent', name: 'Aiko Tanaka', capacity: 3, queueIds: [] }).thenRefused('agent-exists');
  });

  it.each([
    ['bad-name', { name: '  ' }],
    ['bad-name', { name: 'x'.repeat(101) }],
    ['bad-capacity', { capacity: 0 }],
    ['bad-capacity', { capacity: 26 }],
    ['bad-capacity', { capacity: 1.5 }],
    ['bad-queues', { queueIds: ['support'] }],
    ['bad-queues', { queueIds: 'support' }],
  ])('is refused as %s with %j', (code, wrong) => {
    given()
      .when({ type: 'RegisterAgent', name: 'Aiko', capacity: 3, queueIds: [], ...wrong } as AgentCommand)
      .thenRefused(code);
  });
});

describe('changing an agent', () => {
  it('records only what differs', () => {
    given(registered)
      .when({ type: 'ChangeAgent', name: 'Aiko Tanaka', capacity: 5, queueIds: [second, first] })
      .then({ type: 'AgentChanged', data: { capacity: 5, queueIds: [first, second] } });
  });

  it('has nothing to do when nothing differs', () => {
    given(registered).when({ type: 'ChangeAgent', capacity: 3 }).thenNothing();
  });

  it('is refused for nobody, and with what cannot be', () => {
    given().when({ type: 'ChangeAgent', capacity: 3 }).thenRefused('no-such-agent');
    given(registered).when({ type: 'ChangeAgent', capacity: 26 }).thenRefused('bad-capacity');
  });

  it('answers a command that it does not know', () => {
    given(registered)
      .when({ type: 'Promote' } as unknown as AgentCommand)
      .thenRefused('no-such-command');
  });
});
