import { useMutation, useQuery } from '@tanstack/react-query';
import { ApiProblem, request } from '../api/http.js';
import type { Language } from '../texts/texts.js';

type InLanguages = Readonly<Record<Language, string>>;

/** Where the form is, and what opens it: `/forms/<id>#<secret>`. Browsers send what stands behind the # to nobody. */
export interface FormLink {
  readonly id: string;
  readonly secret: string;
}

/** As `GET /api/v1/forms/{id}` tells it to whoever holds the link. */
export interface SentForm {
  readonly accountType: string;
  readonly accountName: string;
  readonly fields: readonly FormField[];
  readonly expiresAt: string;
}

export interface FormField {
  readonly name: string;
  readonly required: boolean;
  readonly secret: boolean;
  readonly generated: boolean;
  readonly label: InLanguages;
  readonly hint: InLanguages;
}

/** Why there is nothing to fill in. */
export type FormEnd = 'filled-in' | 'withdrawn' | 'expired' | 'unknown' | 'not-needed';

const PATH = /^\/forms\/([^/]+)\/?$/;

/** Undefined: the address is none of a form. */
export const formLinkIn = ({ pathname, hash }: Pick<Location, 'pathname' | 'hash'>): FormLink | undefined => {
  const id = PATH.exec(pathname)?.[1];
  return id === undefined ? undefined : { id, secret: hash.replace(/^#/, '') };
};

export const useSentForm = ({ id, secret }: FormLink) =>
  useQuery<SentForm>({
    queryKey: ['sent-form', id],
    queryFn: ({ signal }) => request<SentForm>(`/forms/${encodeURIComponent(id)}`, { bearer: secret, signal }),
    enabled: secret !== '',
  });

/** All at once: the link is used up by it. Tried again, it is the same. */
export const useFillIn = ({ id, secret }: FormLink, idempotencyKey: string) =>
  useMutation({
    mutationFn: (values: Readonly<Record<string, string>>) =>
      request(`/forms/${encodeURIComponent(id)}/fill-in`, { method: 'POST', bearer: secret, idempotencyKey, body: { values } }),
  });

/** Undefined: it is something that may pass. */
export const endIn = (error: unknown): FormEnd | undefined => {
  if (!(error instanceof ApiProblem)) return undefined;
  if (error.code === 'not-a-draft') return 'not-needed';
  if (error.code === 'form-gone') return whyGone(error);
  return [400, 401, 404].includes(error.status) ? 'unknown' : undefined;
};

const whyGone = ({ problem }: ApiProblem): FormEnd => {
  const { why } = (problem ?? {}) as { readonly why?: unknown };
  return why === 'withdrawn' || why === 'expired' ? why : 'filled-in';
};

/** Field → what the server has against its value. */
export const problemsIn = (error: unknown): Readonly<Record<string, string>> => {
  const fields = (error instanceof ApiProblem && (error.problem as { readonly fields?: unknown } | null)?.fields) || [];
  if (!Array.isArray(fields)) return {};
  return Object.fromEntries(
    (fields as readonly { readonly field?: unknown; readonly problems?: unknown }[]).flatMap(({ field, problems }) =>
      typeof field === 'string' && Array.isArray(problems) ? [[field, problems.join(' ')]] : [],
    ),
  );
};
