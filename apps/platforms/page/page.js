import { get, patch, post, Refused, remove } from './api.js';
import { drawEntry, element } from './chat-view.js';
import { languageNames, texts } from './texts.js';

const $ = (id) => document.getElementById(id);
const parameters = new URLSearchParams(location.search);

const SAMPLE_PLACE = { latitude: 35.6812, longitude: 139.7671, title: '東京駅', address: '東京都千代田区丸の内1' };
const ATTACHABLE = [
  'image',
  'own image',
  'video',
  'audio',
  'voice',
  'file',
  'own file',
  'sticker',
  'location',
  'contact',
  'order',
  'referral',
  'read',
  'unknown',
];

const state = {
  platforms: [],
  accounts: [],
  customers: [],
  /** Entry id → { entry, drawn }. */
  entries: new Map(),
  account: undefined,
  customer: undefined,
  /** What the composer does beside sending: `{ kind: 'edit' | 'reply', entry }`. */
  context: undefined,
  live: undefined,
};

let language = [parameters.get('lang'), localStorage.getItem('language'), navigator.language.slice(0, 2), 'en'].find(
  (wanted) => texts[wanted],
);
const words = () => texts[language];

const platform = () => state.platforms.find((known) => known.platform === state.account?.platform);
const can = (action) => platform()?.actions.includes(action) ?? false;
const accountPath = () => `/${state.account.platform}/${encodeURIComponent(state.account.account)}`;
const customerPath = () => `${accountPath()}/customers/${encodeURIComponent(state.customer.id)}`;

/** Runs what somebody asked for and tells when it did not work. */
const attempt = async (work) => {
  try {
    const result = await work();
    $('problem').hidden = true;
    return result;
  } catch (error) {
    $('problem').textContent = error instanceof Refused ? `${words().failed} ${error.message}` : words().offline;
    $('problem').hidden = false;
    return undefined;
  }
};

const fill = (select, options, chosen) => {
  select.replaceChildren(...options.map(({ value, label }) => element('option', { value, selected: value === chosen }, label)));
};

const showWords = () => {
  document.documentElement.lang = language;
  document.title = words().title;
  for (const marked of document.querySelectorAll('[data-text]')) marked.textContent = words()[marked.dataset.text];
  for (const marked of document.querySelectorAll('[data-label]')) marked.setAttribute('aria-label', words()[marked.dataset.label]);
  for (const marked of document.querySelectorAll('[data-placeholder]')) marked.placeholder = words()[marked.dataset.placeholder];
  fill(
    $('language'),
    Object.entries(languageNames).map(([value, label]) => ({ value, label })),
    language,
  );
  showAccounts();
  showAccount();
  showCustomer();
  showContext();
  drawAll();
};

const keyOf = ({ platform: name, account }) => `${name}/${account}`;

const nameOf = (name) => words().platforms[name] ?? name;

const showAccounts = () => {
  const options = state.accounts.map((account) => ({ value: keyOf(account), label: `${nameOf(account.platform)}: ${account.name}` }));
  fill($('account'), options, state.account && keyOf(state.account));
};

/** What depends on the platform: things to send, disturbances, settings. */
const showAccount = () => {
  if (!state.account) return;
  const { actions, faults } = words();
  const buttons = ATTACHABLE.filter((name) => can(name.replace('own ', ''))).map((name) =>
    element('button', { type: 'button', onclick: () => attach(name) }, actions[name]),
  );
  $('attach').replaceChildren(...buttons);
  const [callForm, webhookForm] = [$('call-fault'), $('webhook-fault')];
  const labelled = (kinds) => kinds.map((value) => ({ value, label: faults[value] }));
  fill(callForm.elements.kind, labelled(platform().callFaults), callForm.elements.kind.value);
  fill(
    callForm.elements.call,
    [{ value: '*', label: words().anyCall }, ...platform().calls.map((value) => ({ value, label: value }))],
    callForm.elements.call.value,
  );
  fill(webhookForm.elements.kind, labelled(platform().webhookFaults), webhookForm.elements.kind.value);
  const { settings } = state.account;
  $('redelivery-row').hidden = settings.redelivery === undefined;
  $('redelivery').checked = settings.redelivery ?? false;
  $('webhook').textContent = settings.webhookUrl ?? words().nowhere;
};

