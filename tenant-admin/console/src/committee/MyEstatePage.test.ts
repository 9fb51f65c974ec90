import { flushPromises } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { answering, mountPage, problem } from '../../tests/mount';
import MyEstatePage from './MyEstatePage.vue';

const at = '/api/estates/disai-yuanyuan';
const taken = `PUT ${at}/archive-passphrase/taken`;
const passphrase = {
  passphrase: '7KQM-2XWD-9PTA',
  earlierReadings: 0,
  firstReadAt: null as string | null,
  takenAt: null as string | null,
};

async function open(roles: string[], more = {}) {
  const server = answering({
    [`GET ${at}/me`]: { name: '演示', roles },
    [`GET ${at}/profile`]: { name: '迪赛缘园', address: '春华路 100 号' },
    [`GET ${at}/funds`]: {
      items: [
        { id: 'f1', name: '公共收益', balanceFen: 1_824_000 },
        { id: 'f2', name: '维修资金', balanceFen: 50 },
      ],
    },
    [`GET ${at}/notices`]: {
      items: [{ id: 'n1', title: '停水通知', publisher: '物业', publishedOn: '2026-11-01' }],
    },
    [`GET ${at}/roll/versions`]: {
      items: [
        { version: 2, frozenAt: '2026-11-03T06:20:00Z', units: 1012, owners: 987, totalAreaDm2: 9_043_617 },
      ],
    },
    [`GET ${at}/archive-passphrase`]: passphrase,
    ...more,
  });
  vi.stubGlobal('fetch', server.fetch);
  const { wrapper } = await mountPage(MyEstatePage, {
    props: { slug: 'disai-yuanyuan' },
    // Drawn, not written: nothing to read in it here.
    global: { stubs: { BarChart: true } },
  });
  await vi.waitFor(() => expect(wrapper.text()).toContain('停水通知'));
  await flushPromises();
  return { wrapper, asked: () => server.asked.map((line) => line.split('?')[0]) };
}

it('shows a committee member the roll, the funds, the notices and the estate', async () => {
  const { wrapper } = await open(['COMMITTEE', 'OWNER']);
  const text = wrapper.text();
  expect(text).toContain('您的身份：业委会、业主');
  expect(text).toContain('1,012');
  expect(text).toContain('90,436.17 m²');
  expect(text).toContain('各项资金结余 ¥18,240.50');
  expect(text).toContain('春华路 100 号');
});

it('reads the archive passphrase on a deliberate click only, and puts it away again', async () => {
  const { wrapper, asked } = await open(['COMMITTEE']);
  expect(asked()).not.toContain(`GET ${at}/archive-passphrase`);
  expect(wrapper.text()).not.toContain(passphrase.passphrase);
  await wrapper.get('[data-testid="show-passphrase"]').trigger('click');
  await vi.waitFor(() =>
    expect(wrapper.get('[data-testid="passphrase"]').text()).toBe(passphrase.passphrase),
  );
  expect(wrapper.text()).toContain('还没有人确认抄好');
  expect(wrapper.get('[data-testid="earlier-readings"]').text()).toContain('没有人查看过');
  await wrapper.get('[data-testid="hide-passphrase"]').trigger('click');
  expect(wrapper.text()).not.toContain(passphrase.passphrase);
  expect(asked()).not.toContain(taken);
});

it('says that the passphrase is copied down, and keeps showing it until that is noted', async () => {
  const answers = [problem(503, {}), new Response(null, { status: 204 })];
  const { wrapper, asked } = await open(['COMMITTEE'], { [taken]: () => answers.shift() });
  await wrapper.get('[data-testid="show-passphrase"]').trigger('click');
  await vi.waitFor(() => expect(wrapper.find('[data-testid="take-passphrase"]').exists()).toBe(true));
  await wrapper.get('[data-testid="take-passphrase"]').trigger('click');
  await vi.waitFor(() => expect(wrapper.find('[data-testid="problem"]').exists()).toBe(true));
  expect(wrapper.text()).toContain(passphrase.passphrase);

  await wrapper.get('[data-testid="take-passphrase"]').trigger('click');
  await vi.waitFor(() => expect(wrapper.text()).not.toContain(passphrase.passphrase));
  expect(asked().filter((line) => line === taken)).toHaveLength(2);
});

it('tells a member that somebody read the passphrase before, and whom to tell', async () => {
  const before = {
    ...passphrase,
    earlierReadings: 2,
    firstReadAt: '2026-11-19T02:15:00Z',
    takenAt: '2026-11-20T02:15:00Z',
  };
  const { wrapper } = await open(['COMMITTEE'], { [`GET ${at}/archive-passphrase`]: before });
  await wrapper.get('[data-testid="show-passphrase"]').trigger('click');
  await vi.waitFor(() =>
    expect(wrapper.get('[data-testid="earlier-readings"]').text()).toMatch(
      /已查看过 2 次，第一次在 .*11.*19/,
    ),
  );
  expect(wrapper.text()).toContain('请马上告诉街道办事处和平台运维人员');
  expect(wrapper.text()).not.toContain('请马上告诉社区');
});

it('asks for neither roll nor passphrase on behalf of an owner', async () => {
  const { wrapper, asked } = await open(['OWNER']);
  expect(asked()).not.toContain(`GET ${at}/roll/versions`);
  expect(wrapper.find('[data-testid="archive-passphrase"]').exists()).toBe(false);
});
