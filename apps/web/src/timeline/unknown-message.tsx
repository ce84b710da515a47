import { Collapse, UnstyledButton } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './unknown-message.module.css';

/** A kind that this version cannot show: kept, said, and its raw form readable as text. */
export const UnknownMessage = ({ kind, raw }: { readonly kind: string; readonly raw: unknown }) => {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <div className={classes.box}>
      <span>{t('msg.unknown', { kind })}</span>
      <UnstyledButton className={classes.button} aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('msg.details')}
      </UnstyledButton>
      <Collapse expanded={open} transitionDuration={0}>
        <pre className={classes.raw} tabIndex={0} aria-label={t('msg.details')} role="group">
          {JSON.stringify(raw, null, 2)}
        </pre>
      </Collapse>
    </div>
  );
};
