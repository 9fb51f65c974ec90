// A clerk brings an estate on board in Chromium: a workbook with two wrong cells, then the mended one.
// Reads one JSON argument: {console, username, password, community, name, slug, wrong, right, expected, screenshots}.
import assert from 'node:assert/strict';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const given = JSON.parse(process.argv[2]);
const ONBOARDING_MS = 180_000;

const browser = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), 'yuanlin-chromium-')), {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  viewport: { width: 1440, height: 900 },
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1',
  ],
});
const page = await browser.newPage();
const faults = [];
page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
page.on('response', (answer) => answer.status() >= 500 && faults.push(`${answer.status()} ${answer.url()}`));
const photograph = (name) => page.screenshot({ path: join(given.screenshots, `${name}.png`) });

try {
  await page.goto(given.console);
  await page.locator('#username').fill(given.username);
  // With estates in the realm, Keycloak asks for the name first and for the password on the next page.
  if (!(await page.locator('#password').isVisible())) await page.locator('#kc-login').click();
  await page.locator('#password').fill(given.password);
  await page.locator('#kc-login').click();
  await page.getByRole('navigation').first().waitFor();
  await photograph('overview');

  await page.goto(`${given.console}estates`);
  await page.getByRole('row').nth(1).waitFor();
  await photograph('estates');

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
  await photograph('report');

  await page.getByTestId('verdict').getByRole('button').first().click();
  await page.getByTestId('workbook-file').setInputFiles(given.right);
  await page.getByTestId('start-run').click();
  await page.locator('[data-step=SCHEMA]').waitFor();
  await photograph('run');
  await page.getByTestId('onboarded').waitFor({ timeout: ONBOARDING_MS });
  await photograph('onboarded');

  await page.getByTestId('open-estate').click();
  await page.waitForURL(`**/console/e/${given.slug}*`);
  await page.getByRole('heading', { name: given.name }).first().waitFor();
  await page
    .getByText(/¥\d+\.\d\d/)
    .first()
    .waitFor();
  await photograph('opened');
  assert.deepEqual(faults, []);
  console.log('The estate was brought on board.');
} catch (error) {
  await photograph('fault').catch(() => undefined);
  console.error(error);
  console.error(faults.join('\n'));
  process.exitCode = 1;
} finally {
  await browser.close();
}
