import type { ChannelType } from '@madoguchi/conversation';
import { type Cause, derivedId, type StreamName, streamName } from '@madoguchi/event-sourcing';

export const INTEGRATION_ACCOUNT = 'integration_account';
export const CONTACT_WINDOW = 'contact_window';
export const PLATFORM_ACCOUNT = 'platform_account';
export const BOT_PUBLICATION = 'bot_publication';
export const BOT_NOTICE = 'bot_notice';
export const CHAT_CODES = 'chat_codes';
export const CONSENT = 'consent';
export const CONTENT_PROFILE = 'content_profile';
export const PAGE_CHOICE = 'page_choice';
export const ORGANISATION = 'organisation';
export const BUSINESS_HOURS = 'business_hours';
export const REPLY_TEMPLATE = 'reply_template';
export const EXTERNAL_BOT = 'external_bot';
export const ROLE = 'role';
export const MEMBER = 'member';
export const NAME_CLAIM = 'name_claim';
export const SENT_FORM = 'sent_form';

export const accountStream = (accountId: string): StreamName => streamName(INTEGRATION_ACCOUNT, accountId);

export const contactWindowStream = (contactWindowId: string): StreamName => streamName(CONTACT_WINDOW, contactWindowId);

/** Who holds a page, a number, a bot: one stream for all tenants. To be written under {@link claimCause}. */
export const platformAccountStream = (channel: ChannelType, platformAccountId: string): StreamName =>
  streamName(PLATFORM_ACCOUNT, derivedId('platform-account', channel, platformAccountId));

/** How the bot of an account comes into being, and goes. */
export const botPublicationStream = (accountId: string): StreamName => streamName(BOT_PUBLICATION, accountId);

/** What a bot tells of its own accord in one talk, once for ever. `contactId`: the member's contact, or the group's. */
export const botNoticeStream = (accountId: string, contactId: string): StreamName =>
  streamName(BOT_NOTICE, derivedId('bot-notice', accountId, contactId));

export const chatCodesStream = (accountId: string): StreamName => streamName(CHAT_CODES, accountId);

export const consentStream = (contactId: string): StreamName => streamName(CONSENT, contactId);

export const contentProfileStream = (contentProfileId: string): StreamName => streamName(CONTENT_PROFILE, contentProfileId);

/** From one log-in at a platform to the accounts of the pages that were chosen. */
export const pageChoiceStream = (pageChoiceId: string): StreamName => streamName(PAGE_CHOICE, pageChoiceId);

export const organisationStream = (tenantId: string): StreamName => streamName(ORGANISATION, tenantId);

export const businessHoursStream = (businessHoursId: string): StreamName => streamName(BUSINESS_HOURS, businessHoursId);

export const replyTemplateStream = (replyTemplateId: string): StreamName => streamName(REPLY_TEMPLATE, replyTemplateId);

export const roleStream = (roleId: string): StreamName => streamName(ROLE, roleId);

export const botStream = (botId: string): StreamName => streamName(EXTERNAL_BOT, botId);

/** `userId`: of the log-in. */
export const memberStream = (userId: string): StreamName => streamName(MEMBER, userId);

export const sentFormStream = (formId: string): StreamName => streamName(SENT_FORM, formId);

/** Who is called so in a tenant. `scope`: what is called; `name` as `comparedName` gives it. */
export const nameClaimStream = (tenantId: string, scope: string, name: string): StreamName =>
  streamName(NAME_CLAIM, derivedId('name', tenantId, scope, name));

/** To whom the claims of platform accounts belong: to no tenant, so that none reads them and all are bound by them. */
export const REGISTRY_TENANT = derivedId('tenant', 'registry of platform accounts');

/** The same cause, for a command to a platform account's stream. Actor and correlation stay; whose it is stands in the events. */
export const claimCause = (cause: Cause, stream: StreamName): Cause => ({
  ...cause,
  tenantId: REGISTRY_TENANT,
  commandId: derivedId('claim', cause.commandId, stream),
});
