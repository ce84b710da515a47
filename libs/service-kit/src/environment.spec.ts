import 'reflect-metadata';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { IsInt, IsNotEmpty, Max } from 'class-validator';
import { readEnvironment } from './environment.js';
import { withFiles } from './environment-files.js';

class Environment {
  @IsInt()
  @Max(65_535)
  PORT = 4100;

  @IsNotEmpty({ message: 'SECRET_KEY must be 32 bytes' })
  SECRET_KEY: string;
}

describe('the environment of a service', () => {
  it('gives numbers where the default is a number, and the default where nothing is set', () => {
    expect(readEnvironment(Environment, { PORT: '4107', SECRET_KEY: '12' })).toMatchObject({ PORT: 4107, SECRET_KEY: '12' });
    expect(readEnvironment(Environment, { PORT: '', SECRET_KEY: 'x' })).toMatchObject({ PORT: 4100 });
  });

  it('leaves out what is not declared', () => {
    expect(readEnvironment(Environment, { SECRET_KEY: 'x', HOME: '/root' })).not.toHaveProperty('HOME');
  });

  it('names what is missing or wrong, and repeats no value', () => {
    expect(() => readEnvironment(Environment, {})).toThrow('SECRET_KEY is missing');
    expect(() => readEnvironment(Environment, { PORT: 'http', SECRET_KEY: 'x' })).toThrow(/^PORT must/);
    expect(() => readEnvironment(Environment, { PORT: '99999', SECRET_KEY: 'hunter2' })).toThrow(/^(?!.*(hunter2|99999))/);
  });

  describe('by files', () => {
    const folder = mkdtempSync(join(tmpdir(), 'madoguchi-secrets-'));
    afterAll(() => rmSync(folder, { recursive: true }));
    const file = (name: string, text: string) => {
      const path = join(folder, name);
      writeFileSync(path, text);
      return path;
    };

    it('takes the value of NAME from the file that NAME_FILE names, without the line break at its end', () => {
      const source = { SECRET_KEY_FILE: file('key', 'line 1\nline 2 \n'), PORT_FILE: file('port', '4107') };
      expect(readEnvironment(Environment, source)).toMatchObject({ SECRET_KEY: 'line 1\nline 2 ', PORT: 4107 });
    });

    it('takes an empty file for no value', () => {
      expect(() => readEnvironment(Environment, { SECRET_KEY_FILE: file('empty', '\n') })).toThrow('SECRET_KEY is missing');
      expect(readEnvironment(Environment, { SECRET_KEY: 'x', PORT_FILE: file('empty', '') })).toMatchObject({ PORT: 4100 });
    });

    it('names the variable whose file cannot be read, and the one that is given both ways', () => {
      const source = { SECRET_KEY_FILE: join(folder, 'nowhere'), PORT: '4107', PORT_FILE: file('port', '4108') };
      expect(() => readEnvironment(Environment, source)).toThrow(
        'SECRET_KEY_FILE names a file that cannot be read (ENOENT); only one of PORT and PORT_FILE may be set',
      );
    });

    it('does not open what others name: only what is declared, or begins with MADOGUCHI_', () => {
      const others = { SSL_CERT_FILE: join(folder, 'nowhere'), SECRET_KEY: 'x' };
      expect(readEnvironment(Environment, others)).toMatchObject({ SECRET_KEY: 'x' });
      const smtp = file('smtp', 'smtp://mail.example\n');
      expect(withFiles({ ...others, MADOGUCHI_SMTP_URL_FILE: smtp })).toMatchObject({ MADOGUCHI_SMTP_URL: 'smtp://mail.example' });
    });
  });
});
