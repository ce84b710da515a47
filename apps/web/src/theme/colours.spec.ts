import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const css = readFileSync(resolve(import.meta.dirname, 'colours.css'), 'utf8');

const tokens = (scheme: 'light' | 'dark'): Record<string, string> => {
  const block = css.split(`[data-mantine-color-scheme='${scheme}'] {`)[1]?.split('}')[0] ?? '';
  return Object.fromEntries([...block.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6})/gi)].map((found) => [found[1], found[2]]));
};

/** WCAG 2.2, "relative luminance". */
const luminance = (colour: string): number => {
  const [red, green, blue] = [1, 3, 5]
    .map((at) => parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4)) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
};

const contrast = (text: string, ground: string): number => {
  const [high, low] = [luminance(text), luminance(ground)].sort((a, b) => b - a) as [number, number];
  return (high + 0.05) / (low + 0.05);
};

const PAIRS = [
  ...['ok', 'warn', 'breach', 'paused', 'info', 'note', 'bot'].map((name) => [`${name}-text`, `${name}-ground`] as const),
  ['text', 'ground'] as const,
  ['muted', 'ground'] as const,
];

describe.each(['light', 'dark'] as const)('the colours in %s', (scheme) => {
  const colours = tokens(scheme);

  it.each(PAIRS)('show %s on %s with at least 5.8:1', (text, ground) => {
    expect(contrast(colours[text] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(5.8);
  });

  it.each(['ok-text', 'warn-text', 'breach-text', 'info-text', 'bot-text', 'muted', 'text'])(
    'keep %s readable on panes and backdrop',
    (text) => {
      for (const ground of ['ground', 'backdrop', 'hover'])
        expect(contrast(colours[text] ?? '', colours[ground] ?? '')).toBeGreaterThanOrEqual(5);
    },
  );
});

describe('the measure itself', () => {
  it('sees a pair that is too weak', () => {
    expect(contrast('#999999', '#ffffff')).toBeLessThan(3);
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  });
});
