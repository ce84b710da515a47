import type { LinkState, OnboardingPhase, RoutingGap } from '@madoguchi/accounts';
import type { ChannelType } from '@madoguchi/conversation';
import type { IntegrationAccountRow } from '@madoguchi/read-models';
import type { Channel, Credentials } from '@madoguchi/use-cases';

/** What the API shows of an account; times are ISO 8601 in UTC. Secrets: that one is set, and its last four characters. */
export interface IntegrationAccountView {
  readonly id: string;
  /** Also the answer's ETag, to be sent back as `If-Match`. */
  readonly version: number;
  readonly type: ChannelType;
  readonly name: string;
  readonly queueId: string | null;
  readonly language: string | null;
  /** Whether what a customer writes in counts before it. */
  readonly detectedLanguageMayOverride: boolean;
  readonly contactWindowId: string | null;
  readonly active: boolean;
  readonly linked: boolean;
  readonly state: LinkState;
  readonly unlinkedReason: string | null;
  /** What is done with a message that comes in now. */
  readonly intake: IntegrationAccountRow['intake'];
  /** What is missing before messages reach an agent. */
  readonly routingGaps: readonly RoutingGap[];
  /** Required fields that are still empty. */
  readonly missingFields: readonly string[];
  /** Since the last change of credentials. */
  readonly verifiedAt: string | null;
  /** To be given to the platform, whole; of e-mail, `mailto:` and the address to which mails are forwarded. */
  readonly webhookUrl: string;
  /** Of a Facebook page: the address that older guides give; it reaches the same account. */
  readonly pageWebhookUrl?: string;
  /** Where people find it, made of what was typed, so that a typing error is seen. */
  readonly publicLink?: string;
  /** What the account is called at the platform; null while the form does not say it. */
  readonly platformAccountId: string | null;
  readonly onboarding: OnboardingPhase | null;
  readonly lastTest: IntegrationAccountRow['lastTest'];
  /** As the platform listed it the last time; null: it has no such list, or was not asked. */
  readonly subscription: IntegrationAccountRow['subscription'];
  readonly token: {
    readonly expiresAt: string | null;
    readonly missingScopes: readonly { readonly scope: string; readonly effect: string }[];
  } | null;
  readonly takenOver: { readonly appId: string; readonly appName?: string; readonly since?: string } | null;
  readonly addedAt: string;
  readonly changedAt: string;
  readonly linkedAt: string | null;
  readonly deletedAt: string | null;
  readonly credentials: readonly FieldView[];
}

export interface FieldView {
  readonly field: string;
  readonly secret: boolean;
  readonly set: boolean;
  readonly value?: string;
  readonly lastFour?: string;
}

/** Shorter secrets would be half told by four characters. */
const SHORTEST_WITH_LAST_FOUR = 12;

/** @param publicUrl where ingress is reached from outside, without a slash at the end */
export const accountView = (
  row: IntegrationAccountRow,
  channel: Channel,
  values: Credentials,
  publicUrl: string,
): IntegrationAccountView => {
  const { state } = row;
  return {
    id: row.id,
    version: row.version,
    type: row.type,
    name: row.name,
    queueId: row.queueId,
    language: row.language,
    detectedLanguageMayOverride: state.detectedLanguageMayOverride ?? false,
    contactWindowId: row.contactWindowId,
    active: row.active,
    linked: row.linked,
    state: row.linkState,
    unlinkedReason: row.unlinkedReason,
    intake: row.intake,
    routingGaps: row.routingGaps,
    missingFields: state.missingFields ?? [],
    verifiedAt: state.verifiedAt ?? null,
    webhookUrl: webhookUrl(row, channel, publicUrl),
    ...(row.type === 'messenger' ? linksOfPage(row, values, publicUrl) : {}),
    platformAccountId: row.platformAccountId,
    onboarding: row.onboardingPhase,
    lastTest: row.lastTest,
    subscription: row.subscription,
    token: state.token ? { expiresAt: state.token.expiresAt, missingScopes: state.token.missingScopes } : null,
    takenOver: state.takenOver ?? null,
    addedAt: row.addedAt.toISOString(),
    changedAt: row.changedAt.toISOString(),
    linkedAt: row.linkedAt?.toISOString() ?? null,
    deletedAt: row.deletedAt?.toISOString() ?? null,
    credentials: channel.credentialFields.map(({ name, secret }) => fieldView(name, secret, values[name])),
  };
};

/** Deterministic; the key in it is issued with the account and unguessable. */
export const webhookUrl = (
  { type, webhookKeys, platformAccountId }: Pick<IntegrationAccountRow, 'type' | 'webhookKeys' | 'platformAccountId'>,
  { intake }: Pick<Channel, 'intake'>,
  publicUrl: string,
): string => (intake === 'mail' ? `mailto:${platformAccountId ?? ''}` : `${publicUrl}/webhooks/${type}/${webhookKeys.at(-1)}`);

const linksOfPage = (
  { platformAccountId }: IntegrationAccountRow,
  { pageUsername }: Credentials,
  publicUrl: string,
): Pick<IntegrationAccountView, 'pageWebhookUrl' | 'publicLink'> => ({
  pageWebhookUrl: platformAccountId === null ? undefined : `${publicUrl}/clientweb/fb/webhook/${platformAccountId}`,
  publicLink: pageUsername && `https://m.me/${encodeURIComponent(pageUsername.replace(/^@/, ''))}`,
});

export const fieldView = (field: string, secret: boolean, value: string | undefined): FieldView => {
  if (value === undefined) return { field, secret, set: false };
  if (!secret) return { field, secret, set: true, value };
  return { field, secret, set: true, lastFour: value.length >= SHORTEST_WITH_LAST_FOUR ? value.slice(-4) : undefined };
};
