import { specificationOf } from '@madoguchi/event-sourcing/testing';
import { sentFormDecider, type SentFormEvent } from '../index.js';

const at = (time: string) => specificationOf(sentFormDecider(new Date(time))).given;
const given = at('2026-11-20T09:00:00Z');
const secretHash = 'a'.repeat(64);
const wrong = 'b'.repeat(64);
const send = { type: 'SendForm', accountId: 'account', fields: ['channelSecret', 'basicId', 'basicId'], secretHash, hours: 24 } as const;
const sent: SentFormEvent = {
  type: 'FormSent',
  data: { accountId: 'account', fields: ['basicId', 'channelSecret'], secretHash, expiresAt: '2026-11-21T09:00:00.000Z' },
};
const filled: SentFormEvent = { type: 'FormFilledIn', data: { fields: ['basicId'] } };
const refused: SentFormEvent = { type: 'FormSecretRefused', data: {} };
const fill = { type: 'FillInForm', secretHash, fields: ['basicId'] } as const;
const open = { type: 'OpenForm', secretHash } as const;

describe('a form that is sent to a colleague', () => {
  it('M-19: names its fields, and when its link ends', () => {
    given().when(send).then(sent);
    given(sent).when(send).thenRefused('form-sent');
    for (const hours of [0, 169, 1.5])
      given()
        .when({ ...send, hours })
        .thenRefused('bad-hours');
    given()
      .when({ ...send, fields: [] })
      .thenRefused('bad-fields');
    given()
      .when({ ...send, secretHash: 'plain' })
      .thenRefused('bad-secret');
  });

  it('M-19: is filled in once, in time, and only where it was asked', () => {
    given(sent).when(open).then({ type: 'FormOpened', data: {} });
    given(sent, { type: 'FormOpened', data: {} }).when(open).thenNothing();
    given(sent).when(fill).then(filled);
    given(sent, filled).when(fill).thenRefused('form-gone');
    given(sent, filled).when(open).thenRefused('form-gone');
    given(sent)
      .when({ ...fill, fields: ['channelAccessToken'] })
      .thenRefused('bad-fields');
    given(sent)
      .when({ ...fill, fields: [] })
      .thenRefused('bad-fields');
    at('2026-11-21T08:59:59Z')(sent).when(fill).then(filled);
    at('2026-11-21T09:00:00Z')(sent).when(fill).thenRefused('form-gone');
    given(sent, { type: 'FormWithdrawn', data: {} }).when(fill).thenRefused('form-gone');
    given(sent, filled).when({ type: 'WithdrawForm' }).thenNothing();
  });

  it('M-19: counts who comes with another secret, and is dead after five', () => {
    given(sent)
      .when({ ...fill, secretHash: wrong })
      .then(refused);
    given(sent, ...Array<SentFormEvent>(4).fill(refused))
      .when(fill)
      .then(filled);
    given(sent, ...Array<SentFormEvent>(5).fill(refused))
      .when(fill)
      .thenRefused('no-such-form');
    given().when(open).thenRefused('no-such-form');
  });
});
