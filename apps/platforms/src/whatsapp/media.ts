import { createHash, createHmac } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { answerCall, sendAnswer, type Answer } from '../calls.js';
import type { MediaInChat } from '../control-api.js';
import { readImage } from '../images.js';
import { InternetError } from '../internet.js';
import type { StoredFile } from '../media.js';
import type { World } from '../world.js';
import { answers, answerToFault, refuse } from './answers.js';
import { authenticate, type Meta, type NumberCall } from './calls.js';
import { digits } from './ids.js';
import type { MediaType, ReadMessage } from './read-message.js';
import type { WhatsAppFile, WhatsAppState } from './state.js';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const LOAD_WITHIN_MS = 10_000;

/** Meta's host of files, behind which the listener `whatsappFiles` stands. */
const HOST = 'https://lookaside.fbsbx.com';
const PATH = '/whatsapp_business/attachments/';
const ADDRESS_LIVES_MS = 5 * MINUTE_MS;

/** Largest upload of any file. */
export const MAX_UPLOAD = 100_000_000;

/** What each kind of message takes; documents take everything. */
const RULES: Readonly<Record<MediaType, { readonly types?: readonly string[]; readonly bytes: number }>> = {
  image: { types: ['image/jpeg', 'image/png'], bytes: 5_000_000 },
  video: { types: ['video/mp4', 'video/3gpp'], bytes: 16_000_000 },
  audio: { types: ['audio/aac', 'audio/amr', 'audio/mpeg', 'audio/mp4', 'audio/ogg'], bytes: 16_000_000 },
  sticker: { types: ['image/webp'], bytes: 500_000 },
  document: { bytes: 100_000_000 },
};

const DOCUMENTS = /^(text\/plain|application\/(pdf|zip|vnd\.ms-.+|msword|vnd\.openxmlformats-officedocument\..+|octet-stream))$/;

/** Keeps a file for so long under an id of Meta's. @returns the id */
export const keepFile = ({ world, state }: Meta, phoneNumberId: string, stored: StoredFile, days: number): string => {
  const id = digits(16);
  const file: WhatsAppFile = {
    phoneNumberId,
    mediaId: stored.id,
    mimeType: stored.mimeType,
    expiresAt: world.clock.now().getTime() + days * DAY_MS,
  };
  state.files[id] = file;
  world.state.changed();
  return id;
};

/** `POST /{number}/media`, multipart. The type is the one that the caller says. */
export const upload = (call: NumberCall): Answer => {
  const { account, args, file, world } = call;
  if (args['messaging_product'] !== 'whatsapp') return answers.missing('messaging_product');
  if (!file) return answers.missing('file');
  const type = typeOf(String(args['type'] ?? file.mimeType));
  const kind = (Object.keys(RULES) as MediaType[]).find((each) => RULES[each].types?.includes(type)) ?? 'document';
  if (kind === 'document' && !DOCUMENTS.test(type)) {
    const known = Object.values(RULES).flatMap(({ types = [] }) => types);
    return answers.badParameter(
      `Param file must be a file with one of the following types: ${known.join(', ')}, text/plain, application/pdf, … Received file of type '${type}'.`,
    );
  }
  if (file.bytes.length === 0) return answers.badParameter('Param file must not be empty.');
  if (file.bytes.length > RULES[kind].bytes)
    return answers.mediaTooLarge(`The file has ${file.bytes.length} bytes; the limit for ${kind} is ${RULES[kind].bytes}.`);
  return answers.ok({ id: keepFile(call, account.phoneNumberId, world.media.put({ ...file, mimeType: type }), 30) });
};

type FileCall = NumberCall & { readonly fileId: string };

/** `GET /{media}`: where the file lies, for five minutes. */
export const describe = ({ account, args, fileId, state, world }: FileCall): Answer => {
  const file = alive(state, fileId, world);
  const stored = file && world.media.find(file.mediaId);
  const wanted = args['phone_number_id'];
  if (!file || !stored || (wanted !== undefined && wanted !== account.phoneNumberId)) return answers.noSuchObject(fileId, 'GET');
  const until = Math.floor((world.clock.now().getTime() + ADDRESS_LIVES_MS) / 1_000);
  return answers.ok({
    messaging_product: 'whatsapp',
    url: `${HOST}${PATH}?mid=${fileId}&ext=${until}&hash=${proofOf(state, account.appId, fileId, until)}`,
    mime_type: file.mimeType,
    sha256: stored.sha256,
    file_size: String(stored.size),
    id: fileId,
  });
};

/** `DELETE /{media}`. */
export const remove = ({ fileId, state, world }: FileCall): Answer => {
  delete state.files[fileId];
  world.state.changed();
  return answers.success();
};

