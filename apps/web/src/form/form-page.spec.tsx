// @vitest-environment jsdom
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createQueryClient } from '../api/query-client.js';
import { exampleForm, FORM_LINK, gone } from '../testing/example-form.js';
import { changeLanguage, setUpTexts } from '../texts/texts.js';
import { FormPage } from './form-page.js';
import { formLinkIn } from './sent-form.js';

interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly values: unknown;
}

type Answer = { readonly status: number; readonly body: unknown };

const PATIENCE = { timeout: 20_000 };
const refusal = (status: number, code: string, more: object = {}): Answer => ({
  status,
  body: { type: 'about:blank', title: code, status, code, ...more },
});

/** The page over a server that gives these answers: the last one of a path as often as it is asked. */
const show = (answers: { readonly open: readonly Answer[]; readonly fill?: readonly Answer[] }, link = FORM_LINK) => {
  const asked: Asked[] = [];
  const left = { open: [...answers.open], fill: [...(answers.fill ?? [])] };
  vi.stubGlobal('fetch', (path: string, { headers, body }: { headers: Record<string, string>; body?: string }) => {
    asked.push({ path, headers, values: body === undefined ? undefined : (JSON.parse(body) as { values: unknown }).values });
    const mine = path.endsWith('/fill-in') ? left.fill : left.open;
    const answer = (mine.length > 1 ? mine.shift() : mine[0])!;
    return Promise.resolve(new Response(JSON.stringify(answer.body), { status: answer.status }));
  });
  render(
    <MantineProvider>
      <QueryClientProvider client={createQueryClient()}>
        <FormPage link={link} />
      </QueryClientProvider>
    </MantineProvider>,
  );
  return asked;
};
const opened = { status: 200, body: exampleForm };
/** What is read out after the field's name. */
const described = (label: string): string => {
  const ids = screen.getByLabelText(label).getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
};
const heading = (name: string | RegExp) => screen.findByRole('heading', { name }, PATIENCE);

beforeAll(() => setUpTexts('en'));
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  changeLanguage('en');
});

describe('a form that was sent to a colleague', () => {
  it('M-19: is filled in by keyboard, all at once, with what stands behind the # of the link and in no address', async () => {
    const asked = show({ open: [opened], fill: [{ status: 200, body: { filledIn: ['appSecret', 'pageId'] } }] });
    await heading('Umeda Bicycles: what Messenger needs');
    const person = userEvent.setup();
    await person.tab();
    expect(document.activeElement).toBe(screen.getByLabelText('Page ID'));
    expect(described('Page ID')).toBe('Where pageId is found.');
    await person.keyboard('1029384756{Tab}');
    const secret = screen.getByLabelText('App secret');
    expect(secret).toHaveProperty('type', 'password');
    expect(described('verifyToken')).toContain('May stay empty: then one is made here');
    await person.keyboard('s3cret of the app{Enter}');
    expect(await heading('Thank you, everything is saved')).toBe(document.activeElement);

    const [first, second] = asked;
    expect(first).toMatchObject({ path: `/api/v1/forms/${FORM_LINK.id}`, headers: { authorization: `Bearer ${FORM_LINK.secret}` } });
    expect(second).toMatchObject({
      path: `/api/v1/forms/${FORM_LINK.id}/fill-in`,
      headers: { authorization: `Bearer ${FORM_LINK.secret}`, 'idempotency-key': expect.any(String) },
      values: { pageId: '1029384756', appSecret: 's3cret of the app' },
    });
    expect(document.body.innerHTML).not.toContain('s3cret');
  });

  it('says at each field what is missing or wrong, and leads the keyboard there; the link is not used up', async () => {
    const wrong = refusal(422, 'invalid', { fields: [{ field: 'appSecret', problems: ['It has 32 digits.'] }] });
    const asked = show({ open: [opened], fill: [wrong, refusal(503, 'not-available'), { status: 200, body: {} }] });
    await heading(/Umeda/);
    const person = userEvent.setup();
    await person.click(screen.getByRole('button', { name: 'Send' }));
    expect(asked).toHaveLength(1);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Page ID')), PATIENCE);
    expect(described('Page ID')).toContain('This is needed');

    await person.type(screen.getByLabelText('Page ID'), '1');
    await person.type(screen.getByLabelText('App secret'), 'short{Enter}');
    await screen.findByText('This does not look right: It has 32 digits.', {}, PATIENCE);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('App secret')), PATIENCE);
    await person.click(screen.getByRole('button', { name: 'Send' }));
    expect((await screen.findByRole('alert', {}, PATIENCE)).textContent).toContain('Try again');
    await person.click(screen.getByRole('button', { name: 'Send' }));
    await heading(/Thank you/);
    expect(new Set(asked.slice(1).map(({ headers }) => headers['idempotency-key'])).size).toBe(1);
  });

  it.each([
    ['filled in', gone('filled in'), 'This form was filled in already'],
    ['withdrawn', gone('withdrawn'), 'This link was withdrawn'],
    ['expired', gone('expired'), 'This link has expired'],
    ['of another secret', refusal(404, 'no-such-form'), 'This link does not open a form'],
    ['of an account that works', refusal(409, 'not-a-draft'), 'This account is complete already'],
  ])('says of one that is %s what to do instead', async (_what, answer, title) => {
    show({ open: [answer] });
    await heading(title);
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('that somebody else fills in meanwhile, or whose link was copied without its end, is over too', async () => {
    show({ open: [opened], fill: [gone('filled in')] });
    await heading(/Umeda/);
    const person = userEvent.setup();
    await person.type(screen.getByLabelText('Page ID'), '1');
    await person.type(screen.getByLabelText('App secret'), 's{Enter}');
    await heading('This form was filled in already');
    const asked = show({ open: [opened] }, { ...FORM_LINK, secret: '' });
    await heading('This link does not open a form');
    expect(asked).toEqual([]);
  });

  it('is in the reader’s language, with its hints', async () => {
    show({ open: [opened] });
    await heading(/Umeda/);
    act(() => changeLanguage('ru'));
    await heading('Umeda Bicycles: данные для Messenger');
    expect(described('Секрет приложения')).toBe('Где найти appSecret.');
  });

  it('stands at an address of its own', () => {
    expect(formLinkIn({ pathname: `/forms/${FORM_LINK.id}`, hash: '#c2VjcmV0' })).toEqual(FORM_LINK);
    for (const pathname of ['/', '/forms', '/forms/a/b']) expect(formLinkIn({ pathname, hash: '#x' })).toBeUndefined();
  });
});
