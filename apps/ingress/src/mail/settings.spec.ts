import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvironment } from '@madoguchi/service-kit';
import { IngressEnvironment } from '../environment.js';
import { mailSettings } from './settings.js';

const settings = (environment: Record<string, string>) =>
  mailSettings(
    readEnvironment(IngressEnvironment, {
      INGRESS_CHANNELS: 'line,email',
      NATS_URL: 'nats://127.0.0.1:4222',
      DATABASE_URL: 'postgres://u:p@127.0.0.1:5432/d',
      MADOGUCHI_MASTER_KEY: Buffer.alloc(32).toString('base64'),
      MADOGUCHI_MEDIA_DIR: '/tmp',
      ...environment,
    }),
  );

describe('what the mail listener is told', () => {
  it('is nothing where no mail is taken', () => expect(settings({ INGRESS_CHANNELS: 'line' })).toBeUndefined());

  it('is the domain and the port, and where HOST is when nothing else is said', () => {
    expect(settings({ MADOGUCHI_MAIL_DOMAIN: 'in.desk.example', MAIL_PORT: '2525' })).toEqual({
      host: '127.0.0.1',
      port: 2525,
      mailDomain: 'in.desk.example',
    });
    expect(settings({ MADOGUCHI_MAIL_DOMAIN: 'in.desk.example', MAIL_HOST: '0.0.0.0', MAIL_AUTHSERV_ID: 'mx.desk.example' })).toMatchObject(
      {
        host: '0.0.0.0',
        authserv: 'mx.desk.example',
      },
    );
  });

  it('is read from the files of key and certificate', () => {
    const folder = mkdtempSync(join(tmpdir(), 'mail-settings-'));
    for (const name of ['key', 'cert']) writeFileSync(join(folder, name), `the ${name}`);
    const tls = { MADOGUCHI_MAIL_DOMAIN: 'in.desk.example', MAIL_TLS_KEY: join(folder, 'key'), MAIL_TLS_CERT: join(folder, 'cert') };
    expect(settings(tls)).toMatchObject({ tls: { key: 'the key', cert: 'the cert' } });
    expect(() => settings({ ...tls, MAIL_TLS_CERT: join(folder, 'none') })).toThrow(/MAIL_TLS_CERT.*ENOENT/);
    rmSync(folder, { recursive: true });
  });

  it.each([
    [{}, /MADOGUCHI_MAIL_DOMAIN is missing/],
    [{ MADOGUCHI_MAIL_DOMAIN: 'In.Desk.Example' }, /MADOGUCHI_MAIL_DOMAIN must be/],
    [{ MADOGUCHI_MAIL_DOMAIN: 'in.desk.example', MAIL_TLS_KEY: '/k' }, /belong together/],
  ])('is refused when it cannot be: %j', (environment, words) => expect(() => settings(environment)).toThrow(words));
});
