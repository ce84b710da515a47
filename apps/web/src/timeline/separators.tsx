import { useTranslation } from 'react-i18next';
import { dayKey, dayName } from '../time/dates.js';
import { useNow } from '../time/now.js';
import classes from './separators.module.css';

const DAY_MS = 86_400_000;

export const DaySeparator = ({ at }: { readonly at: string }) => {
  const { t, i18n } = useTranslation();
  const now = useNow();
  const key = dayKey(new Date(at));
  const words =
    key === dayKey(new Date(now))
      ? t('timeline.today')
      : key === dayKey(new Date(now - DAY_MS))
        ? t('timeline.yesterday')
        : dayName(new Date(at), i18n.language);
  return (
    <div className={classes.day}>
      <span>{words}</span>
    </div>
  );
};

/** Stands before the first message that was unread when the conversation was opened. */
export const NewSeparator = () => {
  const { t } = useTranslation();
  return (
    <div className={classes.new} data-testid="new-line">
      <span>{t('timeline.new')}</span>
    </div>
  );
};
