import type { UploadedMedia } from '@madoguchi/contracts';
import { request } from './http.js';

const UPLOAD_DEADLINE_MS = 120_000;

/** Puts a file into the desk's store; it is sent only when a reply names it. */
export const upload = (file: File, signal: AbortSignal): Promise<UploadedMedia> => {
  const form = new FormData();
  form.append('file', file, file.name);
  return request('/media', { method: 'POST', form, signal, deadlineMs: UPLOAD_DEADLINE_MS });
};

export const mediaUrl = (mediaId: string): string => `/api/v1/media/${mediaId}`;
