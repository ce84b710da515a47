import { type Decider, Refusal } from '@madoguchi/event-sourcing';
import { decideOnboarding, isOnboardingCommand, type OnboardingCommand } from '../onboarding/decider.js';
import { automaticLink } from './auto-link.js';
import type { IntegrationAccountEvent } from './events.js';
import { accountDeleted, noSuchAccount } from './refusals.js';
import { evolve, initialAccount, type IntegrationAccount } from './state.js';
import { type AddAccount, addAccount } from './write/add-account.js';
import { type ApplyAccount, applyAccount } from './write/apply-account.js';
import { type BindAccount, bindAccount } from './write/bind-account.js';
import { type ChooseBotDomains, chooseBotDomains } from './write/choose-bot-domains.js';
import { type ChooseBusinessHours, chooseBusinessHours } from './write/choose-business-hours.js';
import { type ChooseContentProfile, chooseContentProfile } from './write/choose-content-profile.js';
import { type DeleteAccount, deleteAccount } from './write/delete-account.js';
import { type FollowPlatformName, followPlatformName } from './write/follow-platform-name.js';
import { type LinkAccount, linkAccount } from './write/link-account.js';
import { type PinPlatformApi, pinPlatformApi } from './write/pin-platform-api.js';
import { type RecordBotPublished, recordBotPublished } from './write/record-bot-published.js';
import { type RecordConnectionTest, recordConnectionTest } from './write/record-connection-test.js';
import { type RecordHandshakeRefused, recordHandshakeRefused } from './write/record-handshake-refused.js';
import { type RecordPageTakenBack, recordPageTakenBack } from './write/record-page-taken-back.js';
import { type RecordPageTakenOver, recordPageTakenOver } from './write/record-page-taken-over.js';
import { type RecordSubscription, recordSubscription } from './write/record-subscription.js';
import { type RecordToken, recordToken } from './write/record-token.js';
import { type RecordWebhookSet, recordWebhookSet } from './write/record-webhook-set.js';
import { type RecordWebhookVerified, recordWebhookVerified } from './write/record-webhook-verified.js';
import { type SetBotProfile, setBotProfile } from './write/set-bot-profile.js';
import { type TickChecklistItem, tickChecklistItem } from './write/tick-checklist-item.js';
import { type UnlinkAccount, unlinkAccount } from './write/unlink-account.js';
import { type WarnOfTokenExpiry, warnOfTokenExpiry } from './write/warn-of-token-expiry.js';

export type IntegrationAccountCommand =
  | AddAccount
  | ApplyAccount
  | LinkAccount
  | UnlinkAccount
  | DeleteAccount
  | FollowPlatformName
  | BindAccount
  | ChooseContentProfile
  | ChooseBusinessHours
  | TickChecklistItem
  | PinPlatformApi
  | RecordConnectionTest
  | RecordWebhookSet
  | RecordWebhookVerified
  | RecordHandshakeRefused
  | RecordSubscription
  | RecordToken
  | WarnOfTokenExpiry
  | RecordPageTakenOver
  | RecordPageTakenBack
  | SetBotProfile
  | ChooseBotDomains
  | RecordBotPublished
  | OnboardingCommand;

const decideAlone = (command: IntegrationAccountCommand, account: IntegrationAccount): readonly IntegrationAccountEvent[] => {
  if (command.type === 'AddAccount') return addAccount(command, account);
  if (account.status === 'none') throw noSuchAccount();
  if (account.status === 'deleted') return afterDeletion(command, account);
  if (isOnboardingCommand(command)) return decideOnboarding(command, account);
  switch (command.type) {
    case 'ApplyAccount':
      return applyAccount(command, account);
    case 'LinkAccount':
      return linkAccount(command, account);
    case 'UnlinkAccount':
      return unlinkAccount(command, account);
    case 'DeleteAccount':
      return deleteAccount(command, account);
    case 'FollowPlatformName':
      return followPlatformName(command, account);
    case 'BindAccount':
      return bindAccount(command, account);
    case 'ChooseContentProfile':
      return chooseContentProfile(command, account);
    case 'ChooseBusinessHours':
      return chooseBusinessHours(command, account);
    case 'TickChecklistItem':
      return tickChecklistItem(command, account);
    case 'PinPlatformApi':
      return pinPlatformApi(command, account);
    case 'RecordConnectionTest':
      return recordConnectionTest(command);
    case 'RecordWebhookSet':
      return recordWebhookSet(command);
    case 'RecordWebhookVerified':
      return recordWebhookVerified(command, account);
    case 'RecordHandshakeRefused':
      return recordHandshakeRefused(command, account);
    case 'RecordSubscription':
      return recordSubscription(command);
    case 'RecordToken':
      return recordToken(command);
    case 'WarnOfTokenExpiry':
      return warnOfTokenExpiry(command, account);
    case 'RecordPageTakenOver':
      return recordPageTakenOver(command, account);
    case 'RecordPageTakenBack':
      return recordPageTakenBack(command, account);
    case 'SetBotProfile':
      return setBotProfile(command, account);
    case 'ChooseBotDomains':
      return chooseBotDomains(command, account);
    case 'RecordBotPublished':
      return recordBotPublished(command, account);
    default:
      return neverReached(command);
  }
};

/** What a clock had asked for has nothing to do any more; everybody else is told. */
const CLOCKED: readonly IntegrationAccountCommand['type'][] = [
  'WarnOfTokenExpiry',
  'WarnOfCertificateExpiry',
  'ExpireCertificate',
  'ExpireVerificationCode',
  'FailPendingNumber',
  'WarnOfDeletion',
  'DeleteUnactivated',
];

const afterDeletion = (command: IntegrationAccountCommand, account: IntegrationAccount): readonly IntegrationAccountEvent[] => {
  if (CLOCKED.includes(command.type)) return [];
  throw accountDeleted(account.deletion?.reason);
};

const neverReached = (command: never): never => {
  throw new Refusal('no-such-command', `An integration account knows no command "${String((command as { type?: unknown }).type)}".`);
};

/** An account of a platform inside a tenant: its type is fixed, its values are kept elsewhere, sealed. */
export const integrationAccountDecider: Decider<IntegrationAccount, IntegrationAccountCommand, IntegrationAccountEvent> = {
  initialState: initialAccount,
  evolve,
  decide: (command, account) => {
    const events = decideAlone(command, account);
    return [...events, ...automaticLink(account, events)];
  },
};
