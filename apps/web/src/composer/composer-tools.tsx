import { ActionIcon, Button, FileButton, Kbd, Tooltip } from '@mantine/core';
import { IconPaperclip, IconSend2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { usePreference } from '../preferences.js';
import { sendKeys } from '../keyboard/send-keys.js';
import classes from './composer-tools.module.css';
import type { Mode } from './drafts.js';
import { IMAGE_TYPES } from './use-attachments.js';

/** From this part of the limit on the counter is shown. */
const COUNTED_FROM = 0.8;

export interface ComposerToolsProps {
  readonly mode: Mode;
  readonly used: number;
  readonly limit: number;
  readonly ready: boolean;
  readonly sending: boolean;
  readonly offline: boolean;
  readonly onSend: () => void;
  readonly onFiles?: (files: readonly File[]) => void;
}

export const ComposerTools = ({ mode, used, limit, ready, sending, offline, onSend, onFiles }: ComposerToolsProps) => {
  const { t } = useTranslation();
  const [enterSends] = usePreference('enterSends');
  const label = offline ? t('composer.waitingLine') : mode === 'note' ? t('composer.addnote') : t('composer.send');
  return (
    <div className={classes.tools}>
      {onFiles && (
        <FileButton multiple accept={IMAGE_TYPES.join(',')} onChange={onFiles} inputProps={{ 'aria-label': t('composer.attach') }}>
          {(props) => (
            <Tooltip label={t('composer.attach')}>
              <ActionIcon {...props} aria-label={t('composer.attach')}>
                <IconPaperclip size={18} />
              </ActionIcon>
            </Tooltip>
          )}
        </FileButton>
      )}
      <Counter used={used} limit={limit} />
      <span className={classes.hint} aria-hidden>
        {sendKeys(enterSends).map((key) => (
          <Kbd key={key} size="xs">
            {key}
          </Kbd>
        ))}
      </span>
      <Button
        size="xs"
        h={32}
        rightSection={mode === 'reply' && !offline && <IconSend2 size={15} aria-hidden />}
        disabled={!ready && !sending}
        loading={sending}
        onClick={onSend}
      >
        {label}
      </Button>
    </div>
  );
};

const Counter = ({ used, limit }: Pick<ComposerToolsProps, 'used' | 'limit'>) => {
  const { t, i18n } = useTranslation();
  if (used < limit * COUNTED_FROM) return null;
  const number = new Intl.NumberFormat(i18n.language);
  return (
    <span className={classes.counter} data-over={used > limit || undefined} role="status">
      {t('composer.count', { used: number.format(used), limit: number.format(limit) })}
      {used > limit && ` ${t('composer.tooLong', { n: number.format(used - limit) })}`}
    </span>
  );
};
