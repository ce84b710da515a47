import {
  accountStream,
  type ContentAskedFor,
  type ContentNotAllowed,
  contentProblem,
  type ContentProfile,
  contentProfileDecider,
  type ContentProfileEvent,
  contentProfileStream,
  type Direction,
  effectiveProfile,
  integrationAccountDecider,
  type IntegrationAccountEvent,
  organisationDecider,
  type OrganisationEvent,
  organisationStream,
} from '@madoguchi/accounts';
import type { MediaReference, MessageContent } from '@madoguchi/conversation';
import { type EventStore, fold, type Recorded } from '@madoguchi/event-sourcing';

type Log = Pick<EventStore, 'readStream'>;

/** What a message holds that a profile may refuse. The words of a mail, and the mail as it came, are no files of the customer's. */
export const contentAskedFor = (content: MessageContent): readonly ContentAskedFor[] => {
  if (content.type === 'email') return content.attachments.map(({ mimeType }) => ({ type: 'file', mimeType }));
  const mimeType = 'media' in content ? content.media?.mimeType : undefined;
  return [{ type: content.type, mimeType }];
};

/** The same of one file of a message; undefined where it is none that a profile is asked about. */
export const fileAskedFor = (content: MessageContent, { mediaId, mimeType }: MediaReference): ContentAskedFor | undefined => {
  if (content.type !== 'email') return { type: content.type, mimeType };
  return content.attachments.some((attachment) => attachment.mediaId === mediaId) ? { type: 'file', mimeType } : undefined;
};

/**
 * What the account's profile, or else the organisation's, says against it; undefined: it passes. It is asked of the log, so a profile
 * counts from the moment in which it is chosen or changed.
 */
export const contentRefusal = async (
  log: Log,
  direction: Direction,
  { tenantId, accountId }: { readonly tenantId: string; readonly accountId: string },
  asked: readonly ContentAskedFor[],
): Promise<ContentNotAllowed | undefined> => {
  const limited = asked.filter((one) => contentProblem(NOTHING_ALLOWED, direction, one));
  if (limited.length === 0) return undefined;
  const [account, organisation] = await Promise.all([
    log.readStream(accountStream(accountId)),
    log.readStream(organisationStream(tenantId)),
  ]);
  const { contentProfileId } = fold(integrationAccountDecider, account as readonly Recorded<IntegrationAccountEvent>[]);
  const { defaultContentProfileId } = fold(organisationDecider, organisation as readonly Recorded<OrganisationEvent>[]);
  const [ofAccount, ofOrganisation] = await Promise.all(
    [contentProfileId, defaultContentProfileId].map((id) => profileIn(log, tenantId, id)),
  );
  const { profile } = effectiveProfile(ofAccount, ofOrganisation);
  return limited.map((one) => contentProblem(profile, direction, one)).find((problem) => problem !== undefined);
};

const NOTHING_ALLOWED: ContentProfile = { inbound: [], outbound: [] };

const profileIn = async (log: Log, tenantId: string, id: string | undefined): Promise<ContentProfile | undefined> => {
  if (id === undefined) return undefined;
  const events = (await log.readStream(contentProfileStream(id))) as readonly Recorded<ContentProfileEvent>[];
  return events[0]?.metadata.tenantId === tenantId ? fold(contentProfileDecider, events) : undefined;
};
