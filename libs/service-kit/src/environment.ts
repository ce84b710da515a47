import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { EnvironmentError } from './environment-error.js';
import { withFiles } from './environment-files.js';

/**
 * Reads the environment once, against a class whose properties bear class-validator's decorators and whose
 * initial values are the defaults. What is not declared is left out; where the default is a number, so is the value.
 * Whatever is declared may also be given by a file: see {@link withFiles}.
 *
 * @throws EnvironmentError naming every variable that is missing or wrong; values are not repeated, they may be secrets.
 */
export const readEnvironment = <T extends object>(schema: new () => T, source: NodeJS.ProcessEnv = process.env): T => {
  const defaults = { ...new schema() } as Readonly<Record<string, unknown>>;
  const given = Object.fromEntries(
    Object.entries(withFiles(source, (name) => name in defaults))
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => [name, typeof defaults[name] === 'number' ? Number(value) : value]),
  );
  const environment = plainToInstance(schema, given, { enableImplicitConversion: true, exposeDefaultValues: true });
  const errors = validateSync(environment, {
    whitelist: true,
    forbidUnknownValues: false,
    validationError: { target: false, value: false },
  });
  if (errors.length > 0) {
    throw new EnvironmentError(
      errors.map((error) => {
        const wrong = Object.values(error.constraints ?? {}).join(', ');
        return given[error.property] === undefined ? `${error.property} is missing (${wrong})` : wrong;
      }),
    );
  }
  return environment;
};

/**
 * An address as it may be shown: user and password taken out, and what follows the `?`. One of several hosts is no URL to the parser, and
 * a password with an `@` in it ends at the last one: rather too little is shown than too much.
 */
export const withoutSecrets = (address: string): string => {
  if (!URL.canParse(address) || address.split('@').length > 2) return address.replace(/\/\/.*@/s, '//').replace(/[?#].*$/s, '');
  const url = new URL(address);
  url.username = '';
  url.password = '';
  url.search = '';
  return url.toString();
};
