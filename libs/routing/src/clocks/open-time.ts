/** When a queue is open, as far as its clocks need to know. */
export interface OpenTime {
  isOpen(at: Date): boolean;
  /** When it opens or closes next; undefined: never again. */
  nextChange(at: Date): Date | undefined;
  /** For how long it is open between two moments, in milliseconds. */
  between(from: Date, to: Date): number;
  /** When it will have been open for so many milliseconds; undefined: never. */
  after(from: Date, milliseconds: number): Date | undefined;
}

export const ALWAYS_OPEN: OpenTime = {
  isOpen: () => true,
  nextChange: () => undefined,
  between: (from, to) => Math.max(0, to.getTime() - from.getTime()),
  after: (from, milliseconds) => new Date(from.getTime() + milliseconds),
};
