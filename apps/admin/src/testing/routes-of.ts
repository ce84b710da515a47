import {
  HEADERS_METADATA,
  HTTP_CODE_METADATA,
  METHOD_METADATA,
  PATH_METADATA,
  ROUTE_ARGS_METADATA,
  SSE_METADATA,
} from '@nestjs/common/constants.js';
import { type INestApplication, RequestMethod, type Type } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import type { Permission } from '@madoguchi/accounts';
import { NEEDED_PERMISSION, WITHOUT_SIGN_IN } from '../needs.js';
import { TAKEN_FILE } from '../takes-file.js';

/** A route of the API, as Nest knows it. */
export interface Route {
  /** `QueuesController_list` */
  readonly operationId: string;
  readonly controller: Type;
  readonly handler: string;
  readonly method: string;
  /** `/api/v1/queues/{id}` */
  readonly path: string;
  readonly needs: Permission | undefined;
  readonly status: number;
  /** Classes that check them. */
  readonly body?: Type;
  /** The media type of a body that is a file. */
  readonly file?: string;
  readonly query?: Type;
  /** Who may use it, is proven by what stands in the request. */
  readonly withoutSignIn: boolean;
  /** Takes the header Idempotency-Key; If-Match. */
  readonly takesKey: boolean;
  readonly takesIfMatch: boolean;
  /** Of the answer. */
  readonly mediaType: string;
}

/** Kinds of arguments of handlers, as Nest numbers them. */
const RESPONSE = '1';
const BODY = '3';
const QUERY = '4';

/** Every route below `/api`. */
export const routesOf = (app: INestApplication): readonly Route[] =>
  new DiscoveryService(app.get(ModulesContainer)).getControllers().flatMap(({ metatype, instance }) => {
    const controller = metatype as Type;
    const at = String(Reflect.getMetadata(PATH_METADATA, controller));
    if (!at.startsWith('api/')) return [];
    return new MetadataScanner()
      .getAllMethodNames(Object.getPrototypeOf(instance))
      .flatMap((handler) => routeOf(controller, at, handler) ?? []);
  });

const routeOf = (controller: Type, at: string, handler: string): Route | undefined => {
  const prototype = controller.prototype as Record<string, object>;
  const method = prototype[handler] as object;
  const path = Reflect.getMetadata(PATH_METADATA, method) as string | undefined;
  if (path === undefined) return undefined;
  const verb = RequestMethod[Reflect.getMetadata(METHOD_METADATA, method) as number] ?? 'GET';
  const types = Reflect.getMetadata('design:paramtypes', prototype, handler) as Type[];
  const given = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, handler) ?? {}) as Record<string, { index: number }>;
  const argument = (kind: string) => Object.entries(given).find(([key]) => key.startsWith(`${kind}:`))?.[1].index;
  const own = Object.entries(given)
    .filter(([key]) => key.includes('customRouteArgs'))
    .map(([, { index }]) => types[index]);
  const classAt = (index: number | undefined) => (index === undefined ? undefined : types[index]);
  return {
    operationId: `${controller.name}_${handler}`,
    controller,
    handler,
    method: verb,
    path: `/${at}/${path}`
      .replaceAll(/\/+/g, '/')
      .replace(/\/$/, '')
      .replaceAll(/:(\w+)/g, '{$1}'),
    needs: (Reflect.getMetadata(NEEDED_PERMISSION, method) ?? Reflect.getMetadata(NEEDED_PERMISSION, controller)) as Permission | undefined,
    withoutSignIn: Reflect.getMetadata(WITHOUT_SIGN_IN, method) === true,
    status: (Reflect.getMetadata(HTTP_CODE_METADATA, method) as number | undefined) ?? (verb === 'POST' ? 201 : 200),
    body: classAt(argument(BODY)),
    file: Reflect.getMetadata(TAKEN_FILE, method) as string | undefined,
    query: classAt(argument(QUERY)),
    takesKey: own.includes(String as unknown as Type),
    takesIfMatch: own.includes(Number as unknown as Type),
    mediaType: mediaTypeOf(method, argument(RESPONSE) !== undefined),
  };
};

/** @param writesFile it writes its answer by itself: lines, as far as nothing else is asked for */
const mediaTypeOf = (handler: object, writesFile: boolean): string => {
  if (Reflect.getMetadata(SSE_METADATA, handler)) return 'text/event-stream';
  const headers = (Reflect.getMetadata(HEADERS_METADATA, handler) ?? []) as readonly { readonly name: string; readonly value: string }[];
  const named = headers.find(({ name }) => name.toLowerCase() === 'content-type')?.value;
  return named ?? (writesFile ? 'application/x-ndjson' : 'application/json');
};
