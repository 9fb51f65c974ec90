import { DOMWrapper, flushPromises } from '@vue/test-utils';
import { expect, it, vi } from 'vitest';
import { mountPage } from '../../tests/mount';
import ConsequenceDialog from './ConsequenceDialog.vue';

async function open(work: () => Promise<unknown>) {
  const { wrapper } = await mountPage(ConsequenceDialog, {
    props: {
      modelValue: false,
      title: '归档「迪赛缘园」',
      effects: ['居民不能再访问。'],
      act: '归档小区',
      reason: true,
      mustType: 'disai-yuanyuan',
      work,
    },
  });
  await wrapper.setProps({ modelValue: true });
  await flushPromises();
  const body = new DOMWrapper(document.body);
  return { wrapper, body, submit: () => body.get('form').trigger('submit').then(flushPromises) };
}

it('shows what will happen, and does nothing before reason and slug are given', async () => {
  const work = vi.fn().mockResolvedValue(undefined);
  const { body, submit } = await open(work);
  expect(body.text()).toContain('居民不能再访问。');
  await submit();
  expect(work).not.toHaveBeenCalled();
  await body.get('[data-testid="reason"]').setValue('换届');
  await body.get('[data-testid="typed"]').setValue('disai-yuanyua');
  await submit();
  expect(work).not.toHaveBeenCalled();
});

it('hands over the reason and what was typed, then closes', async () => {
  const work = vi.fn().mockResolvedValue(undefined);
  const { wrapper, body, submit } = await open(work);
  await body.get('[data-testid="reason"]').setValue(' 换届 ');
  await body.get('[data-testid="typed"]').setValue('disai-yuanyuan');
  await submit();
  expect(work).toHaveBeenCalledWith({ reason: '换届', typed: 'disai-yuanyuan' });
  expect(wrapper.emitted('done')).toHaveLength(1);
});

it('stays open with the problem when it is refused', async () => {
  const { wrapper, body, submit } = await open(() => Promise.reject(new TypeError('offline')));
  await body.get('[data-testid="reason"]').setValue('换届');
  await body.get('[data-testid="typed"]').setValue('disai-yuanyuan');
  await submit();
  expect(body.get('[data-testid="problem"]').text()).toContain('没有连上服务器');
  expect(wrapper.emitted('done')).toBeUndefined();
});
