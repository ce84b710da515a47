import { CloseButton, Loader } from '@mantine/core';
import { IconFile } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { fileSize } from '../timeline/file-size.js';
import classes from './attachment-strip.module.css';
import type { Attachment } from './use-attachments.js';

export interface AttachmentStripProps {
  readonly attachments: readonly Attachment[];
  readonly problems: readonly string[];
  readonly onRemove: (id: string) => void;
}

/** The files that go with the reply, and why others do not. */
export const AttachmentStrip = ({ attachments, problems, onRemove }: AttachmentStripProps) => {
  const { t, i18n } = useTranslation();
  if (attachments.length === 0 && problems.length === 0) return null;
  return (
    <div className={classes.strip}>
      {attachments.map(({ id, file, previewUrl, uploaded }) => (
        <span key={id} className={classes.attachment}>
          {previewUrl ? <img src={previewUrl} alt="" className={classes.thumbnail} /> : <IconFile size={22} stroke={1.6} aria-hidden />}
          <span className={classes.words}>
            <span className={classes.name}>{file.name}</span>
            <span className={classes.size}>{fileSize(file.size, i18n.language)}</span>
          </span>
          {!uploaded && <Loader size={14} role="status" aria-label={t('composer.uploading', { name: file.name })} />}
          <CloseButton size={24} aria-label={t('composer.remove', { name: file.name })} onClick={() => onRemove(id)} />
        </span>
      ))}
      {problems.map((problem) => (
        <p key={problem} role="alert" className={classes.problem}>
          {problem}
        </p>
      ))}
    </div>
  );
};
