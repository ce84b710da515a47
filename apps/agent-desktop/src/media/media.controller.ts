import { randomUUID } from 'node:crypto';
import { Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post, Req, Res } from '@nestjs/common';
import { ApiConsumes, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { UploadedMedia } from '@madoguchi/contracts';
import { ProblemException } from '@madoguchi/service-kit';
import type { SignedIn } from '@madoguchi/sign-in';
import { type MediaStore, MediaTooLargeError } from '@madoguchi/use-cases';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Caller } from '../access/session.guard.js';
import { MEDIA } from '../tokens.js';

const LARGEST_UPLOAD_BYTES = 20 * 1024 * 1024;

/** Shown in the page; everything else is offered for saving, because its content could act in the reader's name. */
const SHOWN = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp']);

@ApiTags('media')
@Controller('api/v1/media')
export class MediaController {
  constructor(@Inject(MEDIA) private readonly media: MediaStore) {}

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
      throw error;
    }
  }

  @ApiOperation({ summary: 'A stored file of this tenant.' })
  @Get(':mediaId')
  async read(@Caller() { tenant }: SignedIn, @Param('mediaId', ParseUUIDPipe) mediaId: string, @Res() reply: FastifyReply): Promise<void> {
    const id = mediaId.toLowerCase();
    const stored = await this.media.describe(tenant.id, id);
    if (!stored) throw new ProblemException(404, 'no-such-media', 'There is no such file, or it is not stored yet.');
    const shown = SHOWN.has(stored.mimeType);
    await reply
      .headers({
        'content-type': stored.mimeType,
        'content-length': stored.size,
        'content-disposition': `${shown ? 'inline' : 'attachment'}; filename*=UTF-8''${encodedName(stored.fileName ?? 'file')}`,
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'private, max-age=31536000, immutable',
      })
      .send(this.media.read(tenant.id, id));
  }
}

/** RFC 8187; half a surrogate pair cannot be written in UTF-8. */
const encodedName = (name: string): string =>
  encodeURIComponent(name.replace(/\p{Cs}/gu, '_')).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
