import { charactersIn, fitsCharacters } from './characters.js';

it('counts what a person sees', () => {
  expect(charactersIn('人事の窓口')).toBe(5);
  expect(charactersIn('👩‍👩‍👧‍👦🇯🇵👍🏽')).toBe(3);
  expect(charactersIn('e\u0301が\u3099')).toBe(2);
  expect(charactersIn('')).toBe(0);
});

it('holds no novel in one letter', () => {
  expect(fitsCharacters('👩‍👩‍👧‍👦'.repeat(20), 20)).toBe(true);
  expect(fitsCharacters('👩‍👩‍👧‍👦'.repeat(21), 20)).toBe(false);
  expect(fitsCharacters(`a${'\u0301'.repeat(5_000)}`, 20)).toBe(false);
  expect(fitsCharacters('', 20)).toBe(false);
});
