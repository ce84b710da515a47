import type { EventVersions } from '@madoguchi/event-sourcing';
import { integrationAccountDecider } from './account/decider.js';
import { type IntegrationAccountEvent, integrationAccountPersonalFields, integrationAccountSecretFields } from './account/events.js';
import { botDecider } from './bot/decider.js';
import { type BotEvent, botPersonalFields } from './bot/events.js';
import { botNoticeDecider } from './bot-notice/decider.js';
import { type BotNoticeEvent, botNoticePersonalFields } from './bot-notice/events.js';
import { botPublicationDecider } from './bot-publication/decider.js';
import { type BotPublicationEvent, botPublicationPersonalFields } from './bot-publication/events.js';
import { businessHoursDecider } from './business-hours/decider.js';
import { type BusinessHoursEvent, businessHoursPersonalFields } from './business-hours/events.js';
import { chatCodesDecider } from './chat-codes/decider.js';
import { type ChatCodesEvent, chatCodesPersonalFields } from './chat-codes/events.js';
import { consentDecider } from './consent/decider.js';
import { type ConsentEvent, consentPersonalFields } from './consent/events.js';
import { contactWindowDecider } from './contact-window/decider.js';
import { type ContactWindowEvent, contactWindowPersonalFields } from './contact-window/events.js';
import { contentProfileDecider } from './content-profile/decider.js';
import { type ContentProfileEvent, contentProfilePersonalFields } from './content-profile/events.js';
import { memberDecider } from './member/decider.js';
import { type MemberEvent, memberPersonalFields } from './member/events.js';
import { nameClaimDecider } from './name-claim/decider.js';
import { type NameClaimEvent, nameClaimPersonalFields } from './name-claim/events.js';
import { organisationDecider } from './organisation/decider.js';
import { type OrganisationEvent, organisationPersonalFields } from './organisation/events.js';
import { pageChoiceDecider } from './page-choice/decider.js';
import { type PageChoiceEvent, pageChoicePersonalFields, pageChoiceSecretFields } from './page-choice/events.js';
import { platformAccountDecider } from './platform-account/decider.js';
import { type PlatformAccountEvent, platformAccountPersonalFields } from './platform-account/events.js';
import { replyTemplateDecider } from './reply-template/decider.js';
import { type ReplyTemplateEvent, replyTemplatePersonalFields } from './reply-template/events.js';
import { roleDecider } from './role/decider.js';
import { type RoleEvent, rolePersonalFields } from './role/events.js';
import { sentFormDecider } from './sent-form/decider.js';
import { type SentFormEvent, sentFormPersonalFields, sentFormSecretFields } from './sent-form/events.js';

/** The events of this lib by the category of their streams, but for those of the audit. */
export interface AccountEventsByCategory {
  /** An account of ours at a platform. */
  readonly integration_account: IntegrationAccountEvent;
  /** The unit that a business shows to its customers. */
  readonly contact_window: ContactWindowEvent;
  /** Who holds a page, a number or a bot, over all tenants. */
  readonly platform_account: PlatformAccountEvent;
  /** From a log-in at a platform to the accounts of the pages that were chosen. */
  readonly page_choice: PageChoiceEvent;
  /** How a bot inside LINE WORKS comes into being, and goes. */
  readonly bot_publication: BotPublicationEvent;
  /** What a bot tells a member of its own accord. */
  readonly bot_notice: BotNoticeEvent;
  /** QR codes and short links of a WhatsApp number. */
  readonly chat_codes: ChatCodesEvent;
  /** Whether a contact has agreed to receive messages. */
  readonly consent: ConsentEvent;
  /** Which media an account takes and sends. */
  readonly content_profile: ContentProfileEvent;
  /** The settings of a tenant. */
  readonly organisation: OrganisationEvent;
  /** When somebody is there. */
  readonly business_hours: BusinessHoursEvent;
  /** Texts that agents insert. */
  readonly reply_template: ReplyTemplateEvent;
  /** Who answers customers before people do. */
  readonly external_bot: BotEvent;
  /** What the people of a tenant may do, under a name. */
  readonly role: RoleEvent;
  /** Which role somebody has who signs in. */
  readonly member: MemberEvent;
  /** Which thing of a tenant has a name that no two may have. */
  readonly name_claim: NameClaimEvent;
  /** The form of an account that somebody without rights here fills in, by a link. */
  readonly sent_form: SentFormEvent;
}

/** What has to be known of these events to read them: their versions, and by type the fields about a person, and those that stay inside. */
export const accountEventCatalogue: {
  readonly [Category in keyof AccountEventsByCategory]: {
    readonly versions: EventVersions;
    readonly personalFields: Readonly<Record<AccountEventsByCategory[Category]['type'], readonly string[]>>;
    readonly secretFields?: Readonly<Partial<Record<AccountEventsByCategory[Category]['type'], readonly string[]>>>;
  };
} = {
  integration_account: {
    versions: integrationAccountDecider,
    personalFields: integrationAccountPersonalFields,
    secretFields: integrationAccountSecretFields,
  },
  contact_window: { versions: contactWindowDecider, personalFields: contactWindowPersonalFields },
  platform_account: { versions: platformAccountDecider, personalFields: platformAccountPersonalFields },
  page_choice: { versions: pageChoiceDecider, personalFields: pageChoicePersonalFields, secretFields: pageChoiceSecretFields },
  bot_publication: { versions: botPublicationDecider, personalFields: botPublicationPersonalFields },
  bot_notice: { versions: botNoticeDecider, personalFields: botNoticePersonalFields },
  chat_codes: { versions: chatCodesDecider(integrationAccountDecider.initialState()), personalFields: chatCodesPersonalFields },
  consent: { versions: consentDecider, personalFields: consentPersonalFields },
  content_profile: { versions: contentProfileDecider, personalFields: contentProfilePersonalFields },
  organisation: { versions: organisationDecider, personalFields: organisationPersonalFields },
  business_hours: { versions: businessHoursDecider, personalFields: businessHoursPersonalFields },
  reply_template: { versions: replyTemplateDecider, personalFields: replyTemplatePersonalFields },
  external_bot: { versions: botDecider, personalFields: botPersonalFields },
  role: { versions: roleDecider, personalFields: rolePersonalFields },
  member: { versions: memberDecider, personalFields: memberPersonalFields },
  name_claim: { versions: nameClaimDecider(new Date(0)), personalFields: nameClaimPersonalFields },
  sent_form: {
    versions: sentFormDecider(new Date(0)),
    personalFields: sentFormPersonalFields,
    secretFields: sentFormSecretFields,
  },
};
