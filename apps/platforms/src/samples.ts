import { readFileSync } from 'node:fs';
import type { FileInJson } from './control-api.js';
import type { UploadedFile } from './media.js';

const SAMPLES = {
  image: { name: 'photo.jpg', mimeType: 'image/jpeg' },
  video: { name: 'video.mp4', mimeType: 'video/mp4' },
  audio: { name: 'audio.m4a', mimeType: 'audio/mp4' },
  voice: { name: 'voice.ogg', mimeType: 'audio/ogg' },
  file: { name: 'document.pdf', mimeType: 'application/pdf' },
  sticker: { name: 'sticker.webp', mimeType: 'image/webp' },
} as const;

/** The file that an action sends: the uploaded one, the one in the JSON, else a real small sample of its kind. */
export const fileOf = (kind: keyof typeof SAMPLES, uploaded: UploadedFile | undefined, inJson?: FileInJson): UploadedFile => {
  if (uploaded) return uploaded;
  const sample = SAMPLES[kind];
  if (!inJson) return { ...sample, bytes: readFileSync(new URL(`../samples/${sample.name}`, import.meta.url)) };
  return { name: inJson.name ?? sample.name, mimeType: inJson.mimeType ?? sample.mimeType, bytes: Buffer.from(inJson.base64, 'base64') };
};
