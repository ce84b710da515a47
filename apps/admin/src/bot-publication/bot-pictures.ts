import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { BOT_LIMITS, type BotProfile, imageNameFor } from '@madoguchi/accounts';
import { derivedId } from '@madoguchi/event-sourcing';
import type { PublicLinks } from '@madoguchi/media';
import { ProblemException } from '@madoguchi/service-kit';
import type { MediaStore } from '@madoguchi/use-cases';
import { PICTURES, PUBLIC_URL } from '../tokens.js';
import { defaultPicture } from './default-picture.js';

type Picture = NonNullable<BotProfile['image']>;

export interface PictureFiles {
  readonly media: MediaStore;
  readonly links: PublicLinks;
}

/** LINE WORKS does not say whether it keeps a copy: the address has to hold as long as the bot does. */
const PUBLIC_FOR_MS = 10 * 365 * 24 * 60 * 60_000;
const FILE_NAME = /^[a-z0-9]{1,100}\.png$/;

/** Pictures of bots: checked, kept, and lent to LINE WORKS at a public address. */
@Injectable()
export class BotPictures {
  constructor(
    @Inject(PICTURES) private readonly files: PictureFiles,
    @Inject(PUBLIC_URL) private readonly publicUrl: string,
  ) {}

  /**
   * @param rename "Rename for me": a name that is not allowed is replaced by the nearest one that is
   * @throws ProblemException 422 `bad-bot-image`, with a `suggestion` where only the name is wrong
   */
  async keep(tenantId: string, mediaId: string, source: Readable, typedName: string, rename: boolean): Promise<Picture> {
    // Before anything is refused: whoever is still sending hears no answer.
    const bytes = await readUpTo(source, BOT_LIMITS.image - 1);
    const suggestion = imageNameFor(typedName).replace(/\.jpg$/, '.png');
    const fileName = rename ? suggestion : typedName;
    if (!FILE_NAME.test(fileName)) {
      const rule = 'The file name of a bot’s image has lower-case letters and digits only, and ends in .png.';
      throw bad(`${rule} Send "rename=true" to take the suggestion.`, { suggestion });
    }
    if (!bytes || bytes.length === 0) throw bad('The image of a bot is smaller than 10 MB, and not empty.');
    const stored = await this.files.media.save(tenantId, mediaId, Readable.from([bytes]), { limit: BOT_LIMITS.image, fileName });
    if (stored.mimeType !== 'image/png') {
      await this.files.media.remove(tenantId, [mediaId]);
      throw bad(`LINE WORKS shows PNG pictures, and this file is none (${stored.mimeType}). Save the picture as PNG.`);
    }
    return { mediaId, fileName, mimeType: stored.mimeType, size: stored.size };
  }

  /** @throws ProblemException 422 `bad-bot-image` where this tenant has no such picture */
  async find(tenantId: string, mediaId: string): Promise<Picture> {
    const stored = await this.files.media.describe(tenantId, mediaId);
    if (stored?.mimeType !== 'image/png' || stored.fileName === undefined)
      throw bad('There is no such picture. Send it first: POST /contact-windows/{id}/bot/image.');
    return { mediaId, fileName: stored.fileName, mimeType: stored.mimeType, size: stored.size };
  }

  /** Whether it can be lent now; a bot without a picture gets ours. */
  async isThere(tenantId: string, image: Picture | undefined): Promise<boolean> {
    if (image) return (await this.files.media.describe(tenantId, image.mediaId)) !== undefined;
    const bytes = defaultPicture();
    await this.files.media.save(tenantId, ourPicture(tenantId), Readable.from([bytes]), { limit: bytes.length, fileName: 'bot.png' });
    return true;
  }

  addressOf(tenantId: string, image: Picture | undefined, now: Date): string {
    const mediaId = image?.mediaId ?? ourPicture(tenantId);
    const token = this.files.links.token({ tenantId, mediaId }, new Date(now.getTime() + PUBLIC_FOR_MS));
    return `${this.publicUrl}/media/${token}.png`;
  }
}

const ourPicture = (tenantId: string): string => derivedId('picture of bots without one', tenantId);

const bad = (detail: string, more: Readonly<Record<string, unknown>> = {}): ProblemException =>
  new ProblemException(422, 'bad-bot-image', detail, { field: 'image', ...more });

/** Undefined: it is longer. The rest is read away. */
const readUpTo = async (source: Readable, most: number): Promise<Buffer | undefined> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of source as AsyncIterable<Buffer>) {
    size += part.length;
    if (size <= most) parts.push(part);
  }
  return size <= most ? Buffer.concat(parts) : undefined;
};
