import { Refusal } from '@madoguchi/event-sourcing';

/** The clock of the server that gave the command: ISO 8601 in UTC. */
export interface Timed {
  readonly at: string;
}

/** @throws Refusal `bad-time` */
export const checkedTime = (at: string): Date => {
  const time = new Date(at);
  if (typeof at !== 'string' || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(at) || Number.isNaN(time.getTime())) {
    throw new Refusal('bad-time', 'A time is given as ISO 8601 in UTC, such as 2026-11-23T10:00:00.000Z.');
  }
  return time;
};
