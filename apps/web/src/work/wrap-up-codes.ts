import type { ConversationDetail } from '@madoguchi/contracts';

export type WrapUpCode = NonNullable<ConversationDetail['policy']>['wrapUp']['codes'][number];

/** In the reader's language; else in English, else in any; else the code itself. */
export const codeName = ({ code, names }: WrapUpCode, language: string): string =>
  names[language] ?? names.en ?? Object.values(names)[0] ?? code;

/** What still has to be said, or may be: null when it is somebody else's, done, or nobody asks. */
export const wrapUpOf = (
  { status, owner, policy, wrapUp }: Pick<ConversationDetail, 'status' | 'owner' | 'policy' | 'wrapUp'>,
  agentId: string | null,
): { readonly required: boolean; readonly endsAt: string | null } | null => {
  if (status !== 'closed' || agentId === null || !policy || policy.wrapUp.codes.length === 0) return null;
  if (wrapUp) return wrapUp.open && wrapUp.agentId === agentId ? { required: true, endsAt: wrapUp.endsAt } : null;
  return owner?.agentId === agentId && policy.wrapUp.kind === 'optional' ? { required: false, endsAt: null } : null;
};
