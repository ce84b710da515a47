import { type AddressObject, type AttachmentStream, type Headers, MailParser } from 'mailparser';
import { NotUnderstoodError } from '../platform-json.js';
import type { MailHead } from './head.js';

/** A part of a mail that holds no further parts; its transfer encoding is taken off, its charset is not. */
export interface MailPart {
  /** In lower case, without parameters. */
  readonly contentType: string;
  readonly charset: string;
  readonly isAttachment: boolean;
  readonly fileName?: string;
  /** Without the angle brackets. */
  readonly contentId?: string;
  /** Of the multiparts around it, the innermost last. */
  readonly within: readonly string[];
  readonly flowed?: { readonly deleteSpace: boolean };
  readonly bytes: Buffer;
}

export interface ParsedMail {
  /** Decoded; of a field that may stand once, the first. */
  readonly headers: Headers;
  readonly parts: readonly MailPart[];
}

const MOST_PARTS = 1_000;
const DEEPEST = 20;
/** Far more than a mail of the largest size takes on a slow machine. */
const DEADLINE_MS = 15_000;

/** A mail within the mail is a file: its headers and texts are not this mail's. */
const OPTIONS = { checksumAlgo: 'sha1', ignoreEmbedded: true, maxChildNodes: MOST_PARTS };

/** What mailparser knows of a part, as far as it is read here. */
interface Node {
  readonly contentType: string | false;
  readonly charset?: string;
  readonly headers: Headers;
  readonly children: readonly Node[];
  readonly node: {
    readonly disposition: string | false;
    readonly filename: string | false;
    readonly flowed: boolean;
    readonly delSp: boolean;
  };
}

/**
 * Takes a mail apart.
 *
 * @param head of the mail: fields that may stand once are taken from it once, raw bytes in them become UTF-8
 * @throws NotUnderstoodError for what is nested or divided beyond reason
 */
export const parseMail = async (raw: Buffer, head: MailHead): Promise<ParsedMail> => {
  const parser = new MailParser(OPTIONS);
  // Every part comes as its bytes, texts too: their labels are often missing or wrong, and mailparser believes them.
  Object.assign(parser, { textTypes: [] });
  const bodies = await bodiesOf(parser, [cleanHead(head), raw.subarray(head.bodyStart)]);
  const { tree, headers } = parser as unknown as { tree: Node | false; headers: Headers };
  if (!tree) throw new NotUnderstoodError('mailparser found no part');
  const leaves = leavesOf(tree, []);
  if (leaves.length !== bodies.length) throw new NotUnderstoodError('the parts of the mail cannot be told apart');
  return { headers, parts: leaves.map(({ node, within }, index) => partOf(node, within, bodies[index] as Buffer)) };
};

const bodiesOf = (parser: MailParser, chunks: readonly Buffer[]): Promise<readonly Buffer[]> =>
  new Promise((resolve, reject) => {
    const bodies: Buffer[][] = [];
    const fail = (error: Error) => {
      clearTimeout(deadline);
      parser.destroy();
      reject(new NotUnderstoodError(`mailparser gave up: ${error.message}`));
    };
    const deadline = setTimeout(() => fail(new Error(`no end within ${DEADLINE_MS} ms`)), DEADLINE_MS);
    parser.on('error', fail);
    parser.on('data', (data: AttachmentStream | { readonly type: 'text' }) => {
      if (data.type !== 'attachment') return;
      const chunksOfBody: Buffer[] = [];
      bodies.push(chunksOfBody);
      data.content.on('data', (chunk: Buffer) => chunksOfBody.push(chunk));
      data.content.on('error', fail);
      data.content.on('end', () => data.release());
    });
    parser.on('end', () => {
      clearTimeout(deadline);
      resolve(bodies.map((body) => Buffer.concat(body)));
    });
    for (const chunk of chunks) parser.write(chunk);
    parser.end();
  });

/** Fields that may stand once: what a second one says would win in mailparser, and deceive. */
const ONCE = /^(from|sender|reply-to|to|cc|subject|date|message-id|content-type|content-transfer-encoding|content-disposition|content-id)$/;

const cleanHead = ({ fields }: MailHead): Buffer => {
  const seen = new Set<string>();
  const lines = fields.flatMap(({ name, value, bytes }) => {
    if (ONCE.test(name) && seen.has(name)) return [];
    seen.add(name);
    // mailparser's patterns are quadratic on long rows of blanks.
    if (/\s{100}/.test(value)) return [Buffer.from(`${name}: ${value.replace(/\s+/g, ' ')}\r\n`)];
    return isAscii(bytes) ? [bytes] : [Buffer.from(`${name}: ${value}\r\n`)];
  });
  return Buffer.concat([...lines, Buffer.from('\r\n')]);
};

const isAscii = (bytes: Buffer): boolean => bytes.at(-1) === 0x0a && bytes.every((byte) => byte < 0x80 && byte !== 0x1b && byte !== 0);

const leavesOf = (node: Node, within: readonly string[]): readonly { readonly node: Node; readonly within: readonly string[] }[] => {
  if (within.length > DEEPEST) throw new NotUnderstoodError(`the mail is nested more than ${DEEPEST} levels deep`);
  const type = typeOf(node);
  return type.startsWith('multipart/') ? node.children.flatMap((child) => leavesOf(child, [...within, type])) : [{ node, within }];
};

/** RFC 2045, 5.1: two tokens; RFC 6838, 4.2: none longer than 127 characters. Of anything else nothing is known but its bytes. */
const MEDIA_TYPE = /^[!#$%&'*+.^_`|~0-9a-z-]{1,127}\/[!#$%&'*+.^_`|~0-9a-z-]{1,127}$/;

const typeOf = ({ contentType }: Node): string => {
  const type = (contentType || 'text/plain').trim().toLowerCase();
  return MEDIA_TYPE.test(type) ? type : 'application/octet-stream';
};

const partOf = (node: Node, within: readonly string[], bytes: Buffer): MailPart => {
  const { disposition, filename, flowed, delSp } = node.node;
  const contentId = node.headers.get('content-id');
  return {
    contentType: typeOf(node),
    charset: node.charset ?? '',
    isAttachment: disposition === 'attachment' || (disposition !== 'inline' && Boolean(filename)),
    ...(filename && { fileName: filename }),
    ...(typeof contentId === 'string' && { contentId: contentId.replace(/^\s*<|>\s*$/g, '') }),
    within,
    ...(flowed && { flowed: { deleteSpace: delSp } }),
    bytes,
  };
};

/** The addresses in a header, groups opened. */
export const addressesIn = (headers: Headers, name: string): readonly { readonly name: string; readonly address: string }[] => {
  const value = headers.get(name) as AddressObject | readonly AddressObject[] | undefined;
  if (value === undefined) return [];
  const objects = Array.isArray(value) ? (value as readonly AddressObject[]) : [value as AddressObject];
  return objects
    .flatMap((object) => object.value ?? [])
    .flatMap((entry) => entry.group ?? [entry])
    .map(({ name: display, address = '' }) => ({ name: display ?? '', address }));
};
