import { exampleId, specificationOf } from '@madoguchi/event-sourcing/testing';
import { DEFAULT_POLICY, queueDecider, type QueueEvent, type QueuePolicy } from '../../index.js';

const { given } = specificationOf(queueDecider);
const created: QueueEvent = { type: 'QueueCreated', data: { name: 'Support', offerSeconds: 30 } };
const set = (version: number, policy: Partial<QueuePolicy>): QueueEvent => ({
  type: 'QueuePolicySet',
  data: { version, policy: { ...DEFAULT_POLICY, ...policy } },
});
const ring = { seconds: 20, minimumLevels: {}, droppedSkills: [], agentGroups: [] };

describe('setting the policy of a queue', () => {
  it('keeps it whole, under the next version', () => {
    given(created)
      .when({ type: 'SetQueuePolicy', policy: { reopenDays: 7 } })
      .then(set(1, { reopenDays: 7 }));
    given(created, set(1, { reopenDays: 7 }))
      .when({ type: 'SetQueuePolicy', policy: { mayClaim: true } })
      .then(set(2, { mayClaim: true }));
  });

  it('has nothing to do when it is so already', () => {
    given(created).when({ type: 'SetQueuePolicy', policy: {} }).thenNothing();
    given(created, set(1, { reopenDays: 7 }))
      .when({ type: 'SetQueuePolicy', policy: { reopenDays: 7 }, seenPolicyVersion: 0 })
      .thenNothing();
  });

  it('is refused to who saw another version, and where there is no queue', () => {
    given(created, set(1, { reopenDays: 7 }))
      .when({ type: 'SetQueuePolicy', policy: { reopenDays: 9 }, seenPolicyVersion: 0 })
      .thenRefused('it-changed');
    given().when({ type: 'SetQueuePolicy', policy: {} }).thenRefused('no-such-queue');
  });

  it('writes keys, languages and channels in order, each once', () => {
    given(created)
      .when({
        type: 'SetQueuePolicy',
        policy: {
          requires: { skills: { returns: 1, ' billing ': 3 }, languageLevel: 2 },
          rings: [{ ...ring, agentGroups: ['b', 'a', 'b'] }],
          interruptible: ['email', 'email'],
          texts: { waiting: { 'en-gb': ' One moment. ' }, closed: {}, handedOver: {} },
        },
      })
      .then(
        set(1, {
          requires: { skills: { billing: 3, returns: 1 }, languageLevel: 2 },
          rings: [{ ...ring, agentGroups: ['a', 'b'] }],
          interruptible: ['email'],
          texts: { waiting: { 'en-GB': 'One moment.' }, closed: {}, handedOver: {} },
        }),
      );
  });

  it('promises only what is given, and closes without a word where none is written', () => {
    const service = { firstAnswerSeconds: 60, nextAnswerSeconds: null, resolutionSeconds: null, warnAtPercent: 80 };
    given(created)
      .when({ type: 'SetQueuePolicy', policy: { service: { firstAnswerSeconds: 60 }, silence: { closeAfterSeconds: 3_600 } } as object })
      .then(set(1, { service, silence: { closeAfterSeconds: 3_600, noticeBeforeSeconds: 0, notice: {} } }));
  });

  it('keeps when a text is said, and in which language to whom none is written', () => {
    const texts = { waiting: { en: 'One moment.', ja: '少々お待ちください。' }, closed: { en: 'Until {{nextOpening}}.' }, handedOver: {} };
    given(created)
      .when({ type: 'SetQueuePolicy', policy: { texts: { ...texts, waitingAfterSeconds: 30, fallbackLanguage: 'EN' } } })
      .then(set(1, { texts: { ...texts, waitingAfterSeconds: 30, fallbackLanguage: 'en' } }));
  });

  const queueId = exampleId('queue');
  it.each<[string, object]>([
    ['bad-policy', { rings: [] }],
    ['bad-policy', { rings: Array.from({ length: 7 }, () => ring) }],
    ['bad-policy', { rings: [{ ...ring, seconds: 0 }] }],
    ['bad-level', { rings: [{ ...ring, minimumLevels: { billing: 6 } }] }],
    ['bad-level', { requires: { skills: { billing: 1.5 }, languageLevel: null } }],
    ['bad-policy', { requires: { skills: {}, languageLevel: 6 } }],
    ['bad-key', { requires: { skills: { language: 3 }, languageLevel: null } }],
    ['bad-key', { rings: [{ ...ring, agentGroups: [''] }] }],
    ['bad-policy', { priority: { level: 11, secondsPerLevel: 60 } }],
    ['bad-policy', { priority: { level: 1, secondsPerLevel: 0 } }],
    ['bad-policy', { order: 'loudest' }],
    ['bad-weight', { weights: { fax: 100 } }],
    ['bad-weight', { weights: { line: 0 } }],
    ['bad-policy', { interruptible: ['fax'] }],
    ['bad-policy', { overflow: { queueId, afterSeconds: 60 } }],
    ['bad-id', { overflow: { queueId: 'support', afterSeconds: 60 } }],
    ['bad-id', { businessHoursId: 'nine to five' }],
    ['bad-language', { texts: { waiting: { klingon_: 'nuqneH' }, closed: {}, handedOver: {} } }],
    ['bad-text', { texts: { waiting: { en: ' ' }, closed: {}, handedOver: {} } }],
    ['bad-text', { texts: { waiting: { en: 'Hello {{customer.name}}' }, closed: {}, handedOver: {} } }],
    ['bad-text', { texts: { waiting: {}, closed: { en: 'Until {{nextOpening}} }}' }, handedOver: {} } }],
    ['bad-policy', { texts: { waiting: {}, closed: {}, handedOver: {}, busy: { en: 'Busy' } } }],
    ['bad-policy', { texts: { waiting: {}, closed: {}, handedOver: {}, waitingAfterSeconds: -1 } }],
    ['bad-language', { texts: { waiting: {}, closed: {}, handedOver: {}, fallbackLanguage: 'klingon_' } }],
    ['bad-policy', { texts: { waiting: { ja: '少々お待ちください。' }, closed: {}, handedOver: {}, fallbackLanguage: 'en' } }],
    [
      'bad-policy',
      { silence: { closeAfterSeconds: 120, noticeBeforeSeconds: 60, notice: { ja: 'x' } }, texts: { fallbackLanguage: 'en' } },
    ],
    ['bad-text', { silence: { closeAfterSeconds: 120, noticeBeforeSeconds: 60, notice: { en: '{{nextOpening}}' } } }],
    ['bad-policy', { service: { firstAnswerSeconds: 60, nextAnswerSeconds: null, resolutionSeconds: null, warnAtPercent: 0 } }],
    ['bad-policy', { wrapUp: { kind: 'required', seconds: 0, codes: [] } }],
    ['bad-policy', { wrapUp: { kind: 'timed', seconds: 0, codes: [] } }],
    ['bad-wrap-up-code', { wrapUp: { kind: 'optional', seconds: 0, codes: [{ code: 'Not Good', names: {} }] } }],
    ['bad-policy', { silence: { closeAfterSeconds: 60, noticeBeforeSeconds: 60, notice: {} } }],
    ['bad-policy', { service: { firstAnswerSeconds: 0, nextAnswerSeconds: null, resolutionSeconds: null, warnAtPercent: 80 } }],
    ['bad-policy', { service: null }],
    ['bad-policy', { service: { firstAnswer: 60 } }],
    ['bad-policy', { texts: null }],
    ['bad-policy', { silence: { closeAfterSeconds: 3_600, notice: { en: 'We close soon.' } } }],
    ['bad-policy', { silence: { closeAfterSeconds: 3_600, noticeAfterSeconds: 60 } }],
    ['bad-policy', { colour: 'red' }],
  ])('is refused as %s with %j', (code, policy) => {
    given(created).when({ type: 'SetQueuePolicy', policy, queueId }).thenRefused(code);
  });
});
