import { isIP } from 'node:net';
import { ProblemException } from '@madoguchi/service-kit';

/** `host`, `host:port`, `[ipv6]:port`; nothing else, above all no path, user or scheme. */
const HOST = /^(?<name>[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|\[[0-9A-Fa-f:.]{2,45}\])(?::(?<port>\d{1,5}))?$/;
const LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/**
 * The public address with another host and port. Scheme and path are ours: platforms deliver by https only.
 * @throws ProblemException `bad-host`
 */
export const withHost = (publicUrl: string, typed: string): string => {
  const { name = '', port } = HOST.exec(typed.trim())?.groups ?? {};
  const { pathname } = new URL(publicUrl);
  if (!isHost(name) || (port !== undefined && (Number(port) < 1 || Number(port) > 65_535))) {
    const what = 'Type the host name or IP address of your server and its port (1 to 65535), such as office.example.com:1234.';
    throw new ProblemException(422, 'bad-host', `${what} https:// and the path are added here.`);
  }
  return `https://${name.toLowerCase()}${port === undefined ? '' : `:${port}`}${pathname === '/' ? '' : pathname}`;
};

const isHost = (name: string): boolean =>
  name.startsWith('[')
    ? isIP(name.slice(1, -1)) === 6
    : isIP(name) === 4 || (name !== '' && !/^[\d.]+$/.test(name) && name.split('.').every((label) => LABEL.test(label)));
