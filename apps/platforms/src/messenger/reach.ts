import { refuse } from './answers.js';
import type { MessengerPage, Person } from './state.js';
import { checkOwner } from './threads.js';

const DAY_MS = 24 * 3_600_000;

/** @throws Refusal when nothing of this app gets to the person now */
export const checkReachable = (page: MessengerPage, person: Person, caller: string, now: Date): void => {
  checkOwner(page, person.psid, caller, now);
  if (person.blocked) refuse({ code: 551, subcode: 1545041, message: "This person isn't available right now." });
};

/** A day for everything, a week for what a person writes, if the app has that feature. @throws Refusal */
export const checkWindow = (page: MessengerPage, { activeAt }: Person, asPerson: boolean, now: Date): void => {
  if (asPerson && !page.humanAgent)
    refuse({ code: 10, status: 403, message: 'To use the tag HUMAN_AGENT, your app needs to be approved for the feature Human Agent.' });
  const age = activeAt === undefined ? Number.POSITIVE_INFINITY : now.getTime() - activeAt;
  if (age > (asPerson ? 7 : 1) * DAY_MS) refuse({ code: 10, subcode: 2018278, message: 'This message is sent outside of allowed window.' });
};
