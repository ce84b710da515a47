import type { AddedAgents, RecordedPeriod } from '@madoguchi/routing';
import { count } from '../replay/progress.js';

/** What a play takes for granted, with how often it had to. */
export const assumptionsOf = ({ waits, otherWork }: RecordedPeriod, added: readonly AddedAgents[]): readonly string[] => {
  const all = count(waits.length);
  const times = (fits: (wait: RecordedPeriod['waits'][number]) => boolean) => count(waits.filter(fits).length);
  const unended = times(({ outcome }) => outcome !== undefined && outcome.releasedAt === undefined);
  return [
    'Customers come when they came, and want what they wanted. Each wait counts by itself: who was transferred, or woken, waits again from the moment at which it happened.',
    'Agents are there when they were there, also where an offer that lapsed had sent them away, with the skills, queues and capacity that they had.',
    `A conversation keeps its place for as long as it did, wrap-up included, whoever has it. Nobody took ${times(({ outcome }) => !outcome)} of ${all}: if somebody does, it lasts as long as the median of its queue. ${unended} had not ended: they last at least as long.`,
    'An agent thinks about an offer as long as was thought about that conversation; who declined it or let it lapse does so once more, everybody else accepts.',
    'The first answer comes as long after the conversation was taken as it did. Targets are of clock time, not of business time.',
    `Customers who left unserved (${times(({ leftAt }) => leftAt !== undefined)}) leave at the same moment, if they still wait. What an agent chose (${times(({ claimed }) => claimed === true)}) is chosen again, if it still waits.`,
    `Work that came without waiting, or was in hand at the beginning (${count(otherWork.length)}), takes its places as it did.`,
    'Opening and working hours are those of the end of the time. Of the other policy, wrap-up, silence, texts and what becomes of the work of who is gone are not played.',
    ...added.map(addedText),
  ];
};

const addedText = ({ queueId, agentIds, like, availableHours, serving }: AddedAgents): string => {
  const levels = Object.entries({ ...like.skills, ...like.languages }).map(([key, level]) => `${key} ${level}`);
  const can = levels.length === 0 ? 'no skills' : levels.join(', ');
  return `${agentIds.length} more in the queue ${queueId} are like agent ${like.agentId}, who of its ${count(serving)} was available for neither the longest nor the shortest time: ${availableHours.toFixed(2)} h at the same hours, ${like.capacity} places, ${can}. They serve this queue alone, and nobody is faster or slower for it.`;
};
