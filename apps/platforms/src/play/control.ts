import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { AccountSettings, CustomerAction, NewAccount, NewCustomer, NewFault, PlatformView } from '../control-api.js';
import { isNear } from '../loopback.js';
import { CALL_FAULTS, WEBHOOK_FAULTS } from '../faults.js';
import type { UploadedFile } from '../media.js';
import { ControlProblem, type OpenPlatform, type Platform } from '../platform.js';
import {
  actionSchemas,
  callFaultSchema,
  clockSchema,
  internetSchema,
  newAccountSchema,
  newCustomerSchema,
  settingsSchema,
  webhookFaultSchema,
} from './schemas.js';
import type { PlayContext } from './context.js';

const MAX_PAGE = 5_000;

interface OfAccount {
  Params: { platform: string; account: string };
}
interface OfCustomer {
  Params: { platform: string; account: string; customer: string };
}

/** The control API: what `control-api.ts` describes. */
export const serveControl = (app: FastifyInstance, { world, open, listening }: PlayContext): void => {
  const find = (name: string): { readonly platform: Platform; readonly at: OpenPlatform } => {
    const found = open.get(name);
    if (!found)
      throw new ControlProblem(404, 'no such platform', `There is no platform ${name}; there are ${[...open.keys()].join(', ')}.`);
    return found;
  };
  /** The platform of a request whose account is known there. */
  const of = ({ params }: FastifyRequest<OfAccount>) => {
    const found = find(params.platform);
    found.at.account(params.account);
    return found;
  };

  app.get('/api/platforms', async (): Promise<PlatformView[]> =>
    [...open.values()].map(({ platform }) => ({
      platform: platform.name,
      hosts: Object.fromEntries(platform.listeners.map((name) => [name, listening[name]!])),
      calls: platform.calls,
      callFaults: CALL_FAULTS,
      webhookFaults: WEBHOOK_FAULTS.filter((kind) => kind !== 'batch' || platform.batches),
      actions: platform.actions,
    })),
  );

  app.get('/api/accounts', async () => [...open.values()].flatMap(({ at }) => at.accounts()));

  app.post<{ Body: NewAccount }>('/api/accounts', async (request, reply) => {
    const wanted = checked<NewAccount>(request, newAccountSchema);
    const { at } = find(wanted.platform);
    const { account } = at.createAccount(wanted);
    for (const customer of wanted.customers ?? []) at.createCustomer(account, customer);
    return reply.code(201).send(at.account(account));
  });

  app.get<OfAccount>('/api/:platform/:account', async (request) => of(request).at.account(request.params.account));

  app.patch<OfAccount>('/api/:platform/:account', async (request) =>
    of(request).at.changeSettings(request.params.account, checked<AccountSettings>(request, settingsSchema)),
  );

  app.get<OfAccount>('/api/:platform/:account/customers', async (request) => of(request).at.customers(request.params.account));

  app.post<OfAccount>('/api/:platform/:account/customers', async (request, reply) =>
    reply.code(201).send(of(request).at.createCustomer(request.params.account, checked<NewCustomer>(request, newCustomerSchema))),
  );

  app.get<OfCustomer>('/api/:platform/:account/customers/:customer/chat', async (request) => {
    of(request);
    const { platform, account, customer } = request.params;
    return world.chats.view(platform, account, customer);
  });

  app.post<OfCustomer>('/api/:platform/:account/customers/:customer/messages', async (request, reply) => {
    const { at, platform } = of(request);
    const { action, file } = await readAction(request, platform);
    return reply.code(201).send(at.act(request.params.account, request.params.customer, action, file));
  });

  app.get<OfAccount>('/api/:platform/:account/faults', async (request) => {
    of(request);
    return world.faults.list(request.params.platform, request.params.account);
  });

  app.post<OfAccount>('/api/:platform/:account/faults', async (request, reply) => {
    const { platform } = of(request);
    const fault = checked<NewFault>(
      request,
      (request.body as { on?: unknown } | null)?.on === 'webhook' ? webhookFaultSchema : callFaultSchema,
    );
    if (fault.on === 'call' && fault.call !== '*' && !platform.calls.includes(fault.call)) {
      throw new ControlProblem(
        400,
        'no such call',
        `${platform.name} has no call "${fault.call}"; it has ${platform.calls.join(', ')}, or * for any.`,
      );
    }
    if (fault.on === 'webhook' && fault.kind === 'batch' && !platform.batches)
      throw new ControlProblem(400, 'no batches', `${platform.name} sends one update per request.`);
    return reply.code(201).send(world.faults.set(request.params.platform, request.params.account, fault));
  });

  app.delete<OfAccount>('/api/:platform/:account/faults', async (request, reply) => {
    const { at } = of(request);
    world.faults.clear(request.params.platform, request.params.account);
    at.release(request.params.account);
    return reply.code(204).send();
  });

  app.post<OfAccount>('/api/:platform/:account/redeliver', async (request, reply) => {
    const { eventId } = checked<{ eventId: string }>(request, {
      type: 'object',
      properties: { eventId: { type: 'string' } },
      required: ['eventId'],
    });
    of(request).at.redeliver(request.params.account, eventId);
    return reply.code(202).send();
  });

  app.get<OfAccount & { Querystring: { after?: string; limit?: string } }>('/api/:platform/:account/journal', async (request) => {
    of(request);
    const after = wholeNumber('after', request.query.after ?? '0', Number.MAX_SAFE_INTEGER);
    const limit = wholeNumber('limit', request.query.limit ?? '1000', MAX_PAGE);
    return world.journal.page(request.params.platform, request.params.account, after, limit);
  });

  app.get('/api/clock', async () => world.clock.view());

  app.post('/api/clock', async (request) => {
    const { advanceMs, delayScale } = checked<{ advanceMs?: number; delayScale?: number }>(request, clockSchema);
    if (delayScale !== undefined) world.clock.setDelayScale(delayScale);
    if (advanceMs !== undefined) world.clock.advance(advanceMs);
    return world.clock.view();
  });

  app.get('/api/internet', async () => world.internet.view());

  app.post('/api/internet', async (request) => {
    for (const [host, base] of Object.entries(checked<Record<string, string>>(request, internetSchema))) {
      if (!isNear(base))
        throw new ControlProblem(400, 'bad address', `${host} can only be mapped to http://127.0.0.1:port or to a neighbour's name.`);
      world.internet.map(host, new URL(base));
    }
    return world.internet.view();
  });
};

