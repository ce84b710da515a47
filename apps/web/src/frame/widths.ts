/** From this width of the window on: */
export const WIDTHS = {
  /** list and conversation stand side by side, the list narrow; */
  two: '(min-width: 640px)',
  /** the list is whole; details come as a drawer; */
  wholeList: '(min-width: 960px)',
  /** all three stand side by side. */
  three: '(min-width: 1280px)',
} as const;

export const LIST_WIDTH = { default: 320, min: 260, max: 420 } as const;
export const DETAILS_WIDTH = { default: 320, min: 280, max: 480 } as const;
