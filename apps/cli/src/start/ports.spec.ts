import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allotPorts, PREFERRED_PORTS } from './ports.js';

const folder = mkdtempSync(join(tmpdir(), 'madoguchi-ports-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
const newFile = () => join(folder, `ports-${(count += 1)}.json`);
const freeBut =
  (...taken: number[]) =>
  async (port: number) => {
    let free = port;
    while (taken.includes(free)) free += 1;
    return free;
  };

describe('ports', () => {
  it('are the preferred ones where nobody else has them', async () => {
    await expect(allotPorts(newFile(), freeBut())).resolves.toEqual(PREFERRED_PORTS);
  });

  it('step over what is taken, and over each other', async () => {
    const ports = await allotPorts(newFile(), freeBut(4100));
    expect(ports).toMatchObject({ desk: 4101, ingress: 4102, admin: 4103 });
    expect(new Set(Object.values(ports)).size).toBe(Object.keys(ports).length);
  });

  it('stay what they were at the last start, as long as they are free', async () => {
    const file = newFile();
    const first = await allotPorts(file, freeBut(4100, 4101));
    await expect(allotPorts(file, freeBut())).resolves.toEqual(first);
    const later = await allotPorts(file, freeBut(first.desk));
    expect(later.desk).not.toBe(first.desk);
  });

  it('are really tried', async () => {
    const stranger = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => stranger.once('listening', resolve));
    const { port } = stranger.address() as { port: number };
    const file = newFile();
    const { writeWhole } = await import('./data-folder.js');
    writeWhole(file, { desk: port });
    expect((await allotPorts(file)).desk).not.toBe(port);
    await new Promise((resolve) => stranger.close(resolve));
  });
});
