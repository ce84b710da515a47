import { useTranslation } from 'react-i18next';

/** Reasons to choose from; kept as these words, shown in the reader's language. */
export const AWAY_REASONS = ['break', 'lunch', 'meeting', 'training'] as const;

/** What routing writes itself. */
const SYSTEM = ['not responding', 'connection lost'] as const;

/** A reason as people read it; own words as they were written. */
export const useReasonName = (): ((reason: string) => string) => {
  const { t } = useTranslation();
  return (reason) => {
    const known = [...AWAY_REASONS, ...SYSTEM].find((one) => one === reason);
    return known ? t(`presence.reason.${known}`) : reason;
  };
};
