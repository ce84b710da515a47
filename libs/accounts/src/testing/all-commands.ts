import type { IntegrationAccountCommand } from '../account/decider.js';
import { TERMS } from '../onboarding/events.js';
import { exampleQueue, exampleTime as at, exampleWindow } from './examples.js';
import { exampleNumber } from './number-examples.js';

const timeZone = 'Asia/Tokyo';
const problem = { code: 'refused', reason: 'The platform says no.', remedy: 'Ask it.' };

/** One of each command that an account knows: for what must hold whatever is asked. Complete, or it does not compile. */
export const everyAccountCommand: {
  readonly [Type in IntegrationAccountCommand['type']]: Extract<IntegrationAccountCommand, { type: Type }>;
} = {
  AddAccount: { type: 'AddAccount', accountType: 'line', name: 'Umeda shop', webhookKey: 'another-key' },
  ApplyAccount: {
    type: 'ApplyAccount',
    name: 'Namba shop',
    queueId: exampleQueue,
    language: 'ja',
    active: false,
    changedFields: ['channelSecret'],
  },
  LinkAccount: { type: 'LinkAccount' },
  UnlinkAccount: { type: 'UnlinkAccount', reason: 'switched off by an administrator' },
  DeleteAccount: { type: 'DeleteAccount', typedName: 'Umeda shop', at },
  FollowPlatformName: { type: 'FollowPlatformName', name: 'Madoguchi Foods' },
  BindAccount: { type: 'BindAccount', contactWindowId: exampleWindow },
  ChooseContentProfile: { type: 'ChooseContentProfile', contentProfileId: exampleQueue },
  ChooseBusinessHours: { type: 'ChooseBusinessHours', businessHoursId: exampleQueue },
  TickChecklistItem: { type: 'TickChecklistItem', item: 'page and app exist', done: true },
  PinPlatformApi: { type: 'PinPlatformApi', apiVersion: 'v23.0', appId: '77' },
  RecordConnectionTest: { type: 'RecordConnectionTest', checks: [{ check: 'token', ok: true, milliseconds: 12 }], at },
  RecordWebhookSet: { type: 'RecordWebhookSet', host: 'office.example.com', problems: [], at },
  RecordWebhookVerified: { type: 'RecordWebhookVerified', how: 'verify request', at },
  RecordHandshakeRefused: { type: 'RecordHandshakeRefused', at },
  RecordSubscription: { type: 'RecordSubscription', fields: [{ field: 'messages', needed: true, subscribed: true }], at },
  RecordToken: { type: 'RecordToken', expiresAt: '2026-12-24T10:00:00.000Z', scopes: ['pages_messaging'], missingScopes: [], at },
  WarnOfTokenExpiry: { type: 'WarnOfTokenExpiry', at },
  RecordPageTakenOver: { type: 'RecordPageTakenOver', appId: '77', appName: 'Other desk', at },
  RecordPageTakenBack: { type: 'RecordPageTakenBack', at },
  SetBotProfile: { type: 'SetBotProfile', name: 'HR desk', description: 'Ask us anything.' },
  ChooseBotDomains: { type: 'ChooseBotDomains', domains: 'all' },
  RecordBotPublished: { type: 'RecordBotPublished', botId: '2000001', at },
  StartOnboarding: { type: 'StartOnboarding', kind: 'new', phoneNumber: exampleNumber, at },
  RecordApplicationStep: { type: 'RecordApplicationStep', step: 'applied', on: '2026-11-01' },
  ConfirmTerms: { type: 'ConfirmTerms', textVersion: '2026-11', language: 'en', ticks: TERMS, readToEnd: true, at },
  RecordCertificate: { type: 'RecordCertificate', createdOn: '2026-11-22', at, timeZone },
  RequestVerificationCode: { type: 'RequestVerificationCode', method: 'sms', at, timeZone },
  RecordCodeSent: { type: 'RecordCodeSent', request: 1, at },
  RecordCodeNotSent: { type: 'RecordCodeNotSent', request: 1, ...problem },
  EnterVerificationCode: { type: 'EnterVerificationCode', at, timeZone },
  RecordCodeAccepted: { type: 'RecordCodeAccepted', request: 1, at },
  RecordCodeRejected: { type: 'RecordCodeRejected', request: 1, entry: 1, ...problem },
  RecordActivated: { type: 'RecordActivated', at },
  RecordActivationRefused: { type: 'RecordActivationRefused', ...problem, at },
  StartOver: { type: 'StartOver', webhookKey: 'yet-another-key', at },
  WarnOfCertificateExpiry: { type: 'WarnOfCertificateExpiry', daysBefore: 3, at, timeZone },
  ExpireCertificate: { type: 'ExpireCertificate', at, timeZone },
  ExpireVerificationCode: { type: 'ExpireVerificationCode', at },
  FailPendingNumber: { type: 'FailPendingNumber', at },
  WarnOfDeletion: { type: 'WarnOfDeletion', day: 20, at, timeZone },
  DeleteUnactivated: { type: 'DeleteUnactivated', at, timeZone },
};
