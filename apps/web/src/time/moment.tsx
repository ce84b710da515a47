import { useTranslation } from 'react-i18next';
import { clockTime, dayAndTime, inUtc, rowTime } from './dates.js';
import { useNow } from './now.js';

export interface MomentProps {
  readonly at: string;
  /** `ago`: for lists, coarser with age; `clock`: 10:42; `full`: day and time. */
  readonly as: 'ago' | 'clock' | 'full';
  readonly className?: string;
}

/** A moment in the reader's zone; hovering shows UTC. */
export const Moment = ({ at, as, className }: MomentProps) => {
  const { i18n, t } = useTranslation();
  const now = useNow();
  const date = new Date(at);
  const shown =
    as === 'clock'
      ? clockTime(date, i18n.language)
      : as === 'full'
        ? dayAndTime(date, i18n.language)
        : (rowTime(date, now, i18n.language) ?? t('time.now'));
  return (
    <time className={className} dateTime={at} title={inUtc(date)}>
      {shown}
    </time>
  );
};
