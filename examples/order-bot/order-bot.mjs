import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

/**
 * A bot for Madoguchi's webhook, in one file and without libraries: tells where an order is, and hands over what it cannot answer. The
 * contract is in docs/guides/bots.md.
 *
 * BOT_SECRET: the secret of the bot, the same as at Madoguchi. PORT: where it listens; 0 or absent: a free one, which it prints.
 */
const secret = process.env.BOT_SECRET ?? '';
if (secret.length < 16) {
  console.error('BOT_SECRET must be set to the secret of the bot, 16 characters at least.');
  process.exit(1);
}

const LARGEST_BODY = 64 * 1024;
const TOLERANCE_SECONDS = 300;
const REMEMBERED_TURNS = 10_000;

const ORDERS = new Map([
  ['4711', 'shipped'],
  ['4712', 'packed'],
]);

const TEXTS = {
  en: {
    ask: 'Which order is it? Its number has four digits.',
    shipped: (order) => `Order ${order} is on its way to you.`,
    packed: (order) => `Order ${order} is packed and leaves us tomorrow.`,
    people: 'I cannot see that order. A colleague will look.',
  },
  ja: {
    ask: 'ご注文番号（4桁）を教えてください。',
    shipped: (order) => `ご注文 ${order} は発送済みです。`,
    packed: (order) => `ご注文 ${order} は明日発送します。`,
    people: 'そのご注文が見つかりません。担当者が確認します。',
  },
  ru: {
    ask: 'Какой номер заказа? В нём четыре цифры.',
    shipped: (order) => `Заказ ${order} уже в пути.`,
    packed: (order) => `Заказ ${order} собран и уедет завтра.`,
    people: 'Такого заказа я не вижу. Сотрудник посмотрит.',
  },
};

const sign = (body) => {
  const seconds = String(Math.floor(Date.now() / 1000));
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.`).update(body).digest('hex')}`;
};

const isSigned = (header, body) => {
  const [, seconds, signature] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(header ?? '') ?? [];
  if (!signature || Math.abs(Date.now() / 1000 - Number(seconds)) > TOLERANCE_SECONDS) return false;
  return timingSafeEqual(createHmac('sha256', secret).update(`${seconds}.`).update(body).digest(), Buffer.from(signature, 'hex'));
};

const answer = ({ type, customer, message }) => {
  if (type === 'test') return {};
  const texts = TEXTS[customer.language?.split('-')[0]] ?? TEXTS.en;
  const said = message.type === 'text' ? message.text : '';
  const [order] = /\d{4}/.exec(said) ?? [];
  if (!order) return { messages: [{ type: 'text', text: texts.ask }] };
  const state = ORDERS.get(order);
  if (state) return { messages: [{ type: 'text', text: texts[state](order) }] };
  return {
    messages: [{ type: 'text', text: texts.people }],
    next: {
      do: 'hand over',
      skills: ['orders'],
      summary: `Asks for order ${order}, which is not in the list`,
      fields: [{ name: 'order', value: order }],
    },
  };
};

/** A turn that comes again is answered as before. */
const answered = new Map();
const answerOnce = (turn) => {
  const before = answered.get(turn.turnId);
  if (before) return before;
  const body = Buffer.from(JSON.stringify(answer(turn)));
  answered.set(turn.turnId, body);
  if (answered.size > REMEMBERED_TURNS) answered.delete(answered.keys().next().value);
  return body;
};

const read = async (request) => {
  const parts = [];
  let size = 0;
  for await (const part of request) {
    size += part.length;
    if (size > LARGEST_BODY) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
};

const server = createServer((request, response) => {
  const handle = async () => {
    const body = await read(request);
    if (body === undefined) return response.writeHead(413).end();
    if (request.method !== 'POST' || !isSigned(request.headers['madoguchi-signature'], body)) return response.writeHead(401).end();
    const answerBody = answerOnce(JSON.parse(body.toString('utf8')));
    response.writeHead(200, { 'content-type': 'application/json', 'madoguchi-signature': sign(answerBody) }).end(answerBody);
  };
  handle().catch((error) => {
    console.error(error.message);
    if (!response.headersSent) response.writeHead(400).end();
  });
});

server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () =>
  console.log(`The order bot listens at http://127.0.0.1:${server.address().port}/`),
);
process.once('SIGTERM', () => server.close(() => process.exit(0)));
