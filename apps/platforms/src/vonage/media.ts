import { randomUUID } from 'node:crypto';
import type { Answer } from '../calls.js';
import type { MediaInChat } from '../control-api.js';
import { readImage } from '../images.js';
import { InternetError } from '../internet.js';
import type { StoredFile } from '../media.js';
import type { World } from '../world.js';
import { answers } from './answers.js';
import type { VonageCall } from './calls.js';
import type { VonageAccount } from './state.js';

const KEPT_FOR_MS = 48 * 3_600_000;
const LOAD_WITHIN_MS = 10_000;

/** WhatsApp takes files of 100 MB at most. */
const MAX_FILE = 100 * 1024 * 1024;

/** Where Vonage puts what customers of Japan send. */
const PLACE = 'https://api-ap.nexmo.com/v3/media';

/** @returns the address that stands in the webhook. */
export const publish = (account: VonageAccount, file: StoredFile, now: Date): string => {
  const id = randomUUID();
  account.files[id] = { mediaId: file.id, until: now.getTime() + KEPT_FOR_MS };
  return `${PLACE}/${id}`;
};

export const readFile = (world: World, { account, params }: VonageCall): Answer => {
  const file = account.files[params['id'] ?? ''];
  const stored = file && file.until > world.clock.now().getTime() ? world.media.find(file.mediaId) : undefined;
  return stored ? { status: 200, headers: { 'content-type': stored.mimeType }, body: world.media.read(stored) } : answers.notFound();
};

/** What the phone gets at an address of ours: of a file on WhatsApp, or of a link in an SMS that the customer taps. */
export const load = async (world: World, address: string, name = 'file'): Promise<MediaInChat> => {
  try {
    const { status, headers, body } = await world.internet.request({
      method: 'GET',
      url: new URL(address),
      headers: { 'user-agent': 'Mozilla/5.0 (Linux; Android 14)' },
      deadlineMs: LOAD_WITHIN_MS,
      maxBytes: MAX_FILE,
    });
    if (status !== 200) return { problem: `the address answered ${status}` };
    const served = headers['content-type']?.split(';')[0] ?? 'application/octet-stream';
    return world.media.inChat(world.media.put({ name, mimeType: readImage(body)?.mimeType ?? served, bytes: body }));
  } catch (error) {
    if (error instanceof InternetError) return { problem: error.message };
    throw error;
  }
};