/** @returns the body with its defaults. @throws ControlProblem that names what is wrong with it. */
const checked = <Body>(request: FastifyRequest, schema: object, body: unknown = request.body): Body => {
  const validate = request.getValidationFunction(schema) ?? request.compileValidationSchema(schema);
  if (validate(body)) return body as Body;
  const [error] = validate.errors ?? [];
  const extra = error?.params?.['additionalProperty'] ?? error?.params?.['allowedValues'];
  throw new ControlProblem(
    400,
    'bad body',
    `The body${error?.instancePath ? ` at ${error.instancePath}` : ''} ${error?.message ?? 'is wrong'}${extra === undefined ? '' : ` (${JSON.stringify(extra)})`}.`,
  );
};

const wholeNumber = (name: string, text: string, max: number): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0) throw new ControlProblem(400, 'bad query', `${name} takes a whole number.`);
  return Math.min(value, max);
};

/** JSON; or multipart with the fields as text and the bytes as `file`. */
const readAction = async (
  request: FastifyRequest,
  platform: Platform,
): Promise<{ readonly action: CustomerAction; readonly file: UploadedFile | undefined }> => {
  let body = request.body;
  let file: UploadedFile | undefined;
  if (request.isMultipart()) {
    const fields: Record<string, unknown> = {};
    for await (const part of request.parts()) {
      if (part.type === 'file') file = { name: part.filename || 'file', mimeType: part.mimetype, bytes: await part.toBuffer() };
      else fields[part.fieldname] = part.value;
    }
    body = fields;
  }
  const type = (body as { type?: unknown } | null)?.type as CustomerAction['type'];
  if (!platform.actions.includes(type))
    throw new ControlProblem(400, 'no such action', `type must be one of ${platform.actions.join(', ')} on ${platform.name}.`);
  return { action: checked<CustomerAction>(request, actionSchemas[type], body), file };
};
