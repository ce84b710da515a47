import type { DataSource } from 'typeorm';
import { MediaRow } from './media-row.entity.js';

/** @returns undefined for a file of another tenant too: nobody learns that it exists. Also while it is fetched for the first time. */
export const findMedia = async (
  database: DataSource,
  tenantId: string,
  mediaId: string,
): Promise<Pick<MediaRow, 'conversationId' | 'state'> | undefined> =>
  (await database.manager.findOneBy(MediaRow, { tenantId, id: mediaId })) ?? undefined;
