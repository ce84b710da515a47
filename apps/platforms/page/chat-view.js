/** @returns an element with its children; strings become text, never markup. */
export const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child instanceof Node || (typeof child === 'string' && child !== '')));
  return made;
};

/**
 * One entry of the chat. Everything in it was written by somebody: it goes in as text, and addresses only where they are http(s).
 *
 * @param entry `ChatEntry` of the control API
 * @param view `{ words, locale, quoted, doings, press }`: the page's texts, the entry it answers, what can be done with it
 */
export const drawEntry = (entry, { words, locale, quoted, doings, press }) => {
  const body = entry.deleted ? [element('p', { className: 'words gone' }, words.deleted)] : drawContent(entry, words);
  const isEvent = entry.kind === 'event';
  const time = new Date(entry.at).toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
  const sender = isEvent ? '' : [entry.senderName, entry.fromAddress && `<${entry.fromAddress}>`].filter(Boolean).join(' ');
  const facts = [sender, time, entry.edited ? words.edited : '', entry.seen ? words.seen : '', ...(entry.reactions ?? [])]
    .filter(Boolean)
    .join(' · ');
  return element(
    'article',
    { className: `entry ${entry.from} ${entry.kind}` },
    quoted && element('p', { className: 'quote' }, quoted.text || quoted.kind),
    entry.subject && !entry.deleted && element('p', { className: 'subject' }, entry.subject),
    ...body,
    entry.buttons?.length &&
      !entry.deleted &&
      element('div', { className: 'buttons' }, ...entry.buttons.map((button) => drawButton(button, press))),
    element('p', { className: 'facts' }, facts),
    doings.length > 0 &&
      element(
        'div',
        { className: 'doings' },
        ...doings.map(({ label, act }) => element('button', { type: 'button', onclick: act }, label)),
      ),
  );
};

const drawContent = (entry, words) => {
  switch (entry.kind) {
    case 'event':
      return [element('p', { className: 'words' }, words.events[entry.text] ?? `${words.pressed} ${entry.text}`)];
    case 'unknown':
      return [element('p', { className: 'words gone' }, `${words.unknownKind} ${entry.text ?? ''}`)];
    case 'location':
      return [caption(entry), drawMapLink(entry.location, words)];
    case 'text':
    case 'contact':
      return [caption(entry)];
    default:
      return [drawMedia(entry, words), caption(entry)];
  }
};

const caption = ({ text }) => (text ? element('p', { className: 'words' }, text) : undefined);

const drawMapLink = ({ latitude, longitude }, words) =>
  element(
    'a',
    {
      href: `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=16/${latitude}/${longitude}`,
      target: '_blank',
      rel: 'noopener noreferrer',
    },
    `${words.openMap} ${latitude}, ${longitude}`,
  );

const drawMedia = ({ kind, media, text }, words) => {
  if (media?.problem) return element('p', { className: 'words gone' }, `${words.broken} ${media.problem}`);
  if (!media?.url) return kind === 'sticker' ? undefined : element('p', { className: 'words gone' }, words.loading);
  const description = media.fileName ?? text ?? kind;
  switch (kind) {
    case 'image':
    case 'sticker':
      return element('img', { src: media.url, alt: description, loading: 'lazy' });
    case 'video':
      return element('video', { src: media.url, controls: true, preload: 'metadata', ariaLabel: description });
    case 'audio':
      return element('audio', { src: media.url, controls: true, preload: 'metadata', ariaLabel: description });
    default:
      return element('a', { href: media.url, download: media.fileName ?? '' }, `${words.download}: ${description}`);
  }
};

const drawButton = (button, press) => {
  if (button.url === undefined) return element('button', { type: 'button', onclick: () => press(button) }, button.label);
  const safe = /^https?:\/\//i.test(button.url);
  return safe
    ? element('a', { href: button.url, target: '_blank', rel: 'noopener noreferrer' }, button.label)
    : element('span', {}, button.label);
};