const showCustomer = () => {
  fill(
    $('customer'),
    state.customers.map(({ id, name }) => ({ value: id, label: name })),
    state.customer?.id,
  );
  const { customer, account } = state;
  $('phone-title').textContent = account ? account.name : words().noAccounts;
  $('phone-platform').textContent = account ? nameOf(account.platform) : '';
  document.body.dataset.platform = account?.platform ?? '';
  $('subject-row').hidden = !can('mail');
  for (const control of $('composer').elements) control.disabled = !customer;
  $('follow').hidden = !customer || !can('follow');
  $('follow').textContent = customer?.blocked ? words().unblock : words().follow;
  $('block').hidden = !customer || customer.blocked || !can('block');
  $('block').textContent = words().block;
};

const showContext = () => {
  $('context').hidden = !state.context;
  if (!state.context) return;
  const { kind, entry } = state.context;
  $('context').firstElementChild.textContent = `${kind === 'edit' ? words().editing : words().answering} ${entry.text ?? entry.kind}`;
};

const setContext = (context) => {
  state.context = context;
  if (context?.kind === 'edit') $('text').value = context.entry.text;
  showContext();
  $('text').focus();
};

const doingsFor = (entry) => {
  if (entry.deleted || entry.kind === 'event') return [];
  const own = entry.from === 'customer';
  const has = entry.reactions?.length > 0;
  // LINE tells accounts of edits in groups only, and this page plays no groups.
  const editable = own && entry.kind === 'text' && can('edit') && state.account.platform !== 'line';
  return [
    !own && { label: words().reply, act: () => setContext({ kind: 'reply', entry }) },
    editable && { label: words().edit, act: () => setContext({ kind: 'edit', entry }) },
    own && can('unsend') && { label: words().unsend, act: () => act({ type: 'unsend', messageId: entry.id }) },
    !own &&
      can('reaction') && {
        label: has ? words().unreact : words().react,
        act: () => act({ type: 'reaction', messageId: entry.id, emoji: has ? null : '👍' }),
      },
  ].filter(Boolean);
};

const pressing = (entry, { data, text, label }) => {
  if (data === undefined) return { type: 'text', text: text ?? label };
  return can('choose') ? { type: 'choose', messageId: entry.id, choice: data } : { type: 'postback', data, messageId: entry.id };
};

const draw = (entry) =>
  drawEntry(entry, {
    words: words(),
    locale: language,
    quoted: entry.replyTo && state.entries.get(entry.replyTo)?.entry,
    doings: doingsFor(entry),
    press: (button) => act(pressing(entry, button)),
  });

const show = (entry) => {
  const chat = $('chat');
  const known = state.entries.get(entry.id);
  const drawn = draw(entry);
  state.entries.set(entry.id, { entry, drawn });
  if (known) known.drawn.replaceWith(drawn);
  else chat.append(drawn);
  if (entry.from === 'account') $('typing').textContent = '';
  if (!known) chat.scrollTop = chat.scrollHeight;
};

const drawAll = () => {
  const entries = [...state.entries.values()].map(({ entry }) => entry);
  $('chat').replaceChildren();
  state.entries.clear();
  entries.forEach(show);
};

const act = (action) => attempt(() => post(`${customerPath()}/messages`, action));

const attach = (name) => {
  if (name.startsWith('own ')) {
    $('file').accept = name === 'own image' ? 'image/*' : '';
    $('file').onchange = () => sendFile(name === 'own image' ? 'image' : 'file');
    $('file').click();
    return;
  }
  const more = { location: SAMPLE_PLACE, contact: { name: state.customer.name, phone: '+819000000000' } };
  void act({ type: name, ...more[name] });
};

const sendFile = (type) => {
  const [file] = $('file').files;
  if (!file) return;
  const form = new FormData();
  form.set('type', type);
  form.set('file', file);
  $('file').value = '';
  void attempt(() => post(`${customerPath()}/messages`, form));
};

const sendText = async () => {
  const text = $('text').value;
  if (text.trim() === '') return;
  const { context } = state;
  const subject = can('mail') && $('subject').value ? { subject: $('subject').value } : {};
  const action =
    context?.kind === 'edit'
      ? { type: 'edit', messageId: context.entry.id, text }
      : { type: can('mail') ? 'mail' : 'text', text, ...subject, ...(context ? { replyTo: context.entry.id } : {}) };
  if (!(await act(action))) return;
  $('text').value = '';
  $('subject').value = '';
  setContext(undefined);
};

const showFaults = async () => {
  const faults = await get(`${accountPath()}/faults`);
  const lines = faults.map(
    (fault) => `${words().faults[fault.kind]}${fault.call && fault.call !== '*' ? ` (${fault.call})` : ''} × ${fault.remaining}`,
  );
  $('faults').replaceChildren(...(lines.length > 0 ? lines : [words().none]).map((line) => element('li', {}, line)));
};

