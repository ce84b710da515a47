import { randomUUID } from 'node:crypto';
import createClient from 'openapi-fetch';
import type { paths } from './paths.js';

/** A program of somebody else's, written against the generated types alone: what does not fit the description does not compile. */
export const addABillingQueue = async (baseUrl: string, token: string) => {
  const client = createClient<paths>({ baseUrl, headers: { authorization: `Bearer ${token}` } });
  const header = () => ({ 'Idempotency-Key': randomUUID() });

  const added = await client.POST('/api/v1/queues', {
    params: { header: header() },
    body: { name: 'Billing by a client', offerSeconds: 45 },
  });
  if (!added.data) throw new Error(added.error.detail);
  const id: string = added.data.id;
  const version: number = added.data.version;

  const changed = await client.PATCH('/api/v1/queues/{id}', {
    params: { path: { id }, header: { ...header(), 'If-Match': `"${version}"` } },
    body: { name: 'Bills by a client' },
  });
  const name: string | undefined = changed.data?.name;

  const late = await client.PATCH('/api/v1/queues/{id}', {
    params: { path: { id }, header: { ...header(), 'If-Match': `"${version}"` } },
    body: { name: 'Too late' },
  });
  const refused: string | undefined = late.error?.code;

  const page = await client.GET('/api/v1/audit', { params: { query: { kind: 'queue', limit: 10 } } });
  const events: readonly string[] = page.data?.items.map(({ event }) => event) ?? [];
  return { id, name, refused, events };
};
