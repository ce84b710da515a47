import { handleCommand } from '@madoguchi/event-sourcing';
import { createInMemoryLog, exampleCause, exampleId, specificationOf } from '@madoguchi/event-sourcing/testing';
import { consentStream } from '../identity.js';
import { exampleAccount } from '../testing/index.js';
import { consentDecider } from './decider.js';
import type { ConsentEvent } from './events.js';

const { given } = specificationOf(consentDecider);
const at = '2026-11-23T10:00:00.000Z';
const data = {
  accountId: exampleAccount,
  source: { kind: 'chat code', chatCodeId: exampleId('shop window'), reference: 'shop window' },
  wording: '送信すると、Umeda Foodsからのメッセージの受信に同意したことになります。',
  businessName: 'Umeda Foods',
  language: 'ja',
  messageId: exampleId('first message'),
} as const;
const give = { type: 'GiveConsent', ...data, at } as const;
const agreed: ConsentEvent = { type: 'ConsentGiven', data: { ...data, givenAt: at } };
const withdrawn: ConsentEvent = { type: 'ConsentWithdrawn', data: { withdrawnAt: at, how: 'asked by the customer' } };

describe('consent', () => {
  it('M-156: is written by the first message through a code, with source and wording, once', () => {
    given().when(give).then(agreed);
    given(agreed)
      .when({ ...give, messageId: exampleId('second message') })
      .thenNothing();
  });

  it('M-157: names the business and the words', () => {
    given()
      .when({ ...give, wording: ' ' })
      .thenRefused('no-wording');
    given()
      .when({ ...give, businessName: '' })
      .thenRefused('no-wording');
  });

  it('may be withdrawn, and given again', () => {
    given(agreed).when({ type: 'WithdrawConsent', how: 'asked by the customer', at }).then(withdrawn);
    given(agreed, withdrawn).when({ type: 'WithdrawConsent', how: 'asked by the customer', at }).thenNothing();
    given(agreed, withdrawn).when(give).then(agreed);
  });

  it('M-46: comes from an opt-in that the platform tells, too', () => {
    const optIn = { ...data, source: { kind: 'platform opt-in', reference: 'NEWSLETTER' }, messageId: undefined } as const;
    given(agreed)
      .when({ type: 'GiveConsent', ...optIn, at })
      .then({ type: 'ConsentGiven', data: { ...optIn, givenAt: at } });
  });

  it('M-156: is one, though the first webhook is delivered many times at once', async () => {
    const log = createInMemoryLog();
    const stream = consentStream(exampleId('contact'));
    const options = { now: () => new Date(at), pause: async () => undefined };
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        handleCommand(log.open(), consentDecider, stream, give, exampleCause(n), options).catch(() => []),
      ),
    );
    expect(await log.open().readStream(stream)).toHaveLength(1);
  });
});
