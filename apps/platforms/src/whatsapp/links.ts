import { randomBytes } from 'node:crypto';
import type { Answer } from '../calls.js';
import { answers, refuse } from './answers.js';
import type { NumberCall } from './calls.js';

const CODE_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const CODE_LENGTH = 14;
const MOST_LINKS = 2_000;
const LONGEST_TEXT = 140;

/** `GET /{number}/message_qrdls[/{code}]`. */
export const listLinks = ({ account, rest }: NumberCall): Answer => {
  const codes = rest === '' ? Object.keys(account.links) : Object.keys(account.links).filter((code) => code === rest);
  return answers.ok({ data: codes.map((code) => linkOf(code, account.links[code]!.prefilled)) });
};

/** `POST`: a new one; with `code`, other words for one that is there. @throws Refusal */
export const createLink = ({ account, args, world }: NumberCall): Answer => {
  const { prefilled_message: prefilled, generate_qr_image: image, code: given } = args;
  if (typeof prefilled !== 'string' || prefilled === '' || prefilled.length > LONGEST_TEXT)
    return answers.badParameter(`Param prefilled_message must have 1 to ${LONGEST_TEXT} characters.`);
  if (image !== undefined && image !== 'SVG' && image !== 'PNG')
    return answers.badParameter('Param generate_qr_image must be one of {SVG, PNG}.');
  if (given !== undefined && !account.links[String(given)]) return refuse(answers.badParameter('There is no such code.'));
  if (given === undefined && Object.keys(account.links).length >= MOST_LINKS) return answers.badParameter('There are 2000 codes already.');
  const code = given === undefined ? newCode() : String(given);
  account.links[code] = { prefilled };
  world.state.changed();
  const picture = image === undefined ? {} : { qr_image_url: `https://scontent.whatsapp.net/qr/${code}.${image.toLowerCase()}` };
  return answers.ok({ ...linkOf(code, prefilled), ...picture });
};

/** `DELETE /{number}/message_qrdls/{code}`. */
export const removeLink = ({ account, rest, world }: NumberCall): Answer => {
  if (!account.links[rest]) return answers.badParameter('There is no such code.');
  delete account.links[rest];
  world.state.changed();
  return answers.success();
};

const linkOf = (code: string, prefilled: string) => ({
  code,
  prefilled_message: prefilled,
  deep_link_url: `https://wa.me/message/${code}`,
});

const newCode = (): string => [...randomBytes(CODE_LENGTH)].map((byte) => CODE_CHARACTERS[byte % CODE_CHARACTERS.length]).join('');
