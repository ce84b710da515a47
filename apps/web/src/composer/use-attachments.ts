import type { ChannelCapabilities, FileKind, UploadedMedia } from '@madoguchi/contracts';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { upload } from '../api/media.js';
import { newId } from '../new-id.js';
import { problemText } from '../problem-text.js';
import { fileSize } from '../timeline/file-size.js';
import { kindOf } from './file-kinds.js';

export interface Attachment {
  readonly id: string;
  readonly file: File;
  /** As what it goes out. */
  readonly kind: FileKind;
  /** Of a picture in this page, for its thumbnail. */
  readonly previewUrl: string | null;
  readonly uploaded: UploadedMedia | null;
}

/** Files on their way into a reply: checked, uploaded at once, removable until they are sent. */
export const useAttachments = (capabilities: ChannelCapabilities, channelName: string) => {
  const { t, i18n } = useTranslation();
  const [attachments, setAttachments] = useState<readonly Attachment[]>([]);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const uploads = useRef(new Map<string, { abort: () => void; previewUrl: string | null }>());

  const forget = (id: string) => {
    const running = uploads.current.get(id);
    running?.abort();
    if (running?.previewUrl) URL.revokeObjectURL(running.previewUrl);
    uploads.current.delete(id);
  };
  const remove = (id: string) => {
    forget(id);
    setAttachments((now) => now.filter((attachment) => attachment.id !== id));
  };
  useEffect(() => {
    const running = uploads.current;
    return () => [...running.keys()].forEach(forget);
  }, []);

  const attach = (file: File, kind: FileKind): void => {
    const id = newId();
    const abort = new AbortController();
    const previewUrl = kind === 'image' ? URL.createObjectURL(file) : null;
    uploads.current.set(id, { abort: () => abort.abort(), previewUrl });
    setAttachments((now) => [...now, { id, file, kind, previewUrl, uploaded: null }]);
    upload(file, abort.signal).then(
      (uploaded) => setAttachments((now) => now.map((attachment) => (attachment.id === id ? { ...attachment, uploaded } : attachment))),
      (error: unknown) => {
        if (abort.signal.aborted) return;
        remove(id);
        setProblems((now) => [...now, t('composer.notUploaded', { name: file.name, reason: problemText(error, t) })]);
      },
    );
  };

  const add = (files: Iterable<File>): void => {
    const reasons: string[] = [];
    for (const file of files) {
      const chosen = kindOf(file, capabilities);
      if ('kind' in chosen) attach(file, chosen.kind);
      else if (chosen.refused === 'type') reasons.push(t('composer.typeNotTaken', { name: file.name, channel: channelName }));
      else reasons.push(t('composer.tooLarge', { name: file.name, limit: fileSize(chosen.limit, i18n.language) }));
    }
    setProblems(reasons);
  };

  return { attachments, problems, add, remove, uploading: attachments.some((attachment) => attachment.uploaded === null) };
};
