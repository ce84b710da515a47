import type { ChatCodesAtPlatform, Credentials, PlatformCode } from '@madoguchi/use-cases';
import { type JsonObject, objectIn, textIn } from '../platform-json.js';
import { callGraph, type WhatsAppHosts } from './call.js';
import { objectOf, onNumber } from './graph.js';
import { outcomeOf } from './onboarding.js';

const EDGE = 'message_qrdls';

/** Fourteen of these; the shape is checked, because a code stands in a path. */
const CODE = /^[A-Za-z0-9]{1,40}$/;

/** `message_qrdls`: at most 2,000 for each number. A code whose making was never answered is found again by its text. */
export const whatsappChatCodes = (hosts: WhatsAppHosts): ChatCodesAtPlatform => {
  const call = (path: string, method: 'GET' | 'POST' | 'DELETE', credentials: Credentials, signal: AbortSignal, body?: object) =>
    onNumber(credentials, (id) => callGraph(hosts, `${id}/${EDGE}${path}`, credentials, { method, body, signal }));

  const listed = async (credentials: Credentials, signal: AbortSignal): Promise<readonly JsonObject[] | undefined> => {
    const answer = await call('?fields=code,prefilled_message,deep_link_url&limit=2000', 'GET', credentials, signal);
    const { data } = objectOf(answer);
    return Array.isArray(data) ? (data as readonly unknown[]).map((code) => objectIn(code) ?? {}) : undefined;
  };

  return {
    async put({ prefilledText, platformCode }, credentials, signal) {
      if (platformCode === undefined) {
        const there = (await listed(credentials, signal))?.find((code) => code.prefilled_message === prefilledText);
        const known = there && codeIn(there);
        if (known) return { outcome: 'done', ...known };
      }
      const body = {
        prefilled_message: prefilledText,
        ...(platformCode === undefined ? { generate_qr_image: 'SVG' } : { code: platformCode }),
      };
      const answer = await call('', 'POST', credentials, signal, body);
      const outcome = outcomeOf(answer, EDGE, credentials);
      if (outcome.outcome !== 'done') return outcome;
      const made = codeIn(objectOf(answer));
      return made ? { outcome: 'done', ...made } : { outcome: 'unknown', reason: 'WhatsApp answered without a code.' };
    },
    async remove(platformCode, credentials, signal) {
      if (!CODE.test(platformCode)) return { outcome: 'done' };
      const outcome = outcomeOf(await call(`/${platformCode}`, 'DELETE', credentials, signal), EDGE, credentials);
      if (outcome.outcome === 'done') return outcome;
      const left = await listed(credentials, signal);
      return left && !left.some(({ code }) => code === platformCode) ? { outcome: 'done' } : outcome;
    },
  };
};

const codeIn = (node: JsonObject): PlatformCode | undefined => {
  const [platformCode, link] = [textIn(node.code), textIn(node.deep_link_url)];
  return platformCode && CODE.test(platformCode) && link?.startsWith('https://') ? { platformCode, link } : undefined;
};
