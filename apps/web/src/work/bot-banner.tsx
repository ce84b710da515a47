import { Button } from '@mantine/core';
import { IconRobot } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './bot-banner.module.css';

export interface BotBannerProps {
  readonly bot: string;
  readonly busy: boolean;
  /** Null: who looks is no agent. */
  readonly onTakeOver: (() => void) | null;
}

/** A bot has control: the agent reads along, and may take over. */
export const BotBanner = ({ bot, busy, onTakeOver }: BotBannerProps) => {
  const { t } = useTranslation();
  return (
    <div className={classes.banner} data-testid="bot-banner">
      <IconRobot size={18} aria-hidden />
      <p className={classes.words}>{t('bot.holds', { bot: bot || t('list.view.bot') })}</p>
      {onTakeOver && (
        <Button size="xs" h={32} variant="default" loading={busy} onClick={onTakeOver}>
          {t('bot.takeover')}
        </Button>
      )}
    </div>
  );
};
