import { follow, metadataOf, startOf } from './follow.js';
import { exampleCause, exampleId, exampleStream, newEvent, recordedEvents } from './testing/index.js';

const tenantId = exampleId('tenant');
const customer = { kind: 'customer', id: 'U1' } as const;

it('starts a chain with the command itself', () => {
  const commandId = exampleId('webhook');
  expect(startOf(tenantId, customer, commandId)).toEqual({
    tenantId,
    actor: customer,
    commandId,
    correlationId: commandId,
    causationId: commandId,
  });
});

it('keeps tenant and correlation along the chain, and names the event before as the cause', () => {
  const first = startOf(tenantId, customer, exampleId('webhook'));
  const received = newEvent({ type: 'MessageReceived', data: {} }, first);
  const automation = { kind: 'system', automation: 'when-a-message-is-received-then-request-an-agent' } as const;
  const second = follow(received, automation, exampleId('second'));
  const requested = newEvent({ type: 'AgentRequested', data: {} }, second);
  const third = follow(requested, { kind: 'agent', id: 'A1' }, exampleId('third'));

  expect(second).toEqual({
    tenantId,
    actor: automation,
    commandId: exampleId('second'),
    correlationId: exampleId('webhook'),
    causationId: received.id,
  });
  expect(third).toMatchObject({ tenantId, correlationId: exampleId('webhook'), causationId: requested.id });
});

it('becomes the metadata of the events, with the time', () => {
  const cause = exampleCause('a');
  expect(metadataOf(cause, new Date(0))).toEqual({ ...cause, occurredAt: '1970-01-01T00:00:00.000Z' });
});

it('follows an event as the log gives it back', () => {
  const [event] = recordedEvents(exampleStream('a'), { type: 'Happened', data: {} });
  expect(follow(event!, customer, exampleId('next')).causationId).toBe(event!.id);
});
