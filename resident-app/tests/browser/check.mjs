// In Chromium, at 360 px, against the stand-in: the first run in its ways, and every page looked over by axe as it is and
// in 关怀版, both in light and in dark, and with a failed request. npm run test:browser; build for browsers first.
import { estates } from '../fixture/data.mjs';
import { look, tell } from '../fixture/look.mjs';
import { setMood, startServer } from '../fixture/server.mjs';
import { openBrowser } from './chromium.mjs';
import { firstRun, refusal, withoutNetwork } from './firstRun.mjs';

const server = await startServer();
const browser = await openBrowser();
const faults = [];

async function attempt(what, run) {
  try {
    const told = await run({ say: (fault) => faults.push(`${what}: ${fault}`) });
    console.log(`${what}${told ? `: ${told.join(', ')}` : ''}`);
  } catch (error) {
    faults.push(`${what}: ${error.message}`);
  }
}

try {
  setMood({ who: 'newcomer' });
  await attempt('First run', (on) => firstRun(browser, server.origin, { ...on, care: false }));
  await attempt('First run in 关怀版', (on) => firstRun(browser, server.origin, { ...on, care: true }));
  await attempt('Refusal', (on) => refusal(browser, server.origin, on));
  setMood({ who: 'owner' });
  await attempt('Without network', () =>
    withoutNetwork(browser, server.origin, { remembers: {}, someEstate: estates[0] }),
  );
  const onlyKinds = ['360-light', '360-dark-care', '360-light-error'];
  const { looked, faults: seen } = await look(browser, server.origin, { onlyKinds, bothThemes: true });
  faults.push(...tell(seen));
  console.log(`${looked} pages looked over`);
} finally {
  await browser.close();
  server.close();
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length ? 1 : 0;
