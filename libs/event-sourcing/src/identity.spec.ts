import { derivedId, eventId } from './identity.js';

const uuid5 = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Computed with another implementation of uuid v5. */
const GOLDEN: readonly (readonly [parts: Parameters<typeof derivedId>, id: string])[] = [
  [['conversation'], '23cf6b1f-862f-5763-a4ff-8c6ed7f28646'],
  [['conversation', 'thread', 1], '3ce7fec4-64a9-51ff-bece-2dd0ef64825b'],
  [['inbound', 'tenant', 'account', 'message:325708'], '2592f0b8-c839-5318-a1e6-c45db9a8ce2c'],
  [['contact', '', 'ユーザー'], 'cbfd4a3f-52c4-5611-96de-bb8f603d9e19'],
];
const GOLDEN_EVENTS = [
  'b7458859-7b5e-5952-9f18-26bcb3daad01',
  'b1edb510-871c-541a-9ddc-e40f92a5b55f',
  'a4864793-319a-580b-9ff6-187577f19bfe',
];

it('stays the same for ever: another id would make every redelivered message a new one', () => {
  expect(GOLDEN.map(([parts]) => derivedId(...parts))).toEqual(GOLDEN.map(([, id]) => id));
});

it('keeps the ids of events for ever', () => {
  expect([0, 1, 10].map((index) => eventId('5b1f7b5e-52c5-5d0a-9f43-6d61646f6775', index))).toEqual(GOLDEN_EVENTS);
});

it('keeps the parts apart', () => {
  const ids = [
    derivedId('a', 'b', 'c'),
    derivedId('a', 'bc'),
    derivedId('ab', 'c'),
    derivedId('a', 'b', 'c', ''),
    derivedId('a', 'b|1:c'),
    derivedId('a', '', 'bc'),
    derivedId('a', 'b', 'C'),
  ];
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id).toMatch(uuid5);
});

it('takes a number for its text', () => {
  expect(derivedId('a', 1)).toBe(derivedId('a', '1'));
});
