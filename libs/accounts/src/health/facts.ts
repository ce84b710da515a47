import { type ConversationEvent, wasLeftUnsaid } from '@madoguchi/conversation';
import type { Recorded } from '@madoguchi/event-sourcing';
import type { CheckResult, IntegrationAccountEvent, MissingScope, OtherApp } from '../account/events.js';

/** What the health of a channel is made of. `at`: ISO 8601, in UTC. What a customer wrote, or who it was, is in none of them. */
export type HealthFact =
  /** An authentic webhook, of whatever kind. */
  | { readonly fact: 'webhook'; readonly at: string }
  | { readonly fact: 'message in'; readonly at: string }
  /** The platform took a message of ours. */
  | { readonly fact: 'message out'; readonly at: string; readonly conversationId: string; readonly replyId: string }
  | {
      readonly fact: 'message failed';
      readonly at: string;
      readonly conversationId: string;
      readonly replyId: string;
      readonly code: string;
      readonly remedy: string;
    }
  /** It was not to be said any more: nobody refused it, and nobody waits for it. */
  | { readonly fact: 'message left unsaid'; readonly replyId: string }
  | { readonly fact: 'tested'; readonly at: string; readonly ok: boolean; readonly failed: readonly CheckResult[] }
  | { readonly fact: 'verified'; readonly at: string }
  | { readonly fact: 'token'; readonly at: string; readonly expiresAt: string | null; readonly missingScopes: readonly MissingScope[] }
  /** `missing`: needed fields that the platform does not send. */
  | { readonly fact: 'subscription'; readonly at: string; readonly missing: readonly string[] }
  | { readonly fact: 'link'; readonly at: string; readonly on: boolean }
  | { readonly fact: 'taken over'; readonly at: string; readonly by: OtherApp }
  | { readonly fact: 'taken back'; readonly at: string }
  /** Other credentials: what was found wrong with the old ones says nothing any more. */
  | { readonly fact: 'credentials changed'; readonly at: string }
  | { readonly fact: 'deleted'; readonly at: string }
  /** It was set up again after its deletion. */
  | { readonly fact: 'added'; readonly at: string };

/** What an event of the account says about its health. */
export const healthFactsOfAccount = (event: Recorded<IntegrationAccountEvent>): readonly HealthFact[] => {
  const at = event.metadata.occurredAt;
  switch (event.type) {
    case 'IntegrationAccountAdded':
      return [{ fact: 'added', at }];
    case 'IntegrationAccountApplied':
      return event.data.changedFields.length > 0 ? [{ fact: 'credentials changed', at }] : [];
    case 'IntegrationAccountLinked':
      return [{ fact: 'link', at, on: true }];
    case 'IntegrationAccountUnlinked':
      return [{ fact: 'link', at, on: false }];
    case 'IntegrationAccountDeleted':
      return [{ fact: 'deleted', at }];
    case 'ConnectionTested':
      return [{ fact: 'tested', at: event.data.testedAt, ok: event.data.ok, failed: event.data.checks.filter(({ ok }) => !ok) }];
    case 'WebhookVerified':
      return [
        { fact: 'webhook', at: event.data.verifiedAt },
        { fact: 'verified', at: event.data.verifiedAt },
      ];
    case 'TokenChecked':
      return [{ fact: 'token', at: event.data.checkedAt, expiresAt: event.data.expiresAt, missingScopes: event.data.missingScopes }];
    case 'SubscriptionRead': {
      const missing = event.data.fields.filter(({ needed, subscribed }) => needed && !subscribed).map(({ field }) => field);
      return [{ fact: 'subscription', at: event.data.readAt, missing }];
    }
    case 'PageTakenOver': {
      const { appId, appName, since, detectedAt } = event.data;
      return [{ fact: 'taken over', at: detectedAt, by: { appId, appName, since } }];
    }
    case 'PageTakenBack':
      return [{ fact: 'taken back', at: event.data.takenBackAt }];
    default:
      return [];
  }
};

/** What an event of a conversation says about the health of its account; whose conversation it is, the reader knows. */
export const healthFactsOfConversation = (event: Recorded<ConversationEvent>, conversationId: string): readonly HealthFact[] => {
  const at = event.metadata.occurredAt;
  switch (event.type) {
    case 'CustomerMessageReceived':
      return [
        { fact: 'webhook', at },
        { fact: 'message in', at },
      ];
    case 'ReplyAccepted':
      return [{ fact: 'message out', at, conversationId, replyId: event.data.replyId }];
    case 'ReplyFailed': {
      const { replyId, code, remedy } = event.data;
      if (wasLeftUnsaid(code)) return [{ fact: 'message left unsaid', replyId }];
      return [{ fact: 'message failed', at, conversationId, replyId, code, remedy }];
    }
    default:
      return [];
  }
};
