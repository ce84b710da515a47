import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './work-dialog.module.css';

/** What the agent decided rests on what is no longer the last word; they may do it all the same. */
export const ItChanged = ({ anyway }: { readonly anyway: (() => void) | null }) => {
  const { t } = useTranslation();
  return (
    <div role="alert">
      {anyway && (
        <p className={classes.changed}>
          {t('problem.it-changed')}{' '}
          <Button type="button" size="compact-sm" h={32} variant="default" onClick={anyway}>
            {t('work.anyway')}
          </Button>
        </p>
      )}
    </div>
  );
};
