import type { FastifyRequest } from 'fastify';
import type { UploadedFile } from '../media.js';
import { answers, Refusal } from './answers.js';

export type Fields = Readonly<Record<string, unknown>>;

/** What a call says, whichever way it came: JSON, a form, or the address. */
export interface Input {
  readonly fields: Fields;
  readonly file?: UploadedFile;
}

/** @throws Refusal for a body that says it is JSON and is not an object. */
export const readInput = async (request: FastifyRequest): Promise<Input> => {
  const query = request.query as Fields;
  if (request.isMultipart()) {
    const fields: Record<string, unknown> = { ...query };
    let file: UploadedFile | undefined;
    for await (const part of request.parts()) {
      if (part.type === 'file') file = { name: part.filename || 'file', mimeType: part.mimetype, bytes: await part.toBuffer() };
      else fields[part.fieldname] = fromForm(String(part.value));
    }
    return { fields, ...(file ? { file } : {}) };
  }
  const body = request.body instanceof Buffer ? request.body.toString('utf8') : '';
  if (body === '') return { fields: query };
  if (/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.headers['content-type'] ?? '')) {
    const form = [...new URLSearchParams(body)].map(([name, value]) => [name, fromForm(value)]);
    return { fields: { ...query, ...Object.fromEntries(form) } };
  }
  const value = jsonIn(body);
  if (!isObject(value)) throw new Refusal(answers.notJson());
  return { fields: { ...query, ...value } };
};

/** Objects stand in forms as JSON. */
const fromForm = (text: string): unknown => (/^\s*[{[]/.test(text) ? (jsonIn(text) ?? text) : text);

const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

export const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

/** For the journal: what was asked, without credentials. */
export const withoutSecrets = ({
  access_token: _token,
  appsecret_proof: _proof,
  verify_token: _verify,
  input_token: _input,
  client_secret: _secret,
  code: _code,
  code_verifier: _verifier,
  fb_exchange_token: _exchanged,
  ...rest
}: Fields): Fields => rest;
