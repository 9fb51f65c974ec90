// The demo's residents in Chromium at 360 px, against a running platform: each comes in by text message, sees what they
// may, and every page they visit is looked over by axe. Reads one JSON argument: {app, simulator, screenshots, asks,
// residents: [{who, phone, estate: {name, slug}, care, theme}]}; `asks` are requests that each sends besides, whose
// answers are told: what the pages don't offer, the API must refuse.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { faultsOf, openPhone, settled } from '../fixture/phone.mjs';
import { openBrowser } from './chromium.mjs';
import { comeHome, watchScreens } from './firstRun.mjs';
import { codeFor } from './sms.mjs';

const given = JSON.parse(process.argv[2]);
const faults = [];

/** What the pages show of each, once they are home. */
const tours = {
  'joint-owner': async (at) => {
    await at.open('shortcut-units', 'units');
    await at.sees('1幢2单元102室', '业主', '可以表决', '高青野', '林茶桥');
    assert.equal(await at.count(/^binding-/), 1);
    await at.back();
    await at.open('all-notices', 'notices');
    await at.open(/^notice-/, 'notice');
    await at.back();
    await at.back();
    await at.open('shortcut-inbox', 'inbox');
    await at.sees('房屋有新成员');
    await at.open('settings', 'message-settings');
    await at.back();
    await at.back();
    await at.profile('高青野', '业主');
  },
  'owner-of-three': async (at) => {
    await at.open('shortcut-units', 'units');
    await at.sees('4幢1单元102室', '4幢1单元601室', '5幢2单元302室', '余苇星', '租户');
    assert.equal(await at.count(/^binding-/), 3);
    assert.equal(await at.count(/^invite-/), 3);
    await at.open(/^invite-/, 'invite');
    await at.back();
    await at.back();
    await at.profile('姜芦野', '业主');
    await at.press('profile');
    await at.open('phone', 'phone');
    await at.back();
    await at.open('wechat', 'wechat');
    await at.back();
    await at.back();
    await at.open('disclosures', 'disclosures');
    await at.back();
    await at.open('looks', 'looks');
    await at.back();
  },
  tenant: async (at) => {
    assert.equal(await at.count('shortcut-invite'), 0);
    await at.open('shortcut-units', 'units');
    await at.sees('4幢1单元601室', '租户', '表决请业主办理');
    await at.sees(/到 20\d\d年\d+月\d+日 为止/);
    assert.equal(await at.count(/^binding-/), 1);
    assert.equal(await at.count(/^(invite|remove)-|^objections$/), 0);
    await at.back();
    await at.profile('住户');
    await at.open('privacy', 'privacy');
    await at.back();
  },
  neighbour: async (at) => {
    await at.sees('您现在是邻居');
    assert.equal(await at.count('shortcut-invite'), 0);
    await at.open('shortcut-units', 'units');
    await at.sees('邻居', '已加入', '可以用商城和小店');
    assert.equal(await at.count(/^(invite|remove)-/), 0);
    await at.back();
    await at.press('tab-shop');
    await at.look('shop');
    await at.press('tab-commons');
    await at.look('commons');
    await at.profile('邻居');
  },
};

/** One person's phone, on which each page opened is looked over. */
function onPhone(tab, { who, theme, care }) {
  const found = (testId) => tab.getByTestId(testId).filter({ visible: true });
  const at = {
    press: (testId) => found(testId).first().click(),
    count: (testId) => found(testId).count(),
    async look(page) {
      await settled(tab);
      (await faultsOf(tab)).forEach((fault) => faults.push(`${who}, ${page}: ${fault}`));
      const name = ['resident', who, page, theme, care && 'care'].filter(Boolean).join('-');
      await tab.screenshot({ path: join(given.screenshots, `${name}.png`), fullPage: true });
    },
    async open(testId, page) {
      await at.press(testId);
      await at.look(page);
    },
    async back() {
      await at.press('back');
      await settled(tab);
    },
    async sees(...words) {
      for (const text of words) await tab.getByText(text).filter({ visible: true }).first().waitFor();
    },
    async profile(...words) {
      await at.press('tab-me');
      await at.look('me');
      await at.open('profile', 'profile');
      await at.sees(...words);
      await at.back();
    },
  };
  return at;
}

/** Sends what the pages never would, with the person's own token. */
async function tellAnswers(context, { who }) {
  const renewed = await context.request.post(`${given.app}api/identity/sessions/refresh`);
  const { accessToken } = await renewed.json();
  for (const ask of given.asks) {
    const [method, path] = ask.split(' ');
    const answer = await context.request.fetch(new URL(path, given.app).href, {
      method,
      headers: { Authorization: `Bearer ${accessToken}` },
      ...(method === 'GET' ? {} : { data: { relation: 'FAMILY' } }),
    });
    console.log(`${who} ${ask} ${answer.status()}`);
  }
}

async function visit(browser, resident) {
  const { who, phone, theme } = resident;
  const { context, tab } = await openPhone(browser, {
    theme,
    say: (fault) => faults.push(`${who}: ${fault}`),
  });
  tab.setDefaultTimeout(45_000); // A whole platform and the browser share the machine.
  const at = onPhone(tab, resident);
  try {
    const screens = watchScreens(tab);
    await comeHome(tab, given.app, {
      ...resident,
      // A neighbour's own estate is another one: they find this by its name.
      belongs: who !== 'neighbour',
      code: () => codeFor(given.simulator, phone),
      onScreen: at.look,
    });
    const seen = screens();
    await at.look('home');
    await tours[who](at);
    await tellAnswers(context, resident);
    console.log(`${who} came home by ${seen.join(', ')}`);
  } catch (error) {
    faults.push(`${who}: ${error.stack}`);
    await tab.screenshot({ path: join(given.screenshots, `resident-${who}-fault.png`) });
  } finally {
    await context.close();
  }
}

const browser = await openBrowser();
try {
  for (const resident of given.residents) await visit(browser, resident);
} finally {
  await browser.close();
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length ? 1 : 0;
