import { messengerBody, messengerCustomer, messengerEvent } from './testing/messenger-setup.js';
import { itemsIn } from './testing/messenger-reading.js';

const contentsIn = (fields: string) =>
  itemsIn(messengerBody([messengerEvent(fields)])).map((item) => (item.kind === 'message' ? item.content : item.kind));

describe('what Messenger tells beside messages', () => {
  it('gives prices as they are written, and keeps a cart that is not as documented whole', () => {
    const order = (products: string) => contentsIn(`"order":{"products":${products}}`);
    expect(order('[{"id":12345678901234567890,"unit_price":19.90,"quantity":1},{"id":2,"unit_price":"5.00","quantity":3}]')).toEqual([
      {
        type: 'order',
        lines: [
          { productId: '12345678901234567890', quantity: 1, price: '19.9' },
          { productId: '2', quantity: 3, price: '5.00' },
        ],
      },
    ]);
    for (const products of ['[]', '7', '[{"quantity":1}]', '[{"id":1}]', '[null]'])
      expect(order(products)).toMatchObject([{ type: 'unknown', kind: 'order', raw: { products: JSON.parse(products) as object } }]);
  });

  it('names every product that the customer shares at once, or keeps them whole', () => {
    const shared = (elements: string) =>
      contentsIn(
        `"message":{"mid":"m_1","text":"これ","attachments":[{"type":"template","payload":{"product":{"elements":${elements}}}}]}`,
      );
    expect(shared('[{"id":"1","title":"A"},{"id":"2","retailer_id":"B-2"}]')).toMatchObject([
      { type: 'text' },
      { type: 'referral', source: 'product', title: 'A', reference: '1' },
      { type: 'referral', source: 'product', reference: 'B-2' },
    ]);
    expect(shared('[{"title":"A"}]')).toMatchObject([{ type: 'text' }, { type: 'unknown', kind: 'template' }]);
    expect(shared('[]')).toMatchObject([{ type: 'text' }, { type: 'unknown', kind: 'template' }]);
  });

  it('keeps a referral beside a message that does not say from where, without losing the message', () => {
    expect(contentsIn('"message":{"mid":"m_1","text":"a","referral":{"place":"x"}}')).toMatchObject([
      { type: 'text' },
      { type: 'unknown', kind: 'referral', raw: { place: 'x' } },
    ]);
    expect(contentsIn('"referral":{"place":"x"}')).toEqual(['unread']);
  });

  it('M-46: shelves the token of an opt-in to marketing messages instead of showing it', () => {
    const [item] = itemsIn(
      messengerBody([messengerEvent('"optin":{"type":"notification_messages","notification_messages_token":"31415"}')]),
    );
    expect(item).toMatchObject({ kind: 'unread', platformKind: 'optin', conversationKey: messengerCustomer });
  });

  it('is the same notice when it is delivered again, and another one a moment later', () => {
    const keys = [1, 1, 2].map((at) => itemsIn(messengerBody([messengerEvent('"optin":{"ref":"a"}', 1795000000000 + at)]))[0]?.dedupKey);
    expect(keys[1]).toBe(keys[0]);
    expect(keys[2]).not.toBe(keys[0]);
  });
});
