import type { DestroyedKey, Erasure, Erasures, EraseRequest } from '@madoguchi/use-cases';
import { type DataSource, type EntityManager, IsNull } from 'typeorm';
import { ErasureRow } from './erasure.entity.js';
import { KEY_MEMORY_MS } from './person-keys.js';

/** A key that was just used may be at work for a moment after its memory ended. */
const WORK_IN_HAND_MS = 1_000;

/** Destroys keys and keeps the list of erasures, beside the keys. */
export const postgresErasures = (database: DataSource, now: () => Date): Erasures => ({
  forgottenAfterMs: KEY_MEMORY_MS + WORK_IN_HAND_MS,

  begin: (request, also = []) =>
    database.transaction(async (transaction) => {
      await transaction.query('set local synchronous_commit to on');
      const known = await transaction.findOneBy(ErasureRow, { id: request.id });
      const destroyed = await destroyKeys(transaction, request, also, known !== null, now());
      if (!known)
        await transaction.insert(ErasureRow, { ...request, requestedAt: new Date(request.requestedAt), destroyedKeys: destroyed });
      return erasureOf(await transaction.findOneByOrFail(ErasureRow, { id: request.id }));
    }),

  noteTraces: async (id, traces) => void (await database.manager.update(ErasureRow, { id }, { traces })),

  finish: async (id, certificate) => void (await database.manager.update(ErasureRow, { id }, { certificate })),

  find: async (tenantId, id) => {
    const row = await database.manager.findOneBy(ErasureRow, { tenantId, id });
    return row ? erasureOf(row) : undefined;
  },

  list: async (tenantId, contactId) =>
    (
      await database.manager.find(ErasureRow, {
        where: { tenantId, ...(contactId && { contactId }) },
        order: { requestedAt: 'desc', id: 'asc' },
      })
    ).map(erasureOf),

  unfinished: async () =>
    (await database.manager.find(ErasureRow, { where: { certificate: IsNull() }, order: { requestedAt: 'asc', id: 'asc' } })).map(
      erasureOf,
    ),

  knows: async (tenantId, contactId) => {
    const rows = await database.query<unknown[]>('select from personal_keys where tenant_id = $1 and subject = $2 limit 1', [
      tenantId,
      contactId,
    ]);
    return rows.length > 0;
  },
});

/** All that the person has; of an erasure that is known already, or known to a certificate, only those that were meant then. */
const destroyKeys = async (
  transaction: EntityManager,
  { tenantId, contactId }: EraseRequest,
  also: readonly DestroyedKey[],
  known: boolean,
  at: Date,
): Promise<DestroyedKey[]> => {
  const meant = known || also.length > 0 ? also.map(({ id }) => id) : null;
  await transaction.query(
    `update personal_keys set wrapped_key = null, destroyed_at = $3
     where tenant_id = $1 and subject = $2 and wrapped_key is not null and ($4::uuid[] is null or id = any ($4))`,
    [tenantId, contactId, at, meant],
  );
  const rows = await transaction.query<{ id: string; made_at: Date; destroyed_at: Date }[]>(
    `select id, made_at, destroyed_at from personal_keys
     where tenant_id = $1 and subject = $2 and destroyed_at = $3 order by made_at, id`,
    [tenantId, contactId, at],
  );
  return rows.map((row) => ({ id: row.id, madeAt: row.made_at.toISOString(), destroyedAt: row.destroyed_at.toISOString() }));
};

const erasureOf = ({ requestedAt, traces, certificate, ...row }: ErasureRow): Erasure => ({
  ...row,
  requestedAt: requestedAt.toISOString(),
  traces: traces ?? undefined,
  certificate: certificate ?? undefined,
});
