import type { Answer } from '../calls.js';
import { readImage } from '../images.js';
import { InternetError } from '../internet.js';
import type { StoredFile, UploadedFile } from '../media.js';
import type { World } from '../world.js';
import { answers, badParameter } from './answers.js';
import type { GraphCall } from './calls.js';
import { onlyKeys } from './checks.js';
import type { MessengerFiles } from './files.js';
import { isObject } from './input.js';
import { fileTypeOf, type NamedFile, readFile } from './messages.js';
import { type MessengerPage, newNumber } from './state.js';

const LOAD_WITHIN_MS = 10_000;
export const LARGEST_FILE = 25 * 1_000_000;
const LARGEST_IMAGE = 8 * 1_000_000;

export interface FoundFile {
  readonly stored: StoredFile;
  /** The id under which it may be sent again. */
  readonly uploadedAs?: string;
}

/** Files of a page: uploaded before they are sent, or fetched when they are. */
export class Uploads {
  constructor(
    private readonly world: World,
    private readonly files: MessengerFiles,
  ) {}

  addressOf(page: MessengerPage, { stored }: FoundFile): string {
    return this.files.addressOf(page.pageId, stored);
  }

  /** `POST /{page}/message_attachments`: the bytes as `filedata`, or an address that Meta fetches. @throws Refusal */
  async upload({ page, fields, file }: GraphCall): Promise<Answer> {
    if (!page.scopes.includes('pages_messaging')) return answers.noPermission('pages_messaging');
    onlyKeys(fields, 'body', ['message', 'platform', 'access_token', 'appsecret_proof']);
    const attachment = isObject(fields['message']) ? fields['message']['attachment'] : undefined;
    if (!isObject(attachment)) return badParameter('The parameter message[attachment] is required');
    const { type, payload = {} } = attachment;
    if (!isObject(payload)) return badParameter('Param message[attachment][payload] must be an object');
    if (file && payload['url'] !== undefined) return badParameter('Must provide either url or filedata');
    const named = file ? { type: fileTypeOf(type), reusable: payload['is_reusable'] === true } : readFile(type, payload);
    const found = file ?? (named.url === undefined ? badParameter('Must provide either url or filedata') : await this.load(named.url));
    checkFile(named, found);
    const stored = this.world.media.put(found);
    return answers.ok({ attachment_id: this.keep(page, named, stored) });
  }

  /** The file that a message names. @throws Refusal */
  async find(page: MessengerPage, named: NamedFile): Promise<FoundFile> {
    if (named.url !== undefined) {
      const file = await this.load(named.url);
      checkFile(named, file);
      const stored = this.world.media.put(file);
      return { stored, ...(named.reusable ? { uploadedAs: this.keep(page, named, stored) } : {}) };
    }
    const upload = page.uploads[named.attachmentId!];
    const stored = upload && this.world.media.find(upload.mediaId);
    if (!stored || upload.type !== named.type || (upload.used && !upload.reusable)) return badParameter('Invalid attachment_id', 2018074);
    upload.used = true;
    return { stored };
  }

  private keep(page: MessengerPage, { type, reusable }: NamedFile, stored: StoredFile): string {
    const id = newNumber();
    page.uploads[id] = { type, mediaId: stored.id, reusable, used: false };
    this.world.state.changed();
    return id;
  }

  private async load(address: string): Promise<UploadedFile> {
    const url = new URL(address);
    try {
      const answer = await this.world.internet.request({
        method: 'GET',
        url,
        headers: { 'user-agent': 'facebookexternalhit/1.1' },
        deadlineMs: LOAD_WITHIN_MS,
        maxBytes: LARGEST_FILE + 1,
      });
      if (answer.status !== 200) return badParameter(`Failed to fetch the file from the url (${answer.status})`, 2018008);
      const mimeType = (answer.headers['content-type'] ?? 'application/octet-stream').split(';')[0]!.trim();
      return { name: decodeURIComponent(url.pathname.split('/').pop() || 'file'), mimeType, bytes: answer.body };
    } catch (error) {
      if (!(error instanceof InternetError)) throw error;
      return error.code === 'too large' ? tooLarge() : badParameter('Failed to fetch the file from the url', 2018008);
    }
  }
}

const checkFile = ({ type }: NamedFile, { bytes }: UploadedFile): void => {
  if (bytes.length > (type === 'image' ? LARGEST_IMAGE : LARGEST_FILE)) tooLarge();
  if (type === 'image' && !['image/jpeg', 'image/png', 'image/gif'].includes(readImage(bytes)?.mimeType ?? ''))
    badParameter('Upload attachment failure.', 2018047);
};

const tooLarge = (): never => badParameter('Attachment size exceeds allowable limit.', 2018109);
