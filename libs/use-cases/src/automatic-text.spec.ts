import { automaticText } from './automatic-text.js';

const texts = { en: 'We open {{nextOpening}}.', ja: '{{nextOpening}}に開きます。', ru: 'Мы откроемся: {{nextOpening}}.' };
const opensAt = new Date('2026-11-30T00:00:00.000Z');
const told = (more: object) => automaticText({ texts, opensAt, timeZone: 'Asia/Tokyo', ...more });

describe('a text that is said by itself', () => {
  it('is in the customer’s language, names the opening as it is written there, and says whose clock it is', () => {
    expect(told({ language: 'en-GB' })).toEqual({ text: 'We open Mon, Nov 30, 9:00 AM GMT+9.', opensAt: opensAt.toISOString() });
    expect(told({ language: 'ja' })).toMatchObject({ text: '11月30日(月) 9:00 JSTに開きます。' });
    expect(told({ language: 'ru' })).toMatchObject({ text: expect.stringMatching(/^Мы откроемся: пн, 30 нояб\..*09:00 GMT\+9\.$/) });
  });

  it('is in the fallback where it is not written in theirs, else in the first', () => {
    expect(told({ language: 'vi', fallbackLanguage: 'ja' })).toMatchObject({ text: expect.stringContaining('開きます') });
    expect(told({ language: undefined })).toMatchObject({ text: expect.stringContaining('We open') });
  });

  it('names the hour by the clock of the season in which it opens', () => {
    const berlin = (at: string) => automaticText({ texts, language: 'en', timeZone: 'Europe/Berlin', opensAt: new Date(at) });
    expect(berlin('2026-10-23T07:00:00.000Z')).toMatchObject({ text: 'We open Fri, Oct 23, 9:00 AM GMT+2.' });
    expect(berlin('2026-10-26T08:00:00.000Z')).toMatchObject({ text: 'We open Mon, Oct 26, 9:00 AM GMT+1.' });
  });

  it('is left out when it should name an opening and there is none; without one it stands as it is', () => {
    expect(told({ opensAt: undefined })).toEqual({ skipped: 'no opening' });
    expect(automaticText({ texts: { en: 'One moment.' } })).toEqual({ text: 'One moment.' });
    expect(automaticText({ texts: { en: 'Closed.' }, opensAt })).toEqual({ text: 'Closed.', opensAt: opensAt.toISOString() });
  });
});
