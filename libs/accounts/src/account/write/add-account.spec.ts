import { specificationOf } from '@madoguchi/event-sourcing/testing';
import { added, exampleTime, exampleWindow, simpleBot } from '../../testing/index.js';
import { integrationAccountDecider } from '../decider.js';

const { given } = specificationOf(integrationAccountDecider);
const add = { type: 'AddAccount', accountType: 'line', name: 'Umeda shop', webhookKey: 'first-key' } as const;

describe('adding an account', () => {
  it('needs a type, a name and a key for its webhook', () => {
    given().when(add).then(added());
    given()
      .when({ ...add, name: ' ' })
      .thenRefused('bad-name');
    given()
      .when({ ...add, webhookKey: '' })
      .thenRefused('bad-webhook-key');
  });

  it('keeps when it was added, where the caller says so', () => {
    given()
      .when({ ...add, at: exampleTime })
      .then(added('line', { addedAt: exampleTime }));
    given()
      .when({ ...add, at: 'now' })
      .thenRefused('bad-time');
  });

  it('M-76: of a bot says which of the two ways is taken', () => {
    given()
      .when({ ...add, accountType: 'lineworks', botWay: 'simple', contactWindowId: exampleWindow })
      .then(simpleBot);
    given()
      .when({ ...add, botWay: 'simple' })
      .thenRefused('bad-bot-way');
  });
});
