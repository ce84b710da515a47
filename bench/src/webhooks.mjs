import { createHmac, randomBytes } from 'node:crypto';

const ulid = () => randomBytes(16).toString('hex').toUpperCase().slice(0, 26);

/** Few customers write much, many little. */
const customerOf = (customers) => Math.floor(customers * Math.random() ** 3);

const event = (customers, textLength) => {
  const user = `U${customerOf(customers).toString(16).padStart(32, '0')}`;
  return {
    type: 'message',
    message: {
      type: 'text',
      id: String(10n ** 17n + BigInt(Math.floor(Math.random() * 2 ** 48))),
      quoteToken: randomBytes(16).toString('hex'),
      text: 'お世話になります。'.repeat(Math.ceil(textLength / 9)),
    },
    webhookEventId: ulid(),
    deliveryContext: { isRedelivery: false },
    timestamp: Date.now(),
    source: { type: 'user', userId: user },
    replyToken: randomBytes(16).toString('hex'),
    mode: 'active',
  };
};

/**
 * Signed LINE webhooks as whole HTTP/1.1 requests, every one with a body of its own: one event or five, 850 bytes as a
 * rule and 20 KB now and then, 5 % delivered twice.
 *
 * @param {{ count: number, url: string, secret: string, customers?: number }} options
 * @returns {{ requests: Buffer[], events: number }} `events`: different ones in all requests together
 */
export const signedWebhooks = ({ count, url, secret, customers = 2_000 }) => {
  const { host, pathname } = new URL(url);
  const requests = [];
  let events = 0;
  while (requests.length < count) {
    if (requests.length > 0 && Math.random() < 0.05) {
      requests.push(requests[Math.floor(Math.random() * requests.length)]);
      continue;
    }
    const size = Math.random() < 0.1 ? 5 : 1;
    const textLength = Math.random() < 0.01 ? 6_000 : 80;
    const body = Buffer.from(
      JSON.stringify({ destination: `U${'0'.repeat(32)}`, events: Array.from({ length: size }, () => event(customers, textLength)) }),
    );
    events += size;
    const signature = createHmac('sha256', secret).update(body).digest('base64');
    const head = `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json; charset=utf-8\r\nX-Line-Signature: ${signature}\r\nContent-Length: ${body.length}\r\n\r\n`;
    requests.push(Buffer.concat([Buffer.from(head), body]));
  }
  return { requests, events };
};
