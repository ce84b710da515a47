import { randomUUID } from 'node:crypto';
import { type ConversationCommand, conversationDecider, conversationStream } from '@madoguchi/conversation';
import { handleCommand, startOf } from '@madoguchi/event-sourcing';
import { type Desk, type Person, type Servers, startDesk, startServers } from '../testing/start-desk.js';

let servers: Servers;
let desk: Desk;
let tenantId: string;
let sato: Person;

beforeAll(async () => {
  servers = await startServers();
  desk = await startDesk(servers);
});
beforeEach(async () => {
  tenantId = await desk.tenant('Demo');
  sato = await desk.person(tenantId);
});
afterAll(async () => {
  await desk.stop();
  await servers.stop();
});

describe('files', () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const upload = async (person: Person, bytes: Buffer, name: string, type: string, field = 'file') => {
    const form = new FormData();
    form.append(field, new Blob([new Uint8Array(bytes)], { type }), name);
    const answer = await fetch(`${desk.url}/api/v1/media`, { method: 'POST', headers: { cookie: person.cookie }, body: form });
    return { status: answer.status, body: (await answer.json()) as { mediaId: string; mimeType: string; code?: string } };
  };
  const read = (person: Person, mediaId: string) => fetch(`${desk.url}/api/v1/media/${mediaId}`, { headers: { cookie: person.cookie } });

  it('are uploaded, sent, and read again by their tenant only', async () => {
    const id = await desk.customerWrites(tenantId, 'hello');
    await desk.give(tenantId, id, sato.agentId);
    await desk.settled();
    const { status, body } = await upload(sato, png, 'map.png', 'image/png');
    expect({ status, type: body.mimeType }).toEqual({ status: 200, type: 'image/png' });
    expect((await sato.send('POST', `/conversations/${id}/replies`, { content: { type: 'image', mediaId: body.mediaId } })).status).toBe(
      202,
    );
    await desk.settled();
    const { media } = (await sato.get(`/conversations/${id}/messages`)).body.items.at(-1);
    expect(media).toMatchObject({ state: 'stored', url: `/api/v1/media/${body.mediaId}`, fileName: 'map.png' });
    const answer = await read(sato, body.mediaId);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(png);
    expect(
      Object.fromEntries(
        ['content-type', 'content-disposition', 'x-content-type-options', 'content-security-policy'].map((name) => [
          name,
          answer.headers.get(name),
        ]),
      ),
    ).toEqual({
      'content-type': 'image/png',
      'content-disposition': "inline; filename*=UTF-8''map.png",
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
    });
    const stranger = await desk.person(await desk.tenant('Other'));
    expect((await read(stranger, body.mediaId)).status).toBe(404);
    const theirs = await desk.customerWrites(tenantId, 'x');
    expect(
      (await stranger.send('POST', `/conversations/${theirs}/replies`, { content: { type: 'image', mediaId: body.mediaId } })).status,
    ).toBe(404);
  });

  it('that could act in a browser are only saved, and not sent as images', async () => {
    const id = await desk.customerWrites(tenantId, 'hello');
    await desk.give(tenantId, id, sato.agentId);
    await desk.settled();
    const { body } = await upload(
      sato,
      Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
      "a'(1).svg",
      'image/svg+xml',
    );
    const answer = await read(sato, body.mediaId);
    expect(answer.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''a%27%281%29.svg");
    expect(answer.headers.get('content-type')).not.toContain('svg');
    expect(await sato.send('POST', `/conversations/${id}/replies`, { content: { type: 'image', mediaId: body.mediaId } })).toMatchObject({
      status: 422,
      body: { code: 'image-type' },
    });
    expect(await sato.send('POST', `/conversations/${id}/replies`, { content: { type: 'image', mediaId: randomUUID() } })).toMatchObject({
      status: 422,
      body: { code: 'no-such-media' },
    });
  });

  it('are refused when there is none, or it is too large', async () => {
    expect(await upload(sato, png, 'a.png', 'image/png', 'other')).toMatchObject({ status: 400, body: { code: 'no-file' } });
    expect(await sato.send('POST', '/media', {})).toMatchObject({ status: 400, body: { code: 'no-file' } });
    expect(await upload(sato, Buffer.alloc(20 * 1024 * 1024 + 1), 'a.bin', 'application/octet-stream')).toMatchObject({
      status: 413,
      body: { code: 'too-large' },
    });
  });

  it('are read in parts, as players ask for them', async () => {
    const { body } = await upload(sato, png, 'map.png', 'image/png');
    const part = (range: string) => fetch(`${desk.url}/api/v1/media/${body.mediaId}`, { headers: { cookie: sato.cookie, range } });
    const middle = await part('bytes=10-19');
    expect({ status: middle.status, range: middle.headers.get('content-range') }).toEqual({
      status: 206,
      range: `bytes 10-19/${png.length}`,
    });
    expect(Buffer.from(await middle.arrayBuffer())).toEqual(png.subarray(10, 20));
    const beyond = await part(`bytes=${png.length}-`);
    expect({ status: beyond.status, range: beyond.headers.get('content-range') }).toEqual({ status: 416, range: `bytes */${png.length}` });
    const several = await part('bytes=0-1,3-4');
    expect({ status: several.status, length: (await several.arrayBuffer()).byteLength }).toEqual({ status: 200, length: png.length });
  });
});

describe('a file of a customer that could not be fetched', () => {
  const happens = (id: string, command: ConversationCommand) => {
    const cause = startOf(tenantId, { kind: 'system', automation: 'test' }, randomUUID());
    return handleCommand(desk.store, conversationDecider, conversationStream(id), command, cause, { now: () => new Date() });
  };
  const mediaId = randomUUID();
  let id: string;
  const again = (person: Person, file: string = mediaId, headers = {}) => person.send('POST', `/media/${file}/fetch-again`, {}, headers);
  const asked = async () => (await desk.store.readStream(conversationStream(id))).filter(({ type }) => type === 'MediaRequestedAgain');

  beforeEach(async () => {
    id = await desk.customerWrites(tenantId, 'hello');
    await happens(id, { type: 'RecordMediaFailed', mediaId, code: 'not-found', reason: 'It is gone.', remedy: 'Ask.' });
    await desk.settled();
  });

  it('is asked for again, once for one action', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await again(sato, mediaId.toUpperCase(), key);
    expect(first).toMatchObject({ status: 202, body: { position: expect.any(String) as string } });
    expect(await again(sato, mediaId, key)).toEqual(first);
    expect(await asked()).toMatchObject([{ data: { mediaId, agentId: sato.agentId } }]);
    expect(await again(sato)).toMatchObject({ status: 409, body: { code: 'media-not-failed' } });
  });

  it('is there for its own tenant only, and for nobody without a key', async () => {
    const stranger = await desk.person(await desk.tenant('Other'));
    expect(await again(stranger)).toMatchObject({ status: 404, body: { code: 'no-such-media' } });
    expect(await again(sato, randomUUID())).toMatchObject({ status: 404, body: { code: 'no-such-media' } });
    expect(await again(sato, mediaId, { 'idempotency-key': '' })).toMatchObject({ status: 400, body: { code: 'idempotency-key-needed' } });
    expect(await again(sato, 'x')).toMatchObject({ status: 400 });
    expect(await asked()).toEqual([]);
  });
});
