import { fold } from '@madoguchi/event-sourcing';
import { specificationOf } from '@madoguchi/event-sourcing/testing';
import fc from 'fast-check';
import {
  added,
  applied,
  botProfileSet,
  consoleBot,
  exampleTime,
  linked,
  simpleBot,
  subscribed,
  unlinked,
  verified,
} from '../../testing/index.js';
import { type IntegrationAccountCommand, integrationAccountDecider } from '../decider.js';
import type { IntegrationAccountEvent } from '../events.js';
import { isWaitingForVerification, linkState } from '../standing.js';

const { given } = specificationOf(integrationAccountDecider);
const state = (...history: readonly IntegrationAccountEvent[]) => fold(integrationAccountDecider, history);
const verify = (how: 'handshake' | 'verify request' | 'signed request' = 'verify request') =>
  ({ type: 'RecordWebhookVerified', how, at: exampleTime }) as const;
const automatic = linked('automatic after verification');

describe('the switch "Link"', () => {
  it('is put on and off by hand', () => {
    given(added(), applied()).when({ type: 'LinkAccount' }).then(linked());
    given(added(), applied(), linked()).when({ type: 'LinkAccount' }).thenNothing();
    given(added(), applied(), linked()).when({ type: 'UnlinkAccount', reason: 'switched off by an administrator' }).then(unlinked());
    given(added(), applied()).when({ type: 'UnlinkAccount', reason: 'switched off by an administrator' }).thenNothing();
    given().when({ type: 'LinkAccount' }).thenRefused('no-such-account');
  });

  it('M-65: saved and verified, it is turned on by itself, and the event says so', () => {
    given(added(), applied()).when(verify()).then(verified(), automatic);
  });

  it('M-48: the order does not matter: whatever comes last links the account, once', () => {
    const pieces: readonly IntegrationAccountCommand[] = [
      { type: 'ApplyAccount', changedFields: ['pageAccessToken', 'pageId'] },
      verify('handshake'),
      { type: 'RecordSubscription', fields: [{ field: 'messages', needed: true, subscribed: true }], at: exampleTime },
    ];
    const orders = [
      [1, 0, 2],
      [1, 2, 0],
      [2, 1, 0],
      [0, 1, 2],
      [0, 2, 1],
      [2, 0, 1],
    ] as const;
    for (const order of orders) {
      let account = state(added('messenger'), applied({ changedFields: ['verifyToken'], missingFields: ['pageId'] }));
      const links = order.map((index) => {
        const events = integrationAccountDecider.decide(pieces[index]!, account);
        account = events.reduce(integrationAccountDecider.evolve, account);
        return events.filter(({ type }) => type === 'IntegrationAccountLinked').length;
      });
      expect([order, links]).toEqual([order, [0, 0, 1]]);
    }
  });

  it('M-40, M-46: Messenger waits for the fields too, and is linked when they are all subscribed', () => {
    const read = subscribed() as Extract<IntegrationAccountEvent, { type: 'SubscriptionRead' }>;
    const command = { type: 'RecordSubscription', fields: read.data.fields, at: exampleTime } as const;
    given(added('messenger'), applied()).when(verify('handshake')).then(verified('handshake'));
    given(added('messenger'), applied(), verified('handshake'), subscribed('messaging_postbacks')).when(command).then(read, automatic);
  });

  it('M-119, M-123: Telegram and Viber are verified by taking our address', () => {
    for (const type of ['telegram', 'viber'] as const) {
      given(added(type), applied())
        .when({ type: 'RecordWebhookSet', host: 'office.example.com:1234', problems: [], at: exampleTime })
        .then({ type: 'WebhookSet', data: { host: 'office.example.com:1234', setAt: exampleTime } }, automatic);
    }
    given(added('line'), applied())
      .when({ type: 'RecordWebhookSet', host: 'office.example.com', problems: [], at: exampleTime })
      .then({ type: 'WebhookSet', data: { host: 'office.example.com', setAt: exampleTime } });
  });

  it('M-74, M-101: mail, Vonage and a bot from the Developer Console are switched on by hand only', () => {
    for (const account of [added('email'), added('vonage'), consoleBot])
      given(account, applied()).when(verify('signed request')).then(verified('signed request'));
  });

  it('M-88: a bot that we made is linked when it is published', () => {
    given(simpleBot, botProfileSet)
      .when({ type: 'RecordBotPublished', botId: '2000001', at: exampleTime })
      .then({ type: 'BotPublished', data: { botId: '2000001', publishedAt: exampleTime } }, linked('automatic after publishing'));
  });

  it('M-97: may be put on before the data are there: "On, waiting for set-up", never an error', () => {
    given(consoleBot).when({ type: 'LinkAccount' }).then(linked());
    expect(linkState(state(consoleBot, linked()))).toBe('on, waiting for set-up');
    expect(linkState(state(consoleBot, linked(), applied()))).toBe('linked');
  });

  it('M-106: put off by a person it stays off, whatever the platform verifies, and comes back with one click', () => {
    given(added(), applied(), verified(), automatic, unlinked()).when(verify()).then(verified());
    given(added(), applied(), verified(), automatic, unlinked()).when({ type: 'LinkAccount' }).then(linked());
  });

  it('M-180: remembers what the person was told: whom it takes the page over from', () => {
    const takesOver = { appId: '77', appName: 'Other desk', since: '2026-01-01T00:00:00.000Z' };
    given(added('messenger'), applied())
      .when({ type: 'LinkAccount', takesOver })
      .then({ type: 'IntegrationAccountLinked', data: { how: 'by hand', takesOver } });
  });

  it('is never turned on by itself against a person’s will, in whatever order things come', () => {
    const commands: readonly IntegrationAccountCommand[] = [
      { type: 'ApplyAccount', changedFields: ['channelSecret'] },
      { type: 'ApplyAccount', changedFields: ['verifyToken'], missingFields: ['pageId'] },
      { type: 'LinkAccount' },
      { type: 'UnlinkAccount', reason: 'by hand' },
      verify('handshake'),
      verify('signed request'),
      { type: 'RecordSubscription', fields: [{ field: 'messages', needed: true, subscribed: true }], at: exampleTime },
      { type: 'RecordWebhookSet', host: 'office.example.com', problems: [], at: exampleTime },
    ];
    const types = fc.constantFrom('messenger', 'line', 'telegram', 'viber', 'vonage', 'whatsapp', 'email');
    fc.assert(
      fc.property(types, fc.array(fc.constantFrom(...commands), { maxLength: 20 }), (type, sequence) => {
        let account = state(added(type));
        let off = false;
        for (const command of sequence) {
          const events = integrationAccountDecider.decide(command, account);
          if (command.type === 'UnlinkAccount' && account.linked) off = true;
          if (command.type === 'LinkAccount') off = false;
          account = events.reduce(integrationAccountDecider.evolve, account);
          if (off) expect(account.linked).toBe(false);
          const byItself = events.filter((event) => event.type === 'IntegrationAccountLinked' && event.data.how !== 'by hand');
          if (type === 'vonage' || type === 'email' || type === 'whatsapp') expect(byItself).toEqual([]);
        }
      }),
    );
  });
});

