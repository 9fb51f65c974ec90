import { flushPromises, mount } from '@vue/test-utils';
import type { Component } from 'vue';

/** Opens a page and waits for what it asks first. */
export async function openPage(page: Component) {
  const wrapper = mount(page, { attachTo: document.body });
  await flushPromises();
  const part = (testId: string) => wrapper.get(`[data-testid="${testId}"]`);
  return {
    wrapper,
    part,
    has: (testId: string) => wrapper.find(`[data-testid="${testId}"]`).exists(),
    async press(testId: string) {
      await part(testId).trigger('click');
      await flushPromises();
    },
    async type(name: string, text: string) {
      await part(name).setValue(text);
    },
  };
}
