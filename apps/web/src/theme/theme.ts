import { createTheme, type MantineColorsTuple } from '@mantine/core';

const blue: MantineColorsTuple = [
  '#e8f0fe',
  '#cfdffc',
  '#9dc1ff',
  '#74a4f5',
  '#4f88e6',
  '#316dd3',
  '#2159bf',
  '#1849a9',
  '#153f92',
  '#0f2e6c',
];
const gray: MantineColorsTuple = [
  '#f6f7f9',
  '#edf0f2',
  '#e1e5e9',
  '#d2d7db',
  '#b8c0c6',
  '#7d8790',
  '#5b6670',
  '#4a5560',
  '#333b42',
  '#1f252a',
];
const dark: MantineColorsTuple = [
  '#e8ecef',
  '#c9d1d7',
  '#a5b0b9',
  '#8f9aa3',
  '#3b444c',
  '#242b31',
  '#1b2126',
  '#14181b',
  '#0f1214',
  '#0a0c0e',
];
const red: MantineColorsTuple = [
  '#fde9e7',
  '#fbd2ce',
  '#f5a8a1',
  '#ff9a91',
  '#e0645a',
  '#cf4238',
  '#bb2d24',
  '#a3211a',
  '#8a1a14',
  '#6e130e',
];

/** Sizes are a step below Mantine's: an agent reads many lines at once. */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 7, dark: 6 },
  colors: { blue, gray, dark, red },
  black: '#1a1f24',
  fontFamily: "'Inter', system-ui, -apple-system, 'Segoe UI', 'Hiragino Sans', 'Yu Gothic UI', 'Noto Sans', 'Noto Sans JP', sans-serif",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.5', lg: '1.5', xl: '1.4' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Tooltip: { defaultProps: { openDelay: 400, withArrow: true } },
    // Inside its own landmark, and nothing in the list but its items.
    Menu: { defaultProps: { shadow: 'md', withinPortal: false, withInitialFocusPlaceholder: false } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 32 } },
    Modal: { defaultProps: { centered: true } },
  },
});
