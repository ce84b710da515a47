import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { baseAddress } from '../base-address.js';
import { answerCall, sendAnswer, type Answer } from '../calls.js';
import type { MediaInChat } from '../control-api.js';
import { readImage } from '../images.js';
import { InternetError } from '../internet.js';
import type { StoredFile } from '../media.js';
import type { World } from '../world.js';
import { answerToFault } from './answers.js';
import { MAX_FILE, MAX_VIDEO, type Message } from './messages.js';
import type { ViberAccount } from './state.js';

const HOUR_MS = 3_600_000;
const LOAD_WITHIN_MS = 10_000;

/** iPhones show 1 MB; the larger ones are Android's. */
const MAX_PICTURE = 3 * 1024 * 1024;

type Loadable = 'picture' | 'video' | 'file';

const LIMITS: Readonly<Record<Loadable, number>> = { picture: MAX_PICTURE, video: MAX_VIDEO, file: MAX_FILE };

export const isLoadable = (type: unknown): type is Loadable => typeof type === 'string' && type in LIMITS;

/**
 * Loads what a message names, as the customer's phone does: after the call was accepted.
 *
 * @returns what the phone has, or why it shows nothing
 */
export const loadForCustomer = async (world: World, message: Message & { readonly type: Loadable }): Promise<MediaInChat> => {
  const { type } = message;
  try {
    const { status, headers, body } = await world.internet.request({
      method: 'GET',
      url: new URL(message['media'] as string),
      headers: { 'user-agent': 'Viber' },
      deadlineMs: LOAD_WITHIN_MS,
      maxBytes: LIMITS[type],
    });
    if (status !== 200) return { problem: `media answered ${status}` };
    const image = readImage(body)?.mimeType;
    if (type === 'picture' && !['image/jpeg', 'image/png', 'image/gif'].includes(image ?? ''))
      return { problem: 'media is not JPEG, PNG or GIF' };
    if (type === 'video' && body.toString('latin1', 4, 8) !== 'ftyp') return { problem: 'media is not MP4' };
    if (type !== 'picture' && message['size'] !== body.length)
      return { problem: `size is ${String(message['size'])}, media has ${body.length} bytes` };
    const served = headers['content-type']?.split(';')[0] ?? 'application/octet-stream';
    const mimeType = image ?? (type === 'video' ? 'video/mp4' : served);
    return world.media.inChat(world.media.put({ name: String(message['file_name'] ?? type), mimeType, bytes: body }));
  } catch (error) {
    if (error instanceof InternetError) return { problem: error.message };
    throw error;
  }
};

/** The host of customers' files: signed addresses that work for an hour. */
export class ViberFiles {
  private app: FastifyInstance | undefined;

  constructor(
    private readonly accounts: Readonly<Record<string, ViberAccount>>,
    private readonly world: World,
  ) {}

  serve(app: FastifyInstance): void {
    this.app = app;
    app.get<{ Params: { account: string; file: string }; Querystring: { Signature?: string } }>(
      '/dl/:account/:file',
      async (request, reply) => {
        const account = this.accounts[request.params.account];
        if (!account) return sendAnswer(reply, denied());
        return answerCall(this.world, {
          platform: 'viber',
          account: account.uri,
          call: 'download',
          request: { path: request.url.split('?')[0] },
          reply,
          refuse: answerToFault,
          perform: () => this.read(account, request.params.file, request.query.Signature),
        });
      },
    );
  }

  /** @returns where the file lies. `lasting`: its address never ends, as that of a sticker. */
  publish(account: ViberAccount, stored: StoredFile, ending: string, lasting = false): string {
    const name = `${randomUUID()}${ending}`;
    const until = lasting ? null : this.world.clock.now().getTime() + HOUR_MS;
    const signature = randomBytes(18).toString('base64url');
    account.files[`${name}?${signature}`] = { mediaId: stored.id, until };
    const expires = until === null ? '' : `Expires=${Math.floor(until / 1000)}&`;
    return `${this.base()}/dl/${encodeURIComponent(account.uri)}/${name}?${expires}Signature=${signature}`;
  }

  private read(account: ViberAccount, name: string, signature = ''): Answer {
    const file = account.files[`${name}?${signature}`];
    const stored =
      file && (file.until === null || file.until > this.world.clock.now().getTime()) ? this.world.media.find(file.mediaId) : undefined;
    return stored ? { status: 200, headers: { 'content-type': stored.mimeType }, body: this.world.media.read(stored) } : denied();
  }

  private base(): string {
    return baseAddress(this.app!, this.world.name);
  }
}

/** As the store behind Viber's media host says it. */
const denied = (): Answer => ({
  status: 403,
  headers: { 'content-type': 'application/xml' },
  body: Buffer.from('<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Access denied</Message></Error>'),
});
