import { IconEraser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './bubble.module.css';

/** In the place of what nobody can read any more, because the customer was erased. */
export const ErasedWords = () => {
  const { t } = useTranslation();
  return (
    <span className={classes.unsent}>
      <IconEraser size={15} aria-hidden /> {t('msg.erased')}
    </span>
  );
};
