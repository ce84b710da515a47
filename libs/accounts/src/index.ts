// Streams, and the cause for commands to streams that belong to no tenant.
export * from './identity.js';
export * from './catalogue.js';

// An account at a platform: its life, its switch, its clocks.
export { automaticLink, type AutoLinkOn, autoLinkOn } from './account/auto-link.js';
export { withoutTokens } from './account/check-results.js';
export * from './account/decider.js';
export * from './account/due-actions.js';
export * from './account/events.js';
export * from './account/standing.js';
export type { IntegrationAccount } from './account/state.js';
export { domainDifferences } from './account/write/choose-bot-domains.js';
export { BOT_LIMITS, checkedProfile, imageNameFor } from './account/write/set-bot-profile.js';
export { TOKEN_WARNING_DAYS, tokenWarningAt } from './account/write/warn-of-token-expiry.js';

// A WhatsApp number that is brought onto the platform here: part of its account.
export * from './onboarding/charge-notice.js';
export * from './onboarding/checklist.js';
export * from './onboarding/deadlines.js';
export type { OnboardingCommand } from './onboarding/decider.js';
export * from './onboarding/events.js';
export * from './onboarding/limits.js';
export type { Onboarding, OnboardingPhase, VerificationCode } from './onboarding/state.js';
export { nextCodeAt } from './onboarding/write/request-code.js';

// Who holds a page, over all tenants.
export * from './platform-account/decider.js';
export * from './platform-account/events.js';
export type { PlatformAccount } from './platform-account/state.js';

// Pages that are chosen after a log-in at the platform.
export * from './page-choice/decider.js';
export * from './page-choice/events.js';
export { type PageChoice, type PageOutcome, waitingPages } from './page-choice/state.js';
export { MOST_PAGES_AT_ONCE } from './page-choice/write/choose-pages.js';

// Contact windows, and the bots inside LINE WORKS.
export * from './contact-window/decider.js';
export * from './contact-window/events.js';
export type { ContactWindow } from './contact-window/state.js';
export * from './bot-publication/decider.js';
export * from './bot-publication/events.js';
export { type NextStep, nextStep, STEP_LEASE_MS, TRIES_PER_STEP } from './bot-publication/plan.js';
export * from './bot-publication/progress.js';
export { type BotPublication, isFailedDraft, type StepState } from './bot-publication/state.js';
export * from './bot-notice/decider.js';
export * from './bot-notice/events.js';
export { type NextForNotice, nextForNotice, NOTICE_LEASE_MS } from './bot-notice/send-notice.js';
export type { BotNotice } from './bot-notice/state.js';

// QR codes, short links, and the consent that they bring.
export { allIn as allChatCodes, codeIn as chatCodeIn, type CodeMap } from './chat-codes/code-map.js';
export * from './chat-codes/decider.js';
export * from './chat-codes/events.js';
export * from './chat-codes/find-chat-code.js';
export type { ChatCodeState } from './chat-codes/chat-code-state.js';
export type { ChatCodes } from './chat-codes/state.js';
export { CHAT_CODE_LIMITS } from './chat-codes/write/chat-code-fields.js';
export { unsettledCodes } from './chat-codes/write/settle-chat-code.js';
export * from './consent/decider.js';
export type { Consent } from './consent/state.js';
export * from './consent/events.js';

// What a tenant sets for its accounts.
export * from './content-profile/allows-content.js';
export * from './content-profile/decider.js';
export * from './content-profile/events.js';
export type { ContentProfileState } from './content-profile/state.js';
export { type AwayReason, awayReasonsOf, DEFAULT_AWAY_REASONS } from './organisation/away-reasons.js';
export * from './organisation/decider.js';
export * from './organisation/events.js';
export type { Organisation } from './organisation/state.js';
export * from './business-hours/decider.js';
export type { BusinessHours } from './business-hours/state.js';
export * from './business-hours/events.js';
export { afterOpenTime, openTimeBetween } from './business-hours/business-time.js';
export { isOpen, nextChange, type OpeningChange, periodsOn } from './business-hours/open-times.js';
export * from './reply-template/choose-text.js';
export * from './reply-template/decider.js';
export type { ReplyTemplate } from './reply-template/state.js';
export * from './reply-template/events.js';
export * from './reply-template/placeholders.js';

// Forms that are sent to somebody who has no rights here.
export * from './sent-form/decider.js';
export * from './sent-form/events.js';

// Names that no two things of a tenant may have.
export * from './name-claim/decider.js';
export * from './name-claim/events.js';

// Who may do what.
export * from './member/decider.js';
export * from './member/events.js';
export * from './role/built-in-roles.js';
export * from './role/decider.js';
export type { Role } from './role/state.js';
export * from './role/events.js';
export * from './role/permission-texts.js';
export * from './role/permissions.js';

// Who answers customers before people do.
export * from './bot/decider.js';
export * from './bot/events.js';
export * from './bot/script.js';

// How a channel is.
export * from './health/channel-health.js';
export * from './health/facts.js';
export * from './health/health-report.js';

// Who took what out, and who was refused.
export * from './audit/decider.js';
export * from './audit/events.js';

// Days, zones and what a person counts as a character.
export * from './characters.js';
export { checkedLanguage } from './language.js';
export * from './time/local-date.js';
export * from './time/zoned-time.js';
