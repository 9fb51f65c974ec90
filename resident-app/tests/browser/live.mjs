// A newcomer in Chromium at 360 px, against a running platform: the code comes by text message from the simulator.
// Reads one JSON argument: {app, simulator, phone, estate: {name, slug}, screenshots}.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { openPhone, settled } from '../fixture/phone.mjs';
import { openBrowser } from './chromium.mjs';
import { comeHome } from './firstRun.mjs';
import { codeFor } from './sms.mjs';

const given = JSON.parse(process.argv[2]);
const faults = [];

const browser = await openBrowser();
const { context, tab } = await openPhone(browser, { say: (fault) => faults.push(fault) });
tab.setDefaultTimeout(45_000); // A whole platform and the browser share the machine.
const photograph = (name) => tab.screenshot({ path: join(given.screenshots, `resident-${name}.png`) });
try {
  const code = () => codeFor(given.simulator, given.phone);
  await comeHome(tab, given.app, { phone: given.phone, estate: given.estate, code, care: false });
  await settled(tab);
  await photograph('home');

  const cookies = await context.cookies(`${given.app}api/identity/`);
  assert.ok(
    cookies.some(
      ({ name, httpOnly, sameSite }) => name === 'yuanlin_refresh' && httpOnly && sameSite === 'Strict',
    ),
  );

  // The same person the next day: only the cookie is left of the sign-in.
  const renewed = tab.waitForResponse((answer) => answer.url().endsWith('/sessions/refresh'));
  await tab.goto(given.app);
  assert.equal((await renewed).status(), 200);
  await tab.getByTestId('need-bind').waitFor();

  await tab.getByTestId('need-bind').click();
  await tab.getByTestId('join-as-guest').click();
  await tab.getByTestId('nothing-needed').or(tab.getByTestId('need-bind')).first().waitFor();
  await tab.getByTestId('tab-me').click();
  await tab.getByTestId('profile').click();
  await tab.getByText('邻居').waitFor();
  await photograph('neighbour');
  await tab.getByTestId('sign-out').click();
  await tab.getByTestId('need-sign-in').waitFor();
  assert.deepEqual(faults, []);
  console.log('A neighbour came in and left.');
} catch (error) {
  await photograph('fault').catch(() => undefined);
  console.error(error);
  console.error(faults.join('\n'));
  process.exitCode = 1;
} finally {
  await browser.close();
}
