import { IconCircleCheck, IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Line } from '../live/use-live.js';
import classes from './connection-banner.module.css';

/** Says that the line is lost, and that it is back. */
export const ConnectionBanner = ({ line }: { readonly line: Line }) => {
  const { t } = useTranslation();
  return (
    <div role="status" className={classes.place}>
      {line.state === 'lost' && (
        <p className={classes.lost}>
          <IconPlugConnectedX size={16} aria-hidden /> {t('conn.lost')}
        </p>
      )}
      {line.state === 'back' && (
        <p className={classes.back}>
          <IconCircleCheck size={16} aria-hidden /> {t('conn.back', { count: line.changes })}
        </p>
      )}
    </div>
  );
};
