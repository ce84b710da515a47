import { randomUUID } from 'node:crypto';
import { Controller, Get, Headers, HttpCode, Inject, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { CommandAccepted, UploadedMedia } from '@madoguchi/contracts';
import { findMedia } from '@madoguchi/read-models';
import { ProblemException } from '@madoguchi/service-kit';
import type { SignedIn } from '@madoguchi/sign-in';
import { type MediaStore, MediaStoreError, MediaTooLargeError } from '@madoguchi/use-cases';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { DataSource } from 'typeorm';
import { agentIdOf, Caller } from '../access/session.guard.js';
import { DeskCommands } from '../commands/desk-commands.js';
import { IdempotencyKey } from '../commands/idempotency-key.js';
import { DATABASE, MEDIA } from '../tokens.js';
import { byteRange } from './byte-range.js';

const LARGEST_UPLOAD_BYTES = 20 * 1024 * 1024;

/** Shown in the page; everything else is offered for saving, because its content could act in the reader's name. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp']);

@ApiTags('media')
@Controller('api/v1/media')
export class MediaController {
  constructor(
    @Inject(MEDIA) private readonly media: MediaStore,
    @Inject(DATABASE) private readonly database: DataSource,
    @Inject(DeskCommands) private readonly commands: DeskCommands,
  ) {}

  @ApiOperation({ summary: 'Upload a file to send (multipart, field "file", up to 20 MB).' })
  @ApiConsumes('multipart/form-data')
  @Post()
  @HttpCode(200)
  async upload(@Caller() { tenant }: SignedIn, @Req() request: FastifyRequest): Promise<UploadedMedia> {
    const file = request.isMultipart()
      ? await request.file({ limits: { fileSize: LARGEST_UPLOAD_BYTES + 1, files: 1 }, throwFileSizeLimit: false })
      : undefined;
    if (file?.fieldname !== 'file')
      throw new ProblemException(400, 'no-file', 'Send multipart/form-data with one file in the field "file".');
    const mediaId = randomUUID();
    try {
      const claimed = { limit: LARGEST_UPLOAD_BYTES, mimeType: file.mimetype, fileName: file.filename || 'file' };
      const { mimeType, size, fileName = 'file' } = await this.media.save(tenant.id, mediaId, file.file, claimed);
      return { mediaId, fileName, mimeType, size };
    } catch (error) {
      if (error instanceof MediaTooLargeError) throw new ProblemException(413, 'too-large', `A file may have up to ${error.limit} bytes.`);
      throw storeProblem(error);
    }
  }

  @ApiOperation({ summary: 'A stored file of this tenant, whole or the part that `Range` asks for.' })
  @Get(':mediaId')
  async read(
    @Caller() { tenant }: SignedIn,
    @Param('mediaId', ParseUUIDPipe) mediaId: string,
    @Headers('range') range: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const id = mediaId.toLowerCase();
    const stored = await this.media.describe(tenant.id, id).catch((error: unknown) => {
      throw storeProblem(error);
    });
    if (!stored) throw new ProblemException(404, 'no-such-media', 'There is no such file, or it is not stored yet.');
    const shown = SHOWN.has(stored.mimeType);
    const part = byteRange(range, stored.size);
    if (part === 'unsatisfiable') {
      reply.header('content-range', `bytes */${stored.size}`);
      throw new ProblemException(416, 'no-such-part', `This file has ${stored.size} bytes.`);
    }
    if (part) reply.status(206).header('content-range', `bytes ${part.first}-${part.last}/${stored.size}`);
    await reply
      .headers({
        'content-type': stored.mimeType,
        'content-length': part ? part.last - part.first + 1 : stored.size,
        'accept-ranges': 'bytes',
        'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodedName(stored.fileName ?? 'file')}`,
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'private, max-age=31536000, immutable',
      })
      .send(this.media.read(tenant.id, id, { range: part }));
  }

  @ApiOperation({ summary: 'Fetch a file of the customer once more that could not be fetched. What became of it shows in the timeline.' })
  @ApiHeader({ name: 'Idempotency-Key', required: true, description: 'A new uuid for each action, the same when it is repeated.' })
  @Post(':mediaId/fetch-again')
  @HttpCode(202)
  async fetchAgain(
    @Caller() caller: SignedIn,
    @IdempotencyKey() key: string,
    @Param('mediaId', ParseUUIDPipe) mediaId: string,
  ): Promise<CommandAccepted> {
    const agentId = agentIdOf(caller);
    const id = mediaId.toLowerCase();
    const file = await findMedia(this.database, caller.tenant.id, id);
    if (!file) throw new ProblemException(404, 'no-such-media', 'There is no such file, or it is being fetched for the first time.');
    return this.commands.toConversation({
      caller,
      key,
      id: file.conversationId,
      command: () => ({ type: 'RequestMediaAgain', mediaId: id, agentId }),
    });
  }
}

const storeProblem = (error: unknown): unknown =>
  error instanceof MediaStoreError
    ? new ProblemException(503, 'files-not-available', 'Files cannot be kept or read now. Try again in a moment.')
    : error;

/** RFC 8187; half a surrogate pair cannot be written in UTF-8. */
const encodedName = (name: string): string =>
  encodeURIComponent(name.replace(/\p{Cs}/gu, '_')).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
