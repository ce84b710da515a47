import type { ConversationRow, MediaView, TimelineEntry } from '@madoguchi/contracts';
import { Collapse, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconRobot } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileLink } from './file-link.js';
import { LinkedText } from './linked-text.js';
import { MailHtml } from './mail-html.js';
import classes from './mail-message.module.css';
import words from './message-content.module.css';

export type MailContent = Extract<Extract<TimelineEntry, { kind: 'reply' }>['content'], { type: 'email' }>;

export interface MailMessageProps {
  readonly content: MailContent;
  readonly files: readonly MediaView[];
  readonly channel: ConversationRow['channel'];
}

/** A mail: what is new in it first; what it quotes, its HTML and the mail as it came one click away. */
export const MailMessage = ({ content, files, channel }: MailMessageProps) => {
  const { t } = useTranslation();
  const viewOf = (file: { readonly mediaId: string }) => files.find(({ mediaId }) => mediaId === file.mediaId) ?? null;
  const html = content.html ? viewOf(content.html)?.url : null;
  const raw = content.raw ? viewOf(content.raw)?.url : null;
  return (
    <div className={words.media}>
      {content.subject && <strong className={classes.subject}>{content.subject}</strong>}
      {content.automatic && (
        <p className={classes.notice}>
          <IconRobot size={15} aria-hidden /> {t('mail.automatic')}
        </p>
      )}
      {content.unverifiedSender && (
        <p className={classes.notice} data-warning>
          <IconAlertTriangle size={15} aria-hidden /> {t('mail.unverified', { address: content.from?.address ?? '' })}
        </p>
      )}
      {content.cc && content.cc.length > 0 && (
        <p className={classes.notice}>{t('mail.cc', { list: content.cc.map(({ name, address }) => name ?? address).join(', ') })}</p>
      )}
      <p className={words.text}>
        <LinkedText text={content.text} />
      </p>
      {content.attachments.map((file) => (
        <FileLink key={file.mediaId} content={{ type: 'file', media: file }} media={viewOf(file)} channel={channel} />
      ))}
      {content.quoted && (
        <Folded label={t('mail.quoted')}>
          <p className={`${words.text} ${classes.quoted}`}>
            <LinkedText text={content.quoted} />
          </p>
        </Folded>
      )}
      {html && (
        <Folded label={t('mail.formatted')}>
          <MailHtml url={html} />
        </Folded>
      )}
      {raw && (
        <a href={raw} download="mail.eml" className={classes.raw}>
          {t('mail.raw')}
        </a>
      )}
    </div>
  );
};

/** Not made before it is opened. */
const Folded = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => {
  const [open, setOpen] = useState(false);
  return (
    <div>
      <UnstyledButton className={classes.fold} aria-expanded={open} onClick={() => setOpen(!open)}>
        {label}
      </UnstyledButton>
      <Collapse expanded={open} transitionDuration={0}>
        {open && children}
      </Collapse>
    </div>
  );
};
