import 'reflect-metadata';
import { IsInt, IsNotEmpty, Max } from 'class-validator';
import { readEnvironment } from './environment.js';

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
});
