import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { ReceivedRequest, Script, ScriptedPlatform } from './scripted-platform.js';

/** The steps of handing over a mail; `END`: the mail is whole, the server has to say whether it takes it. */
export const MAIL_STAGES = ['CONNECT', 'EHLO', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'END'] as const;
export type MailStage = (typeof MAIL_STAGES)[number];

const USUAL: Readonly<Record<MailStage, string>> = {
  CONNECT: '220 mail.example ESMTP',
  EHLO: '250-mail.example\r\n250-AUTH PLAIN LOGIN\r\n250-SIZE 36700160\r\n250-DSN\r\n250 ENHANCEDSTATUSCODES',
  AUTH: '235 2.7.0 Accepted',
  MAIL: '250 2.1.0 Ok',
  RCPT: '250 2.1.5 Ok',
  DATA: '354 End data with <CR><LF>.<CR><LF>',
  END: '250 2.0.0 Ok: queued as 4XyZ',
};

const END_OF_MAIL = '\r\n.\r\n';

/**
 * An SMTP server in the place of a submission server. Requests are its steps: `method` is the stage, `path` what stood behind
 * the command, `body` the mail. A refusal is given to the recipient, everything else at the end of the mail, unless a function
 * chooses by `method`; a 2xx is the usual answer of the step.
 */
export const startScriptedMailServer = async (): Promise<ScriptedPlatform> => {
  const requests: ReceivedRequest[] = [];
  const sockets = new Set<Socket>();
  let scriptFor: (request: ReceivedRequest) => Script = () => ({ status: 250 });

  const step = (socket: Socket, stage: MailStage, path = '', body = Buffer.alloc(0)): boolean => {
    const request = { method: stage, path, headers: {}, body };
    if (stage !== 'CONNECT') requests.push(request);
    return play(socket, stage, scriptFor(request));
  };

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    let received = '';
    let inMail = false;
    socket.setEncoding('latin1').on('data', (text: unknown) => {
      received += String(text);
      for (;;) {
        const end = received.indexOf(inMail ? END_OF_MAIL : '\r\n');
        if (end < 0) return;
        const part = received.slice(0, end);
        received = received.slice(end + (inMail ? END_OF_MAIL.length : 2));
        if (inMail) {
          inMail = false;
          step(socket, 'END', '', Buffer.from(`${part}\r\n`.replace(/^\.\./gm, '.'), 'latin1'));
          continue;
        }
        const [, verb = '', rest = ''] = /^(\S+) ?(.*)$/s.exec(part) ?? [];
        const stage = verb.toUpperCase() as MailStage;
        if (verb.toUpperCase() === 'QUIT') socket.end('221 2.0.0 Bye\r\n');
        else if (!MAIL_STAGES.includes(stage)) socket.write('500 5.5.2 Unrecognized command\r\n');
        else inMail = step(socket, stage, rest) && stage === 'DATA';
      }
    });
    step(socket, 'CONNECT');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    script: (answer) => {
      scriptFor = typeof answer === 'function' ? answer : ({ method }) => (method === stageOf(answer) ? answer : { status: 250 });
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};

const stageOf = (script: Script): MailStage => (typeof script === 'object' && script.status >= 400 ? 'RCPT' : 'END');

/** @returns whether the step was taken */
const play = (socket: Socket, stage: MailStage, script: Script): boolean => {
  switch (script) {
    case 'hang':
      return false;
    case 'hang in the body':
      socket.write('250-the first line of several\r\n');
      return false;
    case 'reset':
      socket.resetAndDestroy();
      return false;
    default: {
      const words = String(script.body ?? '');
      const taken = script.status < 400;
      socket.write(`${taken ? (stage === 'END' && words ? `250 ${words}` : USUAL[stage]) : `${script.status} ${words}`}\r\n`);
      return taken;
    }
  }
};
