import type { MarkOutcome } from '@madoguchi/use-cases';

/** The answer of a platform that has no sign of this kind. */
export const noSuchMark = async (platform: string): Promise<MarkOutcome> => ({
  outcome: 'rejected',
  code: 'mark-not-supported',
  reason: `${platform} takes no such sign from a business.`,
  remedy: 'Write a message instead.',
});
