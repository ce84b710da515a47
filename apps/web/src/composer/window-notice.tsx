import { IconClockExclamation } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { duration } from '../time/dates.js';
import type { AnswerWindow } from './answer-window.js';
import classes from './quote-strip.module.css';

/** How long the platform still takes answers, and what is left afterwards. */
export const WindowNotice = ({ window, channel }: { readonly window: AnswerWindow; readonly channel: string }) => {
  const { t, i18n } = useTranslation();
  const text = () => {
    switch (window.state) {
      case 'open':
        return window.leftMs === undefined
          ? null
          : t('composer.windowLeft', { channel, t: duration(window.leftMs / 1_000, i18n.language) });
      case 'agents only':
        return t('composer.windowAgents', { channel, t: duration(window.leftMs / 1_000, i18n.language) });
      case 'templates':
        return t('composer.windowTemplates', { channel });
      case 'closed':
        return t('composer.windowClosed', { channel });
    }
  };
  const words = text();
  if (words === null) return null;
  return (
    <p className={classes.strip} role="status" style={{ margin: 0 }}>
      <IconClockExclamation size={15} aria-hidden />
      <span>{words}</span>
    </p>
  );
};
