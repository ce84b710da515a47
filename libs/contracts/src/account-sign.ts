import type { ChannelType } from '@madoguchi/conversation';
import { partitionOf } from '@madoguchi/event-sourcing';

/**
 * What ingress saw of an account itself, on INBOUND beside its messages; worked on by admin. `handshake`: the platform proved that it knows
 * the verify token; `verify request`: a signed request without events; `signed request`: one with events, of an account that had no proof
 * yet; `handshake refused`: somebody came with a wrong token.
 */
export interface AccountSign {
  readonly tenantId: string;
  readonly accountId: string;
  readonly channel: ChannelType;
  readonly sign: 'handshake' | 'verify request' | 'signed request' | 'handshake refused';
  /** ISO 8601. */
  readonly seenAt: string;
}

/** `inbound.accounts.<partition>.<channel>`: no consumer of messages sees it. */
export const accountSignSubject = ({ accountId, channel }: AccountSign): string => `inbound.accounts.${partitionOf(accountId)}.${channel}`;

export const accountSignSubjects = (partition: number): readonly string[] => [`inbound.accounts.${partition}.>`];