const setFault = (form, on) => {
  const fields = Object.fromEntries(new FormData(form));
  return attempt(async () => {
    await post(`${accountPath()}/faults`, { ...fields, on, times: Number(fields.times), delayMs: Number(fields.delayMs) });
    await showFaults();
  });
};

const rememberInAddress = () => {
  const address = new URL(location.href);
  address.searchParams.set('platform', state.account.platform);
  address.searchParams.set('account', state.account.account);
  if (state.customer) address.searchParams.set('customer', state.customer.id);
  history.replaceState(null, '', address);
};

let typingEnds;
const showTyping = (seconds) => {
  clearTimeout(typingEnds);
  $('typing').textContent = words().typing;
  typingEnds = setTimeout(() => ($('typing').textContent = ''), seconds * 1_000);
};

const loadChat = async () => {
  const { entries } = await get(`${customerPath()}/chat`);
  for (const entry of entries) if (JSON.stringify(state.entries.get(entry.id)?.entry) !== JSON.stringify(entry)) show(entry);
};

const follow = () => {
  state.live?.close();
  const query = new URLSearchParams({ platform: state.account.platform, account: state.account.account, chat: state.customer.id });
  state.live = new EventSource(`/api/live?${query}`);
  // Also after a break: what was missed meanwhile is read again.
  state.live.onopen = () => attempt(async () => Promise.all([loadChat(), showFaults()]));
  state.live.onerror = () => attempt(() => Promise.reject(new Error('no connection')));
  state.live.onmessage = ({ data }) => {
    const event = JSON.parse(data);
    if (event.type === 'entry') show(event.entry);
    if (event.type === 'typing') showTyping(event.seconds);
    if (event.type === 'customer') {
      state.customers = state.customers.map((known) => (known.id === event.customer.id ? event.customer : known));
      if (state.customer.id === event.customer.id) state.customer = event.customer;
      showCustomer();
    }
  };
};

const chooseCustomer = (customer) => {
  state.customer = customer;
  state.entries.clear();
  $('chat').replaceChildren();
  state.context = undefined;
  showContext();
  showCustomer();
  rememberInAddress();
  if (customer) follow();
};

const chooseAccount = async (account, customerId) => {
  state.account = account;
  showAccounts();
  if (account) {
    state.customers = await get(`${accountPath()}/customers`);
    showAccount();
    await showFaults();
    chooseCustomer(state.customers.find(({ id }) => id === customerId) ?? state.customers[0]);
  } else showCustomer();
};

const listen = () => {
  $('language').onchange = () => {
    language = $('language').value;
    localStorage.setItem('language', language);
    showWords();
    if (state.account) void attempt(showFaults);
  };
  $('account').onchange = () => attempt(() => chooseAccount(state.accounts.find((account) => keyOf(account) === $('account').value)));
  $('customer').onchange = () => chooseCustomer(state.customers.find(({ id }) => id === $('customer').value));
  $('new-customer').onsubmit = (event) => {
    event.preventDefault();
    void attempt(async () => {
      const customer = await post(`${accountPath()}/customers`, { name: $('new-name').value.trim(), language });
      $('new-name').value = '';
      state.customers.push(customer);
      chooseCustomer(customer);
    });
  };
  $('follow').onclick = () => act({ type: 'follow' });
  $('block').onclick = () => act({ type: 'block' });
  $('composer').onsubmit = (event) => {
    event.preventDefault();
    void sendText();
  };
  $('text').onkeydown = (event) => {
    // 229: a key that an input method is still using, on browsers that do not say so otherwise.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    void sendText();
  };
  $('context').lastElementChild.onclick = () => setContext(undefined);
  $('call-fault').onsubmit = (event) => {
    event.preventDefault();
    void setFault($('call-fault'), 'call');
  };
  $('webhook-fault').onsubmit = (event) => {
    event.preventDefault();
    void setFault($('webhook-fault'), 'webhook');
  };
  $('end-faults').onclick = () =>
    attempt(async () => {
      await remove(`${accountPath()}/faults`);
      await showFaults();
    });
  $('redelivery').onchange = () =>
    attempt(async () => {
      state.account = await patch(accountPath(), { redelivery: $('redelivery').checked });
      showAccount();
    });
};

listen();
showWords();
await attempt(async () => {
  [state.platforms, state.accounts] = await Promise.all([get('/platforms'), get('/accounts')]);
  const wanted = state.accounts.find(
    (account) => account.platform === parameters.get('platform') && [account.account, null].includes(parameters.get('account')),
  );
  await chooseAccount(wanted ?? state.accounts[0], parameters.get('customer'));
});
