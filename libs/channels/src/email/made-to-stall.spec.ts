import { headersWith, mailOf, multipart } from './testing/mails.js';
import { messageOf, read } from './testing/reading.js';

const mixed = (...parts: Parameters<typeof multipart>[1]) =>
  mailOf(headersWith('Content-Type: multipart/mixed; boundary=b'), multipart('b', parts));

/** With work that grows by the square of their size, none of these would be read within this spec's time. */
describe('a mail made to stall its reader', () => {
  it('is read: lead-ins of quotes without end, above an answer', async () => {
    const { content } = await messageOf(mailOf(headersWith(), 'On aaaaa wrote:\r\n'.repeat(100_000) + '> q\r\nx\r\n'));
    expect(content.text).toMatch(/^On aaaaa wrote:/);
  });

  it('is read: hundreds of logos, and half a million places that ask for one', async () => {
    const logos = Array.from(
      { length: 900 },
      (_, index) => [['Content-Type: image/png', `Content-ID: <${index}>`, 'Content-Disposition: inline'], 'png'] as const,
    );
    const { content } = await messageOf(
      mixed([['Content-Type: text/html'], '<img src="cid:0"> <img src="cid:899">' + 'cid:x '.repeat(500_000)], ...logos),
    );
    expect(content.attachments).toHaveLength(100);
  });

  it('is read: a header of line ends', async () => {
    const { items } = await read(mailOf(headersWith(`X-Ends: a${'\r'.repeat(500_000)}b`), 'x'));
    expect(items).toHaveLength(1);
  });

  it('is read: a report whose fields hold no address', async () => {
    const status = `Action: failed\nFinal-Recipient: ${'a'.repeat(1_000)}\nOriginal-Recipient: ${'a'.repeat(1_000)}\n\n`.repeat(50);
    const reports = Array.from({ length: 20 }, () => [['Content-Type: message/delivery-status'], status] as const);
    const raw = mailOf(headersWith('Content-Type: multipart/report; boundary=b'), multipart('b', reports));
    expect((await read(raw)).items).toHaveLength(1);
  });
});

it('claims no type for its file that is longer than a type can be', async () => {
  const { content } = await messageOf(
    mixed([[`Content-Type: audio/${'a'.repeat(900_000)}`, 'Content-Disposition: attachment; filename=x.bin'], 'abc']),
  );
  expect(content.attachments).toMatchObject([{ fileName: 'x.bin', mimeType: 'application/octet-stream' }]);
});
