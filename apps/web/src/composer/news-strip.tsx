import { Button } from '@mantine/core';
import { IconMessagePlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './news-strip.module.css';

export interface NewsStripProps {
  readonly count: number;
  readonly onLook: () => void;
  readonly onAnyway: () => void;
}

/** "2 new messages since you began." */
export const NewsStrip = ({ count, onLook, onAnyway }: NewsStripProps) => {
  const { t } = useTranslation();
  return (
    <div className={classes.strip} role="alert">
      <IconMessagePlus size={18} aria-hidden />
      <span className={classes.words}>{t('composer.new', { count })}</span>
      <Button size="compact-sm" h={32} onClick={onLook}>
        {t('composer.look')}
      </Button>
      <Button size="compact-sm" h={32} variant="default" onClick={onAnyway}>
        {t('composer.anyway')}
      </Button>
    </div>
  );
};
