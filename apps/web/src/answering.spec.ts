// @vitest-environment node
import { CHOSEN, WHATSAPP } from './testing/example-rows.js';
import { desksOfTheSpec } from './testing/shown-desk.js';

const aDesk = desksOfTheSpec('development');

describe('answering', () => {
  it('sends with Ctrl+Enter, with the version that was seen, and shows it at once', async () => {
    const desk = await aDesk();
    await desk.page.keyboard.press('r');
    await desk.page.keyboard.type('Thank you');
    await desk.page.keyboard.press('Enter');
    await desk.page.keyboard.type('very much');
    await desk.page.keyboard.press('Control+Enter');
    await desk.story.getByText('Thank you').waitFor();
    await expect
      .poll(() => desk.asked)
      .toEqual([
        {
          path: `/conversations/${CHOSEN}/replies`,
          body: { content: { type: 'text', text: 'Thank you\nvery much' }, version: 12 },
          key: expect.stringMatching(/^[0-9a-f-]{36}$/),
        },
      ]);
    expect(await desk.field.inputValue()).toBe('');
  });

  it('tells of what came in meanwhile, and obeys who has been told', async () => {
    const desk = await aDesk();
    await desk.field.fill('As I was saying');
    desk.customerWrites('Wait, forget it');
    desk.customerWrites('Really');
    await desk.page.getByText('2 new messages since you began.').waitFor();
    await desk.page.getByRole('button', { name: 'Send anyway' }).click();
    await expect.poll(() => desk.asked).toHaveLength(1);
    expect(desk.asked[0]!.body).toEqual({ content: { type: 'text', text: 'As I was saying' } });
  });

  it('keeps the text when the desk knows of something that the page does not show yet', async () => {
    const desk = await aDesk();
    desk.state.refuse = { status: 409, code: 'it-changed' };
    await desk.field.fill('Too early');
    await desk.field.press('Control+Enter');
    await desk.page.getByRole('button', { name: 'Look first' }).click();
    expect(await desk.field.inputValue()).toBe('Too early');
    expect(await desk.page.getByText('since you began').count()).toBe(0);
  });

  it('tries again under the same key when no certain answer came', async () => {
    const desk = await aDesk();
    desk.state.refuse = { status: 503, code: 'not-available' };
    await desk.field.fill('Once');
    await desk.field.press('Control+Enter');
    await desk.page.getByText('nothing is done twice').first().waitFor();
    desk.state.refuse = null;
    await desk.field.press('Control+Enter');
    await desk.story.getByText('Once', { exact: true }).waitFor();
    await expect.poll(() => desk.asked).toHaveLength(2);
    expect(desk.asked[0]).toEqual(desk.asked[1]);
  });

  it('keeps a draft over a reload, and says so in the list', async () => {
    const desk = await aDesk();
    await desk.field.fill('Half a sent');
    await desk.page.clock.runFor(600);
    await desk.page.reload();
    await desk.story.getByRole('article').last().waitFor();
    expect(await desk.field.inputValue()).toBe('Half a sent');
    await desk.page.getByTestId('conversation-list').getByText('Draft:').waitFor();
  });

  it('quotes a message of the customer', async () => {
    const desk = await aDesk();
    await desk.story.getByRole('article').last().getByRole('button', { name: 'Quote this message' }).click();
    await desk.page.getByRole('button', { name: 'Do not quote' }).waitFor();
    await desk.field.fill('About this');
    await desk.field.press('Control+Enter');
    await desk.story.getByText('About this').waitFor();
    await expect.poll(() => desk.asked).toHaveLength(1);
    expect(desk.asked[0]!.body).toMatchObject({ content: { text: 'About this' }, replyTo: 'platform m12' });
    expect(await desk.page.getByRole('button', { name: 'Do not quote' }).count()).toBe(0);
  });

  it('M-177: takes templates by the slash and the keyboard alone, in the language of the conversation, or another that is chosen', async () => {
    const desk = await aDesk();
    const { page, field } = desk;
    await field.fill('Dear customer,\n');
    await field.press('/');
    const dialog = page.getByRole('dialog', { name: 'Reply templates' });
    await dialog.getByRole('option').first().waitFor();
    expect(await dialog.getByRole('option').allInnerTexts()).toEqual([
      expect.stringContaining('次の営業開始は'),
      expect.stringContaining('お問い合わせありがとうございます'),
      expect.stringMatching(/Recall\s+Russian/),
    ]);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => dialog.getByRole('option', { selected: true }).innerText()).toContain('/hi');
    const active = await dialog.getByRole('combobox', { name: 'Name, shortcut or words' }).getAttribute('aria-activedescendant');
    expect(await dialog.getByRole('option', { selected: true }).getAttribute('id')).toBe(active);
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached' });
    const inserted = 'Dear customer,\n佐藤 花子様\nお問い合わせありがとうございます。Aiko Tanakaです。';
    expect(await field.inputValue()).toBe(inserted);
    await page.keyboard.type('!');
    expect(await field.inputValue()).toBe(`${inserted}!`);

    await field.fill('');
    await page.getByRole('button', { name: 'Reply templates' }).click();
    await dialog.getByRole('combobox', { name: 'Language' }).click();
    await page.getByRole('option', { name: 'English' }).click();
    await dialog.getByRole('option', { name: 'We open {{nextOpening}}.' }).click();
    expect(await field.inputValue()).toBe('We open {{nextOpening}}.');
  });

  it('sends no place that nobody has filled in, and leaves a slash to who means one', async () => {
    const desk = await aDesk();
    const { page, field } = desk;
    await field.fill('We open {{nextOpening}}.');
    await page.getByText('Fill in {{nextOpening}} before you send.').waitFor();
    await field.press('Control+Enter');
    expect(await page.getByRole('button', { name: 'Send', exact: true }).isDisabled()).toBe(true);
    await field.fill('Open 24');
    await page.getByText('Fill in {{nextOpening}}').waitFor({ state: 'detached' });
    await field.press('End');
    await page.keyboard.type('/7 ');
    expect(await field.inputValue()).toBe('Open 24/7 ');
    await page.keyboard.press('/');
    await page.getByRole('dialog', { name: 'Reply templates' }).getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => field.inputValue()).toBe('Open 24/7 /');
    await page.keyboard.type('home ');
    await page.keyboard.press('/');
    await page.getByRole('dialog', { name: 'Reply templates' }).getByRole('option').first().waitFor();
    await page.keyboard.press(' ');
    await expect.poll(() => field.inputValue()).toBe('Open 24/7 /home / ');
    expect(desk.asked).toEqual([]);
  });

  it('offers choices where the channel has them', async () => {
    const desk = await aDesk();
    await desk.field.fill('Which shop?');
    await desk.page.getByRole('button', { name: 'Offer choices' }).click();
    const dialog = desk.page.getByRole('dialog');
    await dialog.getByLabel(/Choices, one a line/).fill('Umeda\n\nNamba\nUmeda');
    await dialog.getByRole('button', { name: 'Send', exact: true }).click();
    await expect.poll(() => desk.asked.length).toBe(1);
    const options = ['Umeda', 'Namba'].map((label) => ({ id: label, label }));
    expect(desk.asked[0]!.body).toMatchObject({ content: { type: 'choices', style: 'quick replies', text: 'Which shop?', options } });
  });

  it('complaint 3: gives approved messages instead of the field when the platform takes no free ones', async () => {
    const desk = await aDesk({ hash: `#/my/${WHATSAPP}` });
    await desk.page.getByText('takes only approved messages now').waitFor();
    expect(await desk.page.getByRole('textbox', { name: 'Write a reply' }).count()).toBe(0);
    await desk.page.getByRole('combobox', { name: 'Approved message' }).click();
    await desk.page.getByRole('option', { name: 'order_ready (ja)' }).click();
    await desk.page.getByRole('textbox', { name: 'Place 1' }).fill('A-12');
    await desk.page.getByText('ご注文 A-12 の準備ができました').waitFor();
    await desk.page.getByRole('button', { name: 'Send' }).click();
    await expect.poll(() => desk.asked.length).toBe(1);
    expect(desk.asked[0]!.body).toMatchObject({
      content: { type: 'template', name: 'order_ready', language: 'ja', parameters: ['A-12'], text: 'ご注文 A-12 の準備ができました。' },
    });
  });

  it('writes notes apart from replies', async () => {
    const desk = await aDesk();
    await desk.field.fill('for the customer');
    await desk.field.press('Escape');
    await desk.page.keyboard.press('n');
    const note = desk.page.getByRole('textbox', { name: 'Note: only your team sees this' });
    expect(await note.inputValue()).toBe('');
    await note.fill('for the team');
    await desk.page.getByRole('button', { name: 'Add note' }).click();
    await expect
      .poll(() => desk.asked.map(({ path, body }) => [path, body]))
      .toEqual([[`/conversations/${CHOSEN}/notes`, { text: 'for the team' }]]);
  });
});