describe('where a link stands', () => {
  const stands = (...history: readonly IntegrationAccountEvent[]) => linkState(state(...history));

  it('M-45, M-64: saved and not verified, it waits for the platform', () => {
    expect(stands(added())).toBe('draft');
    expect(stands(added(), applied({ missingFields: ['channelId'] }))).toBe('draft');
    expect(stands(added(), applied())).toBe('waiting for verification');
    expect(isWaitingForVerification(state(added(), applied()))).toBe(true);
    expect(stands(added(), applied(), verified(), automatic)).toBe('linked');
    expect(stands(added(), applied(), verified(), automatic, unlinked())).toBe('unlinked');
    expect(stands(consoleBot, applied(), verified('signed request'))).toBe('verified');
    expect(stands(added('email'), applied())).toBe('saved');
    expect(stands()).toBe('none');
  });

  it('M-102: after a change of credentials it waits for the next signed request, and stays linked meanwhile', () => {
    const changed = [consoleBot, applied(), linked(), verified('signed request'), applied({ changedFields: ['botSecret'] })];
    expect(stands(...changed)).toBe('linked');
    expect(isWaitingForVerification(state(...changed))).toBe(true);
    given(...changed)
      .when(verify('signed request'))
      .then(verified('signed request'));
    given(...changed, verified('signed request'))
      .when(verify('signed request'))
      .thenNothing();
  });

  it('M-63: each press of [Verify] is seen', () => {
    given(added(), applied(), verified(), automatic).when(verify('verify request')).then(verified());
  });
});
