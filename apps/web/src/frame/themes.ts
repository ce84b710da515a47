/** In the order in which `d` goes through them. */
export const THEMES = ['light', 'dark', 'auto'] as const;
