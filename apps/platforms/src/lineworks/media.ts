import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Answer } from '../calls.js';
import type { MediaInChat } from '../control-api.js';
import { httpsUrl, InternetError } from '../internet.js';
import type { World } from '../world.js';
import { answers } from './answers.js';
import type { LineWorksCall, LineWorksCalls } from './calls.js';
import type { Json } from './fields.js';
import { type Attachment, keepFile, type LineWorksAccount } from './state.js';

const LOAD_WITHIN_MS = 10_000;

/** A tenant's largest message file; ours. */
export const MAX_FILE = 100 * 1024 * 1024;

const FOLDER = '/k/emsg/r/jp1';

const addressOf = (base: string, fileId: string, fileName: string): string => `${base}${FOLDER}/${fileId}/${encodeURIComponent(fileName)}`;

/** `POST /bots/{botId}/attachments`: an id, and an address that takes the bytes once within a day. */
export const newAttachment = (
  world: World,
  { account, body, request }: LineWorksCall,
  storage: (request: FastifyRequest) => string,
): Answer => {
  const fileName = body['fileName'];
  const extra = Object.keys(body).find((name) => name !== 'fileName' && name !== 'fileSize');
  if (extra !== undefined) return answers.badParameter(`${extra} is not allowed`);
  if (typeof fileName !== 'string' || fileName === '' || fileName.length > 200) return answers.badParameter('fileName is invalid');
  const fileId = keepFile(account, { fileName, from: 'bot' }, world.clock.now());
  world.state.changed();
  return answers.ok({ fileId, uploadUrl: addressOf(storage(request), fileId, fileName) });
};

/** `GET /bots/{botId}/attachments/{fileId}`: no bytes, only where they are. */
export const whereAttachmentLies = (
  world: World,
  { account, params, request }: LineWorksCall,
  storage: (request: FastifyRequest) => string,
): Answer => {
  const fileId = params['fileId']!;
  const file = goodFile(world, account, fileId);
  if (!file?.mediaId) return answers.notFound('File');
  return { status: 302, headers: { location: addressOf(storage(request), fileId, file.fileName) }, body: Buffer.alloc(0) };
};

const goodFile = (world: World, account: LineWorksAccount, fileId: string): Attachment | undefined => {
  const file = account.files[fileId];
  return file && (file.endsAt === undefined || file.endsAt > world.clock.now().getTime()) ? file : undefined;
};

/** The storage: bytes in and out, with the access token as at the API. */
export const serveFiles = (app: FastifyInstance, calls: LineWorksCalls, world: World): void => {
  const route = { path: `${FOLDER}/:fileId/*`, scopes: ['bot', 'bot.message'], rated: false, body: 'none' } as const;

  calls.on(app, { ...route, method: 'POST', call: 'upload' }, async ({ account, params, request }) => {
    const file = goodFile(world, account, params['fileId']!);
    if (!file || file.from !== 'bot' || file.mediaId !== undefined) return answers.notFound('Upload URL');
    const uploaded = await fileIn(request);
    if (!uploaded) return answers.badParameter('Filedata is required');
    const bytes = Buffer.from(await uploaded.arrayBuffer());
    file.mediaId = world.media.put({ name: file.fileName, mimeType: uploaded.type || 'application/octet-stream', bytes }).id;
    world.state.changed();
    return { status: 201, body: { fileId: params['fileId'], fileName: file.fileName, fileSize: bytes.length } };
  });

  calls.on(app, { ...route, method: 'GET', call: 'file' }, ({ account, params }) => {
    const file = goodFile(world, account, params['fileId']!);
    const stored = file?.mediaId === undefined ? undefined : world.media.find(file.mediaId);
    if (!stored) return answers.notFound('File');
    const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(stored.name.replace(/\p{Surrogate}/gu, '\ufffd'))}`;
    return {
      status: 200,
      headers: { 'content-type': stored.mimeType, 'content-disposition': disposition },
      body: world.media.read(stored),
    };
  });
};

/** The part `Filedata` of a multipart body; its name in lower or upper case. */
const fileIn = async (request: FastifyRequest): Promise<File | undefined> => {
  const contentType = request.headers['content-type'] ?? '';
  if (!/^multipart\/form-data/i.test(contentType)) return undefined;
  try {
    const form = await new Response(new Uint8Array(request.body as Buffer), { headers: { 'content-type': contentType } }).formData();
    return [...form].flatMap(([name, value]) => (name.toLowerCase() === 'filedata' && typeof value !== 'string' ? [value as File] : []))[0];
  } catch {
    return undefined;
  }
};

/** Loads what a sent file names, as the member's app does: after the call was accepted. What is wrong with it the member sees. */
export const loadForMember = async (
  world: World,
  account: LineWorksAccount,
  chat: string,
  entryId: string,
  content: Json,
): Promise<void> => {
  const media = await load(world, account, content).catch((error: unknown): MediaInChat => {
    if (error instanceof InternetError) return { problem: error.message };
    throw error;
  });
  world.chats.change('lineworks', account.botId, chat, entryId, { media });
};

const load = async (world: World, account: LineWorksAccount, content: Json): Promise<MediaInChat> => {
  const fileId = content['fileId'];
  if (typeof fileId === 'string') {
    const stored = world.media.find(account.files[fileId]?.mediaId ?? '');
    return stored ? world.media.inChat(stored) : { problem: 'the file is gone' };
  }
  const address = httpsUrl(content['originalContentUrl'] as string)!;
  const answer = await world.internet.request({
    method: 'GET',
    url: address,
    headers: { 'user-agent': 'LINE WORKS' },
    deadlineMs: LOAD_WITHIN_MS,
    maxBytes: MAX_FILE,
  });
  if (answer.status !== 200) return { problem: `originalContentUrl answered ${answer.status}` };
  const mimeType = (answer.headers['content-type'] ?? 'application/octet-stream').split(';')[0]!.trim();
  const name = decodeURIComponent(address.pathname.split('/').pop() || 'file');
  return world.media.inChat(world.media.put({ name, mimeType, bytes: answer.body }));
};