/** `lookaside.fbsbx.com`: the bytes, to whoever has the address while it lives, and the token. */
export const serveFiles = (app: FastifyInstance, meta: Meta): void => {
  const { state, world } = meta;
  app.setNotFoundHandler((_request, reply) => sendAnswer(reply, { status: 404, body: { error: 'Not Found' } }));
  app.get<{ Querystring: Record<string, string> }>(PATH, async (request, reply) => {
    const authenticated = authenticate(state, request.headers.authorization, world.clock.now());
    if ('status' in authenticated) return sendAnswer(reply, { ...authenticated, status: 401 });
    const { mid = '', ext = '', hash } = request.query;
    const file = alive(state, mid, world);
    const account = state.accounts[file?.phoneNumberId ?? ''];
    const gone: Answer = { status: 404, body: { error: 'Not Found' } };
    if (!file || !account || !authenticated.token.businessAccountIds.includes(account.businessAccountId)) return sendAnswer(reply, gone);
    return answerCall(world, {
      platform: 'whatsapp',
      account: account.phoneNumberId,
      call: 'download',
      request: { method: 'GET', path: PATH, mid },
      reply,
      refuse: (fault) => answerToFault(fault, false),
      perform: () => {
        const stored = world.media.find(file.mediaId);
        const ended = Number(ext) * 1_000 < world.clock.now().getTime() || hash !== proofOf(state, account.appId, mid, Number(ext));
        if (!stored || ended) return gone;
        return { status: 200, headers: { 'content-type': file.mimeType }, body: world.media.read(stored) };
      },
    });
  });
};

/**
 * The file of a message to a customer, loaded when it is a link. What is wrong with it is told afterwards, as a status.
 *
 * @returns why the customer gets nothing
 */
export const loadForCustomer = async (
  { world, state }: Meta,
  media: NonNullable<ReadMessage['media']>,
): Promise<MediaInChat | { readonly why: string }> => {
  const stored =
    media.id !== undefined ? storedAt(state, media.id, world) : await loadLink(world, media.link ?? '', RULES[media.type].bytes);
  if ('why' in stored) return stored;
  const { types, bytes } = RULES[media.type];
  if (types && !types.includes(stored.mimeType)) return { why: `Unsupported ${media.type} mime type ${stored.mimeType}` };
  if (stored.size > bytes) return { why: `The ${media.type} has ${stored.size} bytes; the limit is ${bytes}` };
  if (stored.mimeType.startsWith('image/') && readImage(world.media.read(stored))?.mimeType !== stored.mimeType)
    return { why: `The file is no ${stored.mimeType}` };
  return world.media.inChat(media.fileName === undefined ? stored : { ...stored, name: media.fileName });
};

const storedAt = (state: WhatsAppState, id: string, world: World): StoredFile | { readonly why: string } => {
  const file = alive(state, id, world);
  return (file && world.media.find(file.mediaId)) ?? { why: `Media ${id} has expired` };
};

const loadLink = async (world: World, link: string, maxBytes: number): Promise<StoredFile | { readonly why: string }> => {
  if (!URL.canParse(link)) return { why: 'The link is no address' };
  try {
    const headers = { 'user-agent': 'facebookexternalhit/1.1' };
    const answer = await world.internet.request({ method: 'GET', url: new URL(link), headers, deadlineMs: LOAD_WITHIN_MS, maxBytes });
    if (answer.status !== 200) return { why: `Downloading media from weblink failed with http code ${answer.status}` };
    const mimeType = typeOf(answer.headers['content-type'] ?? '');
    return world.media.put({ name: new URL(link).pathname.split('/').pop() || 'file', mimeType, bytes: answer.body });
  } catch (error) {
    if (error instanceof InternetError) return { why: `Downloading media from weblink failed: ${error.message}` };
    throw error;
  }
};

/** @throws Refusal when the id of an outgoing file is none of this number's. */
export const checkMediaId = ({ account, state, world }: NumberCall, id: string): void => {
  if (alive(state, id, world)?.phoneNumberId !== account.phoneNumberId)
    refuse(answers.wrongValue(`Media ID ${id} is not known for this phone number.`));
};

/** As Meta writes it beside an incoming file. */
export const base64Sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('base64');

const alive = (state: WhatsAppState, id: string, world: World): WhatsAppFile | undefined => {
  const file = state.files[id];
  return file && file.expiresAt > world.clock.now().getTime() ? file : undefined;
};

const proofOf = (state: WhatsAppState, appId: string, id: string, until: number): string =>
  createHmac('sha256', state.apps[appId]?.secret ?? '')
    .update(`${id} ${until}`)
    .digest('base64url');

const typeOf = (contentType: string): string => contentType.split(';')[0]!.trim().toLowerCase();
