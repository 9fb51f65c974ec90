// A clerk brings an estate on board in Chromium: a workbook with two wrong cells, then the mended one. Then the
// committee's first member signs in and finds the estate and the passphrase of its archive.
// Reads one JSON argument: {console, username, password, community, name, slug, wrong, right, expected, screenshots}.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { openBrowser } from './chromium.mjs';

const given = JSON.parse(process.argv[2]);
const ONBOARDING_MS = 180_000;
const PASSPHRASE = /^[0-9A-Z]{4}(-[0-9A-Z]{4}){5}$/;

const browser = await openBrowser();
const faults = [];
const pages = [];

/** A person at a computer of their own. */
async function person() {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  });
  const page = await context.newPage();
  pages.push(page);
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
  page.on('console', (message) => {
    const { url } = message.location();
    // Whoever has no office is refused by /me; that is how the console learns it. A new estate is knocked at until it answers.
    const expected = url.endsWith('/api/platform/me') || url.endsWith(`/api/estates/${given.slug}`);
    if (message.type() === 'error' && !expected) faults.push(`console: ${message.text()}`);
  });
  page.on(
    'response',
    (answer) => answer.status() >= 500 && faults.push(`${answer.status()} ${answer.url()}`),
  );
  return page;
}

const photograph = (page, name) => page.screenshot({ path: join(given.screenshots, `${name}.png`) });

/** Name and password stand on one page. */
async function signIn(page, username, password) {
  await page.goto(given.console);
  await page.locator('#username').fill(username);
  await page.locator('#password').fill(password);
  await page.locator('#kc-login').click();
}

async function bringOnBoard(page) {
  await page.goto(`${given.console}onboarding`);
  await page.getByTestId('estate-name').fill(given.name);
  await page.getByTestId('estate-slug').fill(given.slug);
  await page.getByTestId('estate-community').click();
  await page.getByRole('option', { name: given.community }).click();
  await page.getByTestId('estate-address').fill('测试路1号');
  await page.getByTestId('submit').click();

  await page.getByTestId('verify').click();
  await page.getByTestId('workbook-file').setInputFiles(given.wrong);
  await page.getByTestId('verdict').waitFor();
  assert.equal(await page.getByTestId('verdict').getAttribute('data-importable'), 'false');
  for (const cell of given.expected) await page.getByRole('cell', { name: cell }).first().waitFor();
  await photograph(page, 'report');

  await page.getByTestId('verdict').getByRole('button').first().click();
  await page.getByTestId('workbook-file').setInputFiles(given.right);
  await page.getByTestId('start-run').click();
  await page.locator('[data-step=SCHEMA]').waitFor();
  await photograph(page, 'run');
  await page.getByTestId('onboarded').waitFor({ timeout: ONBOARDING_MS });
  await photograph(page, 'onboarded');
}

async function inviteCommittee(page) {
  await page.getByTestId('committee-access').click();
  const username = await page.getByTestId('username').textContent();
  const password = await page.getByTestId('password').textContent();
  await page.getByTestId('secret-kept').click();
  return { username, password };
}

async function openPublicPage(page) {
  await page.getByTestId('open-estate').click();
  await page.waitForURL(`**/console/e/${given.slug}*`);
  await page.getByRole('heading', { name: given.name }).first().waitFor();
  await page
    .getByText(/¥\d+\.\d\d/)
    .first()
    .waitFor();
  await photograph(page, 'opened');
}

async function visitOwnEstate(page, member) {
  await signIn(page, member.username, member.password);
  const own = randomUUID();
  await page.locator('#password-new').fill(own);
  await photograph(page, 'new-password');
  await page.locator('#password-confirm').fill(own);
  await page.locator('#kc-submit').click();
  await page.waitForURL(`**/console/my/${given.slug}`);
  await page.getByRole('heading', { name: given.name }).waitFor();
  await page
    .getByTestId('funds')
    .getByText(/¥[\d,]+\.\d\d/)
    .first()
    .waitFor();
  await photograph(page, 'committee');
  await page.getByTestId('show-passphrase').click();
  assert.match(await page.getByTestId('passphrase').textContent(), PASSPHRASE);
  await photograph(page, 'passphrase');
  await takePassphrase(page, given.slug);
}

/** Only what the member says counts as taken, and it stays said. */
async function takePassphrase(page, slug) {
  const noted = page.waitForResponse((answer) =>
    answer.url().endsWith(`/api/estates/${slug}/archive-passphrase/taken`),
  );
  await page.getByTestId('take-passphrase').click();
  assert.equal((await noted).status(), 204);
  await page.getByTestId('passphrase').waitFor({ state: 'detached' });
  const shownAgain = page.waitForResponse((answer) => answer.url().endsWith('/archive-passphrase'));
  await page.getByTestId('show-passphrase').click();
  assert.ok((await (await shownAgain).json()).takenAt);
}

try {
  const clerk = await person();
  await clerk.goto(given.console);
  await clerk.locator('#password').waitFor();
  await photograph(clerk, 'sign-in');
  await signIn(clerk, given.username, given.password);
  await clerk.getByRole('navigation').first().waitFor();
  await photograph(clerk, 'overview');
  await clerk.goto(`${given.console}estates`);
  await clerk.getByRole('row').nth(1).waitFor();
  await photograph(clerk, 'estates');

  await bringOnBoard(clerk);
  const member = await inviteCommittee(clerk);
  await openPublicPage(clerk);
  await visitOwnEstate(await person(), member);
  assert.deepEqual(faults, []);
  console.log('The estate was brought on board.');
} catch (error) {
  await Promise.all(pages.map((page, n) => photograph(page, `fault-${n}`).catch(() => undefined)));
  console.error(error);
  console.error(faults.join('\n'));
  process.exitCode = 1;
} finally {
  await browser.close();
}
