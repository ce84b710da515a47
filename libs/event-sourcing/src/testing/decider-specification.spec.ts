import type { Decider } from '../decider.js';
import { Refusal } from '../refusal.js';
import { specificationOf } from './decider-specification.js';

type Event = { type: 'Opened'; data: { by: string } } | { type: 'Closed'; data: object };
const door: Decider<boolean, 'open' | 'slam', Event> = {
  initialState: () => false,
  evolve: (_state, event) => event.type === 'Opened',
  decide: (command, open) => {
    if (command === 'slam' && !open) throw new Refusal('not-open', 'It is not open.', { open });
    return command === 'slam' ? [{ type: 'Closed', data: {} }] : open ? [] : [{ type: 'Opened', data: { by: 'me' } }];
  },
};
const { given } = specificationOf(door);

it('passes when the decision is as written', () => {
  given()
    .when('open')
    .then({ type: 'Opened', data: { by: 'me' } });
  given({ type: 'Opened', data: { by: 'you' } })
    .when('open')
    .thenNothing();
  given({ type: 'Opened', data: { by: 'you' } })
    .when('slam')
    .then({ type: 'Closed', data: {} });
  expect(given().when('slam').thenRefused('not-open').details).toEqual({ open: false });
});

it('fails when it is not', () => {
  expect(() =>
    given()
      .when('open')
      .then({ type: 'Opened', data: { by: 'you' } }),
  ).toThrow();
  expect(() => given().when('open').then()).toThrow();
  expect(() => given().when('open').thenNothing()).toThrow();
  expect(() => given().when('open').thenRefused('not-open')).toThrow(/not refused/);
  expect(() => given().when('slam').thenRefused('another-code')).toThrow();
  expect(() => given().when('slam').thenNothing()).toThrow(Refusal);
});
