import { randomBytes } from 'node:crypto';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FolderMediaStore, PublicLinks } from '@madoguchi/media';
import type { PictureFiles } from '../bot-publication/bot-pictures.js';

/** A folder of its own, lent under a key of its own. */
export const pictureFiles = async (): Promise<PictureFiles> => ({
  media: new FolderMediaStore(await mkdtemp(join(tmpdir(), 'madoguchi-pictures-'))),
  links: new PublicLinks(randomBytes(32)),
});
