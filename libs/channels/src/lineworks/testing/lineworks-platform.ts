import type { Script } from '@madoguchi/use-cases/testing';
import { platformThatAnswers } from '../../testing/scripted.js';
import { lineworksChannel } from '../index.js';
import { lineworksToken } from './lineworks-setup.js';

/** All hosts of LINE WORKS in one, which issues tokens and answers the rest by path: the first key that the path contains. */
export const lineworksThatAnswers = async (answers: Readonly<Record<string, Script>> = {}, now?: () => Date) => {
  const platform = await platformThatAnswers({ '/oauth2/': lineworksToken, ...answers });
  const channel = lineworksChannel({ auth: platform.url, api: platform.url, storage: platform.url }, now);
  const calls = (part = '') => platform.requests.filter(({ path }) => path.includes(part));
  return { platform, channel, calls, apiCalls: () => platform.requests.filter(({ path }) => !path.includes('/oauth2/')) };
};

export const json = (body: unknown, status = 200) => ({ status, body: JSON.stringify(body) });
