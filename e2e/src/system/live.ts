import type { LiveFrame } from '@madoguchi/contracts';
import WebSocket from 'ws';
import type { Desk } from './desk.js';

/** The live feed of one person, as a page would follow it. */
export interface Live {
  readonly frames: readonly LiveFrame[];
  close(): void;
}

/** @param after the position from which to resume */
export const follow = async (desk: Desk, after: string): Promise<Live> => {
  const url = `${desk.url.replace('http', 'ws')}/api/v1/live?after=${after}`;
  const socket = new WebSocket(url, { headers: { authorization: desk.bearer, origin: desk.url } });
  const frames: LiveFrame[] = [];
  socket.on('message', (data) => frames.push(JSON.parse(String(data)) as LiveFrame));
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  return { frames, close: () => socket.close() };
};
