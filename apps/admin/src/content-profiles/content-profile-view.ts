import {
  CONTENT_PROFILE,
  type ContentProfileCommand,
  contentProfileDecider,
  type ContentProfileEvent,
  type ContentProfileState,
} from '@madoguchi/accounts';
import type { DocumentKind } from '../settings/settings.service.js';

/** Which media may be sent and received. */
export interface ContentProfileView {
  readonly id: string;
  readonly name: string;
  /** Kinds and MIME types that customers may send; words always pass. */
  readonly inbound: readonly string[];
  /** Those that agents may send. */
  readonly outbound: readonly string[];
  readonly archived: boolean;
  /** Also the ETag of the answer: send it as `If-Match`. */
  readonly version: number;
}

export const contentProfiles: DocumentKind<ContentProfileState, ContentProfileCommand, ContentProfileEvent, ContentProfileView> = {
  kind: CONTENT_PROFILE,
  decider: contentProfileDecider,
  title: 'content profile',
  view: (id, { name, inbound, outbound, status }, version) => ({ id, name, inbound, outbound, archived: status === 'archived', version }),
};
