import { CloseButton } from '@mantine/core';
import { IconCornerUpLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './quote-strip.module.css';

/** The message that the reply quotes. */
export const QuoteStrip = ({ line, onRemove }: { readonly line: string; readonly onRemove: () => void }) => {
  const { t } = useTranslation();
  return (
    <div className={classes.strip} role="group" aria-label={t('msg.answers')}>
      <IconCornerUpLeft size={15} aria-hidden />
      <span className={classes.line}>{line}</span>
      <CloseButton size={24} aria-label={t('composer.noQuote')} onClick={onRemove} />
    </div>
  );
};
