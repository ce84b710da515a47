import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, type ValidationError, ValidationPipe } from '@nestjs/common';
import type { Problem } from '@madoguchi/contracts';
import type { FastifyReply } from 'fastify';
import type { Logger } from './logger.js';

/** An error that the caller is told about as it is. `detail` says what to do. */
export class ProblemException extends HttpException {
  constructor(status: number, code: string, detail: string, extensions: Readonly<Record<string, unknown>> = {}) {
    super({ code, detail, extensions }, status);
  }
}

/** Of a refusal (403) which permissions are missing, or its code where it is no matter of the role; undefined for anything else. */
export const refusedFor = (error: unknown): string | undefined => {
  if (!(error instanceof ProblemException) || error.getStatus() !== 403) return undefined;
  const { code, extensions } = error.getResponse() as {
    readonly code: string;
    readonly extensions: { readonly permission?: string; readonly missing?: readonly string[] };
  };
  return extensions.permission ?? extensions.missing?.join(', ') ?? code;
};

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Cannot be done',
  429: 'Too many requests',
  503: 'Not available now',
};

export const problemOf = (status: number, code: string, detail?: string, extensions: Readonly<Record<string, unknown>> = {}): Problem => ({
  type: `urn:madoguchi:problem:${code}`,
  title: titles[status] ?? (status < 500 ? 'Request refused' : 'Internal error'),
  status,
  detail,
  code,
  ...extensions,
});

/** Every error leaves as problem details (RFC 9457). What we did not expect is logged and told as 500 without its inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(error: unknown, host: ArgumentsHost) {
    if (host.getType() !== 'http') throw error;
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = this.toProblem(error);
    if (problem.status === 503) void reply.header('retry-after', '1');
    void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(JSON.stringify(problem));
  }

  private toProblem(error: unknown): Problem {
    if (error instanceof HttpException) {
      const response = error.getResponse();
      if (typeof response === 'object' && 'code' in response && 'detail' in response) {
        const { code, detail, extensions } = response as { code: string; detail: string; extensions?: Record<string, unknown> };
        return problemOf(error.getStatus(), code, detail, extensions);
      }
      return problemOf(error.getStatus(), codeOf(error.getStatus()), error.message);
    }
    const { statusCode, message } = error as { statusCode?: unknown; message?: unknown };
    if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
      return problemOf(statusCode, codeOf(statusCode), String(message));
    }
    this.logger.error({ err: error }, 'a request failed unexpectedly');
    return problemOf(500, 'internal-error', 'Something went wrong on our side. Try again; if it stays, look into the log of this service.');
  }
}

const codeOf = (status: number): string => (titles[status] ?? 'request-refused').toLowerCase().replaceAll(' ', '-');

/** Bodies and queries are checked against their class; what it does not name is refused. */
export const validation = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    whitelist: true,
    forbidNonWhitelisted: true,
    validationError: { target: false, value: false },
    exceptionFactory: (errors) =>
      new ProblemException(422, 'invalid', 'Some fields are not as they should be; see "fields".', {
        fields: errors.flatMap((error) => fieldsOf(error)),
      }),
  });

const fieldsOf = (error: ValidationError, path = ''): { field: string; problems: string[] }[] => {
  const field = path + error.property;
  const own = error.constraints ? [{ field, problems: Object.values(error.constraints) }] : [];
  return [...own, ...(error.children ?? []).flatMap((child) => fieldsOf(child, `${field}.`))];
};
