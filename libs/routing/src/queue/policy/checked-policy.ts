import { CHANNEL_TYPES, type ChannelType } from '@madoguchi/conversation';
import { Refusal } from '@madoguchi/event-sourcing';
import { checkedKey, checkedKeys, checkedLevels, HIGHEST_LEVEL, LANGUAGE } from '../../levels.js';
import { checkedUuid } from '../../uuid.js';
import { checkedWeights } from '../../weights.js';
import { checkedAutomaticTexts } from './checked-automatic-texts.js';
import { checkedService, checkedSilence } from './checked-promises.js';
import { checkedWrapUp } from './checked-wrap-up.js';
import { whole } from './numbers.js';
import { DEFAULT_POLICY, type QueuePolicy, type Ring } from './policy.js';

const DAY = 86_400;
const MONTH = 30 * DAY;
const MOST_RINGS = 6;

/**
 * The whole policy, in order and without what nobody asked for; what is absent is as in a queue without a policy.
 * @throws Refusal `bad-policy` with the path of the first field that is not as it should be, or as its parts throw
 */
export const checkedPolicy = (given: Partial<QueuePolicy>, ownQueueId?: string): QueuePolicy => {
  if (typeof given !== 'object' || given === null) throw new Refusal('bad-policy', 'A policy is an object.');
  const unknown = Object.keys(given).filter((key) => !Object.hasOwn(DEFAULT_POLICY, key));
  if (unknown.length > 0) throw new Refusal('bad-policy', `A policy has no ${unknown.join(', ')}.`, { unknown });
  const policy = { ...DEFAULT_POLICY, ...given };
  return {
    requires: {
      skills: checkedLevels(policy.requires.skills, checkedSkillKey),
      languageLevel: orNull(policy.requires.languageLevel, (level) => whole(level, 0, HIGHEST_LEVEL, 'requires.languageLevel')),
    },
    rings: checkedRings(policy.rings),
    priority: {
      level: whole(policy.priority.level, 0, 10, 'priority.level'),
      secondsPerLevel: whole(policy.priority.secondsPerLevel, 1, DAY, 'priority.secondsPerLevel'),
    },
    order: oneOf(policy.order, ['fewest conversations', 'highest skills'], 'order'),
    preferredHoldSeconds: whole(policy.preferredHoldSeconds, 0, MONTH, 'preferredHoldSeconds'),
    reopenDays: whole(policy.reopenDays, 0, 365, 'reopenDays'),
    weights: checkedWeights(policy.weights),
    interruptible: checkedChannels(policy.interruptible),
    autoAccept: yesOrNo(policy.autoAccept, 'autoAccept'),
    mayClaim: yesOrNo(policy.mayClaim, 'mayClaim'),
    overflow: orNull(policy.overflow, (overflow) => checkedOverflow(overflow, ownQueueId)),
    longestWaitSeconds: orNull(policy.longestWaitSeconds, (seconds) => whole(seconds, 1, MONTH, 'longestWaitSeconds')),
    businessHoursId: orNull(policy.businessHoursId, (id) => checkedUuid(id, 'businessHoursId')),
    outsideHours: oneOf(policy.outsideHours, ['wait', 'offer'], 'outsideHours'),
    texts: checkedAutomaticTexts(policy.texts, policy.silence),
    ownerGoneSeconds: orNull(policy.ownerGoneSeconds, (seconds) => whole(seconds, 0, MONTH, 'ownerGoneSeconds')),
    wrapUp: checkedWrapUp(policy.wrapUp),
    silence: orNull(policy.silence, checkedSilence),
    service: checkedService(policy.service),
  };
};

/** @throws Refusal `bad-key` */
export const checkedSkillKey = (key: string): string => {
  const checked = checkedKey(key);
  if (checked === LANGUAGE) throw new Refusal('bad-key', `"${LANGUAGE}" stands for the customer's language; no skill is called so.`);
  return checked;
};

const checkedRings = (rings: readonly Ring[]): readonly Ring[] => {
  if (!Array.isArray(rings) || rings.length < 1 || rings.length > MOST_RINGS) {
    throw new Refusal('bad-policy', `A queue has 1 to ${MOST_RINGS} rings.`, { path: 'rings' });
  }
  return (rings as readonly Ring[]).map((ring, index) => ({
    seconds: whole(ring.seconds, 1, DAY, `rings.${index}.seconds`),
    minimumLevels: checkedLevels(ring.minimumLevels, checkedKey),
    droppedSkills: checkedKeys(ring.droppedSkills),
    agentGroups: checkedKeys(ring.agentGroups),
  }));
};

const checkedChannels = (channels: readonly ChannelType[]): readonly ChannelType[] => {
  if (!Array.isArray(channels) || !channels.every((channel) => CHANNEL_TYPES.includes(channel as ChannelType))) {
    throw new Refusal('bad-policy', 'Interruptible are kinds of channels.', { path: 'interruptible', known: CHANNEL_TYPES });
  }
  return [...new Set(channels as readonly ChannelType[])].sort();
};

const checkedOverflow = ({ queueId, afterSeconds }: NonNullable<QueuePolicy['overflow']>, ownQueueId: string | undefined) => {
  if (queueId === ownQueueId) throw new Refusal('bad-policy', 'A queue cannot flow over into itself.', { path: 'overflow.queueId' });
  return { queueId: checkedUuid(queueId, 'overflow.queueId'), afterSeconds: whole(afterSeconds, 1, MONTH, 'overflow.afterSeconds') };
};

const orNull = <Given, Checked>(value: Given | null, check: (value: Given) => Checked): Checked | null =>
  value === null ? null : check(value);

const yesOrNo = (value: boolean, path: string): boolean => {
  if (typeof value !== 'boolean') throw new Refusal('bad-policy', 'This is true or false.', { path });
  return value;
};

const oneOf = <Word extends string>(value: Word, words: readonly Word[], path: string): Word => {
  if (!words.includes(value)) throw new Refusal('bad-policy', `This is one of: ${words.join(', ')}.`, { path });
  return value;
};
