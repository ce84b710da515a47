import type { WrapUpView } from '@madoguchi/contracts';
import type { DataSource } from 'typeorm';
import { WrapUpRow } from './wrap-up-row.entity.js';

/** @returns null while nothing was said of the conversation, and nothing has to be. */
export const findWrapUp = async (database: DataSource, tenantId: string, conversationId: string): Promise<WrapUpView | null> => {
  const row = await database.manager.findOneBy(WrapUpRow, { tenantId, conversationId });
  return row && { agentId: row.agentId, open: row.open, endsAt: row.endsAt?.toISOString() ?? null, code: row.code };
};
