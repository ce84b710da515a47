/** The names under which answers are kept; a live frame makes some of them be read again. */
export const SESSION = ['session'] as const;
export const LISTS = ['conversations'] as const;
export const CONVERSATION = (id: string) => ['conversation', id] as const;
export const TIMELINE = (id: string) => ['timeline', id] as const;
export const OFFERS = ['offers'] as const;
export const AGENTS = ['agents'] as const;
export const AWAY_REASONS = ['away reasons'] as const;
export const FIGURES = ['live figures'] as const;
/** All that follows the live line, but the lists, from which it is followed. */
export const BESIDE_LISTS = [['conversation'], ['timeline'], OFFERS, AGENTS, FIGURES] as const;
