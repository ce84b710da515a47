import type { Decider } from '../decider.js';
import { type GuestsCounted, guestVersions } from './every-version.js';
import { foldHistory, type GoldenEvent, versionsEverWritten, versionsIn } from './golden-histories.js';

const guests: Pick<Decider<number, never, GuestsCounted>, 'initialState' | 'evolve' | 'schemaVersions' | 'upcast'> = {
  ...guestVersions,
  initialState: () => 0,
  evolve: (count, { data: { party } }) => count + party.adults + party.children,
};
const history: readonly GoldenEvent[] = [
  { type: 'GuestsCounted', schemaVersion: 1, data: { people: 2 } },
  { type: 'GuestsCounted', schemaVersion: 3, data: { party: { adults: 1, children: 1 } } },
];

it('folds what was written long ago', () => {
  expect(foldHistory(guests, history)).toBe(4);
});

it('sees which version no history holds', () => {
  expect(versionsIn(history, history)).toEqual(['GuestsCounted 1', 'GuestsCounted 3']);
  expect(versionsEverWritten(['TableLaid', 'GuestsCounted'], guests)).toEqual([
    'GuestsCounted 1',
    'GuestsCounted 2',
    'GuestsCounted 3',
    'TableLaid 1',
  ]);
});
