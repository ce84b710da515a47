import type { ConversationDetail } from '@madoguchi/contracts';
import { nameIn } from '../name-in.js';

export type WrapUpCode = NonNullable<ConversationDetail['policy']>['wrapUp']['codes'][number];

export const codeName = ({ code, names }: WrapUpCode, language: string): string => nameIn(names, language, code);

/** What still has to be said, or may be: null when it is somebody else's, done, or nobody asks. */
export const wrapUpOf = (
  { status, owner, policy, wrapUp }: Pick<ConversationDetail, 'status' | 'owner' | 'policy' | 'wrapUp'>,
  agentId: string | null,
): { readonly required: boolean; readonly endsAt: string | null } | null => {
  if (status !== 'closed' || agentId === null || !policy || policy.wrapUp.codes.length === 0) return null;
  if (wrapUp) return wrapUp.open && wrapUp.agentId === agentId ? { required: true, endsAt: wrapUp.endsAt } : null;
  return owner?.agentId === agentId && policy.wrapUp.kind === 'optional' ? { required: false, endsAt: null } : null;
};
