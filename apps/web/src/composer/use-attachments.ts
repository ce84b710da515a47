import type { UploadedMedia } from '@madoguchi/contracts';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { upload } from '../api/media.js';
import { newId } from '../new-id.js';
import { problemText } from '../problem-text.js';
import { fileSize } from '../timeline/file-size.js';

export const IMAGE_TYPES = ['image/jpeg', 'image/png'] as const;
/** LINE and Telegram both take pictures of up to 10 MB. */
const LARGEST_IMAGE = 10_000_000;

export interface Attachment {
  readonly id: string;
  readonly file: File;
  /** Of the picture in this page, for its thumbnail. */
  readonly previewUrl: string;
  readonly uploaded: UploadedMedia | null;
}

/** Pictures on their way into a reply: checked, uploaded at once, removable until they are sent. */
export const useAttachments = (allowed: boolean, channelName: string) => {
  const { t, i18n } = useTranslation();
  const [attachments, setAttachments] = useState<readonly Attachment[]>([]);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const uploads = useRef(new Map<string, { abort: () => void; previewUrl: string }>());

  const forget = (id: string) => {
    const running = uploads.current.get(id);
    running?.abort();
    if (running) URL.revokeObjectURL(running.previewUrl);
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

  const reasonAgainst = (file: File): string | null => {
    if (!allowed) return t('composer.noImages', { channel: channelName });
    if (!(IMAGE_TYPES as readonly string[]).includes(file.type)) return t('composer.notAnImage', { name: file.name, channel: channelName });
    if (file.size > LARGEST_IMAGE) return t('composer.tooLarge', { name: file.name, limit: fileSize(LARGEST_IMAGE, i18n.language) });
    return null;
  };

  const attach = (file: File): void => {
    const id = newId();
    const abort = new AbortController();
    const previewUrl = URL.createObjectURL(file);
    uploads.current.set(id, { abort: () => abort.abort(), previewUrl });
    setAttachments((now) => [...now, { id, file, previewUrl, uploaded: null }]);
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
      const reason = reasonAgainst(file);
      if (reason) reasons.push(reason);
      else attach(file);
    }
    setProblems(reasons);
  };

  return { attachments, problems, add, remove, uploading: attachments.some((attachment) => attachment.uploaded === null) };
};
