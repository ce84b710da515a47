import { specificationOf } from '@madoguchi/event-sourcing/testing';
import fc from 'fast-check';
import { added, applied, exampleQueue, otherQueue } from '../../testing/index.js';
import { integrationAccountDecider } from '../decider.js';
import type { IntegrationAccountEvent } from '../events.js';

const { given } = specificationOf(integrationAccountDecider);
const renamed = (name: string): IntegrationAccountEvent => ({ type: 'IntegrationAccountRenamed', data: { name } });

describe('applying what an administrator changed', () => {
  it('M-20: writes one event with the names of all changed fields, and no value', () => {
    given(added())
      .when({ type: 'ApplyAccount', changedFields: ['channelSecret', 'basicId', 'channelSecret'], platformAccountId: '1234567890' })
      .then({ type: 'IntegrationAccountApplied', data: { changedFields: ['basicId', 'channelSecret'], platformAccountId: '1234567890' } });
    given(added(), applied()).when({ type: 'ApplyAccount', changedFields: [] }).thenNothing();
  });

  it('M-20: takes no value for a name', () => {
    const secrets = fc.oneof(
      fc.stringMatching(/^[A-Za-z0-9+/]{41,200}$/),
      fc.stringMatching(/^[0-9A-Z][A-Za-z0-9]{0,60}$/),
      fc.stringMatching(/^[a-z0-9]{1,20}[-_:.+/= ][a-z0-9]{1,20}$/),
    );
    fc.assert(
      fc.property(secrets, (secret) => {
        const refusal = given(added())
          .when({ type: 'ApplyAccount', changedFields: [secret] })
          .thenRefused('bad-field-name');
        expect(refusal.message).not.toContain(`"${secret}"`);
      }),
    );
  });

  it('M-05: may save a form half-done, and says what is missing', () => {
    given(added('messenger'))
      .when({ type: 'ApplyAccount', changedFields: ['verifyToken'], missingFields: ['pageId', 'appSecret'] })
      .then({ type: 'IntegrationAccountApplied', data: { changedFields: ['verifyToken'], missingFields: ['appSecret', 'pageId'] } });
  });

  it('M-17, M-18, M-140: the name is a free label of 1 to 100 characters, changed at any time, and nothing else with it', () => {
    given(added(), applied()).when({ type: 'ApplyAccount', name: ' Namba shop ', changedFields: [] }).then(renamed('Namba shop'));
    given(added(), applied()).when({ type: 'ApplyAccount', name: 'Umeda shop', changedFields: [] }).thenNothing();
    given(added())
      .when({ type: 'ApplyAccount', name: '店'.repeat(100), changedFields: [] })
      .then(renamed('店'.repeat(100)));
    for (const name of ['', '   ', '店'.repeat(101)])
      given(added()).when({ type: 'ApplyAccount', name, changedFields: [] }).thenRefused('bad-name');
  });

  it('M-176: keeps the history of queues in the events: from which, to which', () => {
    const first: IntegrationAccountEvent = { type: 'IntegrationAccountRouted', data: { queueId: exampleQueue } };
    given(added()).when({ type: 'ApplyAccount', queueId: exampleQueue, changedFields: [] }).then(first);
    given(added(), first).when({ type: 'ApplyAccount', queueId: exampleQueue, changedFields: [] }).thenNothing();
    given(added(), first)
      .when({ type: 'ApplyAccount', queueId: otherQueue, changedFields: [] })
      .then({ type: 'IntegrationAccountRouted', data: { queueId: otherQueue, previousQueueId: exampleQueue } });
  });

  it('M-177: a detected language counts before the account’s where that is said, and not otherwise', () => {
    const set = (allowed: boolean) => ({ type: 'DetectedLanguageOverrideSet', data: { allowed } }) as const;
    given(added()).when({ type: 'ApplyAccount', detectedLanguageMayOverride: true, changedFields: [] }).then(set(true));
    given(added()).when({ type: 'ApplyAccount', detectedLanguageMayOverride: false, changedFields: [] }).thenNothing();
    given(added(), set(true))
      .when({ type: 'ApplyAccount', language: 'ja', changedFields: [] })
      .then({
        type: 'IntegrationAccountLanguageSet',
        data: { language: 'ja' },
      });
    given(added(), set(true)).when({ type: 'ApplyAccount', detectedLanguageMayOverride: false, changedFields: [] }).then(set(false));
  });

  it('M-178: Apply takes switch, queue and language at once', () => {
    given(added('messenger', { active: false }))
      .when({ type: 'ApplyAccount', active: true, queueId: exampleQueue, language: 'JA-jp', changedFields: [] })
      .then(
        { type: 'IntegrationAccountRouted', data: { queueId: exampleQueue } },
        { type: 'IntegrationAccountLanguageSet', data: { language: 'ja-JP' } },
        { type: 'IntegrationAccountActivated', data: {} },
      );
    given(added()).when({ type: 'ApplyAccount', language: 'japanese!', changedFields: [] }).thenRefused('bad-language');
  });
});
