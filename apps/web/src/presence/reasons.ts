import type { AwayReasonList } from '@madoguchi/contracts';
import { useTranslation } from 'react-i18next';
import { useAwayReasons } from '../api/agents.js';
import { nameIn } from '../name-in.js';

/** What routing writes itself. */
const SYSTEM = ['not responding', 'connection lost'] as const;

/** A reason as people read it, also one that is not offered any more; what an agent once wrote by hand, as it was written. */
export const useReasonName = (): ((reason: string) => string) => {
  const { t, i18n } = useTranslation();
  const { data: reasons = [] } = useAwayReasons();
  return (reason) => {
    const written = SYSTEM.find((one) => one === reason);
    if (written) return t(`presence.reason.${written}`);
    const known = reasons.find(({ key }) => key === reason);
    return known ? nameIn(known.names, i18n.language, reason) : reason;
  };
};

/** Those to choose from. */
export const offeredReasons = (reasons: AwayReasonList['items']): readonly string[] =>
  reasons.filter(({ archived }) => !archived).map(({ key }) => key);
