import type { OfferCandidate, OfferDemand, OfferExplanation } from '@madoguchi/conversation';
import { LANGUAGE, type Levels } from '../levels.js';
import { DEFAULT_POLICY } from '../queue/policy/policy.js';
import { WHOLE_PLACE } from '../weights.js';
import { decide } from './decide.js';
import type { Candidate, QueueNow, WaitingConversation } from './inputs.js';

const NOW = new Date(0);
const QUEUE = 'queue';
const IN_RING = 'in the ring';
const PLAIN: OfferDemand = { skills: {}, weight: WHOLE_PLACE, order: 'fewest conversations' };

/** The choice once more, from nothing but what its event tells. @returns whom it gives; undefined: nobody */
export const decideAgain = ({ candidates, asked = PLAIN }: OfferExplanation): string | undefined => {
  const { language, preferredAgentId, channel = 'line' } = asked;
  const waiting: WaitingConversation = {
    conversationId: 'again',
    queueId: QUEUE,
    channel,
    waitingSince: NOW.getTime(),
    queuedAt: NOW.getTime(),
    hadBefore: candidates.filter(({ hadBefore }) => hadBefore).map(({ agentId }) => agentId),
    ...(language === undefined ? {} : { language }),
    ...(preferredAgentId === undefined ? {} : { preferredAgentId }),
  };
  return decide({ waiting: [waiting], agents: candidates.map((one) => candidateOf(one, asked)), queues: [queueOf(asked)] }, NOW)[0]
    ?.agentId;
};

const queueOf = ({ skills, weight, interruptible, order, channel = 'line', groups }: OfferDemand): QueueNow => {
  const { [LANGUAGE]: languageLevel = null, ...others } = skills;
  return {
    queueId: QUEUE,
    policyVersion: 0,
    policy: {
      ...DEFAULT_POLICY,
      requires: { skills: others, languageLevel },
      rings: [{ ...DEFAULT_POLICY.rings[0]!, agentGroups: groups ? [IN_RING] : [] }],
      weights: { [channel]: weight },
      interruptible: interruptible ? [channel] : [],
      order,
    },
  };
};

const candidateOf = (
  { agentId, verdict, load, urgentLoad = load, capacity, lastAssignedAt, levels = {}, weight }: OfferCandidate,
  { channel = 'line', language }: OfferDemand,
): Candidate => ({
  agentId,
  presence: verdict === 'not available' ? 'away' : 'available',
  queueIds: verdict === 'not in this queue' ? [] : [QUEUE],
  capacity,
  taken: hundredths(load),
  takenUrgently: hundredths(urgentLoad),
  ...(lastAssignedAt === undefined ? {} : { lastAssignedAt }),
  ...(verdict === 'off duty' ? { offDuty: true as const } : {}),
  groups: verdict === 'not in this ring' ? [] : [IN_RING],
  skills: withoutLanguage(levels),
  languages: language === undefined ? {} : { [language]: levels[LANGUAGE] ?? 0 },
  weights: weight === undefined ? {} : { [channel]: weight },
});

const hundredths = (places: number): number => Math.round(places * WHOLE_PLACE);

const withoutLanguage = ({ [LANGUAGE]: _, ...levels }: Levels): Levels => levels;
