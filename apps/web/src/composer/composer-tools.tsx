import type { ChannelCapabilities, ReplyContent } from '@madoguchi/contracts';
import { ActionIcon, Button, FileButton, Kbd, Tooltip } from '@mantine/core';
import { IconListDetails, IconPaperclip, IconSend2, IconTemplate } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreference } from '../preferences.js';
import { sendKeys } from '../keyboard/send-keys.js';
import { ChoicesDialog } from './choices-dialog.js';
import classes from './composer-tools.module.css';
import type { Mode } from './drafts.js';
import { acceptOf } from './file-kinds.js';

/** From this part of the limit on the counter is shown. */
const COUNTED_FROM = 0.8;

export interface ComposerToolsProps {
  readonly mode: Mode;
  readonly text: string;
  readonly used: number;
  readonly limit: number;
  readonly ready: boolean;
  readonly sending: boolean;
  readonly offline: boolean;
  readonly capabilities: ChannelCapabilities;
  readonly onSend: () => void;
  readonly onFiles?: (files: readonly File[]) => void;
  /** Something that is made beside the field. */
  readonly onContent?: (content: ReplyContent) => void;
  readonly onTemplates?: () => void;
}

export const ComposerTools = (props: ComposerToolsProps) => {
  const { mode, text, used, limit, ready, sending, offline, capabilities, onSend, onFiles, onContent, onTemplates } = props;
  const [choosing, setChoosing] = useState(false);
  const { t } = useTranslation();
  const [enterSends] = usePreference('enterSends');
  const label = offline ? t('composer.waitingLine') : mode === 'note' ? t('composer.addnote') : t('composer.send');
  return (
    <div className={classes.tools}>
      {onFiles && (
        <FileButton multiple accept={acceptOf(capabilities)} onChange={onFiles} inputProps={{ 'aria-label': t('composer.attach') }}>
          {(props) => (
            <Tooltip label={t('composer.attach')}>
              <ActionIcon {...props} aria-label={t('composer.attach')}>
                <IconPaperclip size={18} />
              </ActionIcon>
            </Tooltip>
          )}
        </FileButton>
      )}
      {onTemplates && (
        <Tooltip label={t('replyTemplates.title')}>
          <ActionIcon aria-label={t('replyTemplates.title')} aria-haspopup="dialog" onClick={onTemplates}>
            <IconTemplate size={18} />
          </ActionIcon>
        </Tooltip>
      )}
      {onContent && Object.keys(capabilities.choices).length > 0 && (
        <Tooltip label={t('choices.title')}>
          <ActionIcon aria-label={t('choices.title')} disabled={offline || sending} onClick={() => setChoosing(true)}>
            <IconListDetails size={18} />
          </ActionIcon>
        </Tooltip>
      )}
      {onContent && choosing && (
        <ChoicesDialog choices={capabilities.choices} text={text} onSend={onContent} onClose={() => setChoosing(false)} />
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
