import { exampleCause, exampleStream, newEvent } from '@madoguchi/event-sourcing/testing';
import type { Actor, RecordedEvent } from '@madoguchi/event-sourcing';
import { eventCatalogue } from '../event-catalogue.js';
import { sealPersonalFields, withoutSecrets } from './shown-event.js';

const recorded = (category: string, type: string, data: object, actor: Actor = { kind: 'agent', id: 'A1' }): RecordedEvent => ({
  ...newEvent({ type, data }, exampleCause('a', { actor })),
  stream: exampleStream('a', category),
  version: 1,
  position: '1',
  recordedAt: '2026-11-20T09:00:00.000Z',
});
const sealed = { sealed: true };

describe('an event that leaves the system', () => {
  it('has nothing of a person in it; what else it says stays', () => {
    const event = recorded('conversation', 'CustomerMessageReceived', {
      messageId: 'm',
      providerMessageId: 'p',
      content: { type: 'text', text: 'canary' },
      sender: undefined,
      orderKey: '1',
    });
    const shown = sealPersonalFields(event);
    expect(shown.data).toEqual({ messageId: 'm', providerMessageId: sealed, content: sealed, sender: sealed, orderKey: '1' });
    expect(event.data).toMatchObject({ content: { text: 'canary' } });
  });

  it('has no field that was not there', () => {
    expect(sealPersonalFields(recorded('conversation', 'ConversationOpened', { threadKey: 'a/U1', number: 1 })).data).toEqual({
      threadKey: sealed,
      number: 1,
    });
  });

  it('says that a customer acted, and not who', () => {
    const event = recorded('contact', 'ContactFollowed', { at: 'x' }, { kind: 'customer', id: 'U-canary' });
    expect(sealPersonalFields(event).metadata.actor).toEqual({ kind: 'customer', id: sealed });
    expect(JSON.stringify(sealPersonalFields(event))).not.toContain('canary');
  });

  it.each([
    ['a later type', 'conversation', 'InventedLater'],
    ['a later category', 'invented_later', 'InventedLater'],
    ['a category that is called like what every object has', 'constructor', 'name'],
  ])('of %s shows nothing, because nobody knows what of it is personal', (_name, category, type) => {
    expect(sealPersonalFields(recorded(category, type, { name: 'canary', text: { a: 'canary' } })).data).toEqual({
      name: sealed,
      text: sealed,
    });
  });

  it('keeps to itself what nobody may see, also from those who may see what is personal', () => {
    const event = recorded('integration_account', 'IntegrationAccountAdded', { accountType: 'line', name: 'Umeda', webhookKey: 'canary' });
    expect(withoutSecrets(event).data).toEqual({ accountType: 'line', name: 'Umeda', webhookKey: { secret: true } });
    expect(withoutSecrets(recorded('agent', 'PresenceChanged', { presence: 'away' })).data).toEqual({ presence: 'away' });
  });
});

it('knows of every event which of its fields are personal', () => {
  for (const { personalFields, versions } of Object.values(eventCatalogue)) {
    for (const type of Object.keys(versions.schemaVersions ?? {})) expect(personalFields).toHaveProperty(type);
  }
});
