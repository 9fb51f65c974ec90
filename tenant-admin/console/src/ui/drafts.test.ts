import { nextTick } from 'vue';
import { expect, it } from 'vitest';
import { useDraft } from './drafts';

const blank = () => ({ name: '', address: '' });

it('survives leaving the page and is forgotten once sent', async () => {
  const first = useDraft('form', blank);
  first.draft.name = '迪赛缘园';
  await nextTick();
  const second = useDraft('form', blank);
  expect(second.draft).toEqual({ name: '迪赛缘园', address: '' });
  second.clear();
  await nextTick();
  expect(useDraft('form', blank).draft).toEqual(blank());
});

it('keeps forms apart', async () => {
  useDraft('a', blank).draft.name = 'x';
  await nextTick();
  expect(useDraft('b', blank).draft.name).toBe('');
});
