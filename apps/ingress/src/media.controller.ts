import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { PublicLinks } from '@madoguchi/media';
import { ProblemException } from '@madoguchi/service-kit';
import { type MediaStore, MediaStoreError } from '@madoguchi/use-cases';
import type { FastifyReply } from 'fastify';
import { MEDIA } from './tokens.js';

/** Files of answers, for platforms that fetch them by themselves. Who has the address may read the one file until it expires. */
@Controller('media')
export class MediaController {
  constructor(
    @Inject(MEDIA) private readonly media: MediaStore,
    @Inject(PublicLinks) private readonly links: PublicLinks,
  ) {}

  @Get(':token')
  async file(@Param('token') token: string, @Res() reply: FastifyReply): Promise<void> {
    const file = this.links.open(token, new Date());
    const stored = file && (await this.media.describe(file.tenantId, file.mediaId).catch(notNow));
    if (!file || !stored) throw new ProblemException(404, 'no-such-file', 'There is no such file, or its address has expired.');
    await reply
      .header('content-type', stored.mimeType)
      .header('content-length', stored.size)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('content-disposition', stored.mimeType.startsWith('image/') ? 'inline' : 'attachment')
      .header('cache-control', 'private, max-age=3600, immutable')
      .send(this.media.read(file.tenantId, file.mediaId));
  }
}

/** Platforms come again after a 503. */
const notNow = (error: unknown): never => {
  throw error instanceof MediaStoreError
    ? new ProblemException(503, 'files-not-available', 'Files cannot be read now. Try again in a moment.')
    : error;
};
