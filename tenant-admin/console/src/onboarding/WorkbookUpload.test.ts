import { expect, it } from 'vitest';
import type { Estate } from '@/api/types';
import { mountPage } from '../../tests/mount';
import WorkbookUpload from './WorkbookUpload.vue';

it('says how long an upload is kept', async () => {
  const { wrapper } = await mountPage(WorkbookUpload, {
    props: { estate: { id: 'e1', name: '迪赛缘园' } as Estate, previous: null },
  });
  expect(wrapper.text()).toContain('保留 30 天');
});
