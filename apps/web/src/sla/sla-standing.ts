import type { SlaView } from '@madoguchi/contracts';

export interface SlaStanding {
  readonly state: SlaView['state'];
  /** Seconds until it is due, or since it was; null: nothing runs. */
  readonly seconds: number | null;
}

/** A deadline that has just passed is missed, also before the server's word of it has come. */
export const slaStanding = ({ dueAt, state }: SlaView, now: number): SlaStanding => {
  if (dueAt === null || state === 'paused') return { state, seconds: null };
  const left = (Date.parse(dueAt) - now) / 1_000;
  return { state: left < 0 ? 'breached' : state, seconds: Math.abs(left) };
};
