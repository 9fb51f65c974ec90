import assert from 'node:assert/strict';
import { openPhone } from '../fixture/phone.mjs';

const MOST_SCREENS = 5;

/** Watches the screens a person goes through; the answer tells them in order, and that they are few enough. */
export function watchScreens(tab) {
  const screens = [];
  tab.on('framenavigated', (frame) => {
    const { pathname } = new URL(frame.url());
    if (frame === tab.mainFrame() && pathname !== screens.at(-1)) screens.push(pathname);
  });
  return () => {
    // The first address only leads on to the welcome.
    const seen = screens.filter((path, n) => !(n === 0 && path === '/'));
    assert.ok(seen.length <= MOST_SCREENS, `home came after ${seen.join(', ')}`);
    return seen;
  };
}

/** Asks for a code; who asked for one a moment ago waits as long as they are told to. */
async function askForCode(tab) {
  const asked = tab.waitForResponse((answer) => answer.url().endsWith('/sms-codes'));
  await tab.getByTestId('send-code').click();
  const answer = await asked;
  if (answer.ok()) return;
  const { retryAfterSeconds } = await answer.json();
  await tab.waitForTimeout(retryAfterSeconds * 1000);
  await tab.getByTestId('send-code').click();
}

/**
 * From the first opening to the home page: consent, sign-in by text message, estate. Who belongs to it is offered it.
 * @param {{phone: string, code: () => Promise<string>, estate: {name: string, slug: string}, care: boolean,
 *   belongs?: boolean, onScreen?: (name: string) => Promise<void>}} who
 */
export async function comeHome(tab, origin, who) {
  const { phone, code, estate, care, belongs = false, onScreen = async () => {} } = who;
  const press = (testId) => tab.getByTestId(testId).first().click();
  const type = (name, text) => tab.getByTestId(name).fill(text);
  await tab.goto(origin);
  if (care) await press('care');
  await tab
    .locator(care ? '.app.care' : '.app:not(.care)')
    .first()
    .waitFor();
  await onScreen('welcome');
  await press('agree');

  await type('phone', phone);
  await askForCode(tab);
  await tab.getByRole('status').first().waitFor();
  await type('code', await code());
  await onScreen('sign-in');
  await press('enter');

  if (belongs) {
    await tab.getByTestId(`estate-${estate.slug}`).waitFor();
    await onScreen('estates');
    await press(`estate-${estate.slug}`);
    await tab.getByTestId('switch-estate').waitFor();
  } else {
    await type('estate-name', estate.name);
    await press('find');
    await tab.getByTestId(`found-${estate.slug}`).waitFor();
    await onScreen('estates');
    await press(`found-${estate.slug}`);
    await tab.getByTestId('need-bind').waitFor();
  }
}

/** Somebody who never had the app comes home, binds their unit, and comes back the next day. */
export async function firstRun(browser, origin, { care, say }) {
  const { context, tab } = await openPhone(browser, { say });
  const press = (testId) => tab.getByTestId(testId).first().click();
  const type = (name, text) => tab.getByTestId(name).fill(text);
  const screens = watchScreens(tab);
  try {
    const estate = { name: '迪赛', slug: 'disai-yuanyuan' };
    await comeHome(tab, origin, { phone: '13800008000', code: async () => '123456', estate, care });
    const seen = screens();

    await press('need-bind');
    await type('building', '3');
    await type('entrance', '2');
    await type('room', '502');
    await type('name', '陈晓');
    await type('id-last-six', '12345X');
    await press('bind');
    assert.equal(await tab.getByTestId('binding-result').getAttribute('data-state'), 'VERIFIED');

    const kept = await tab.evaluate(() => JSON.stringify({ ...localStorage }));
    for (const secret of ['token-of-the-stand-in', '13800008000', '123456', '12345X', '陈晓']) {
      assert.ok(!kept.includes(secret), `${secret} is kept: ${kept}`);
    }
    // The same person, the next day: the app knows them by the cookie alone.
    await tab.goto(origin);
    await tab.getByTestId('need-bind').waitFor();
    return seen;
  } finally {
    await context.close();
  }
}

/** Somebody who refuses reads what is public, and keeps nothing but the refusal and the estate. */
export async function refusal(browser, origin, { say }) {
  const { context, tab } = await openPhone(browser, { say });
  const asked = [];
  tab.on('request', (request) => asked.push(`${request.method()} ${new URL(request.url()).pathname}`));
  try {
    await tab.goto(origin);
    await tab.getByTestId('refuse').click();
    await tab.getByTestId('estate-name').fill('迪赛');
    await tab.getByTestId('find').click();
    await tab.getByTestId('found-disai-yuanyuan').click();
    await tab
      .getByTestId(/^notice-/)
      .first()
      .click();
    await tab.getByTestId('notice').waitFor();
    await tab.getByTestId('back').click();
    await tab.getByTestId('need-sign-in').waitFor();
    assert.deepEqual(
      asked.filter((one) => one.startsWith('POST') || one.includes('/me')),
      [],
    );
  } finally {
    await context.close();
  }
}

/** Without a network the last answers are shown, and it is said that they may be old. */
export async function withoutNetwork(browser, origin, { remembers, someEstate }) {
  const { context, tab } = await openPhone(browser, { remembers, someEstate, say: () => {} });
  try {
    await tab.goto(origin);
    await tab.getByTestId('shortcut-units').click();
    await tab.getByTestId('add').waitFor();
    await tab.getByTestId('back').click();
    await tab.getByTestId('shortcut-units').waitFor();
    await context.setOffline(true);
    await tab.getByTestId('offline').first().waitFor();
    await tab.getByTestId('shortcut-units').click();
    await tab.getByText('没有连上').first().waitFor();
    await tab
      .getByTestId(/^binding-/)
      .first()
      .waitFor();
    await context.setOffline(false);
    await tab.getByTestId('offline').waitFor({ state: 'detached' });
  } finally {
    await context.close();
  }
}
