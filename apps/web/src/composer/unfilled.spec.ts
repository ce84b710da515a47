import { unfilledIn } from './unfilled.js';

it.each([
  ['We open {{nextOpening}}, {{ customer.name }}. {{nextOpening}}!', ['{{nextOpening}}', '{{ customer.name }}']],
  ['In Vue you write {{ message }} or {{user.name}}.', []],
  ['Thank you.', []],
])('in %s: %j', (text, unfilled) => expect(unfilledIn(text)).toEqual(unfilled));
