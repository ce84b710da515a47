import { randomUUID } from 'node:crypto';
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
});
