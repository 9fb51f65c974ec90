import { defineComponent, h } from 'vue';

/** The browser's own, for the same reasons as NativeInput. H5 only. */
export default defineComponent({
  name: 'NativeTextarea',
  props: { modelValue: { type: String, required: true } },
  emits: ['update:modelValue'],
  setup(props, { emit }) {
    return () =>
      h('textarea', {
        value: props.modelValue,
        rows: 5,
        onInput: (event: Event) => emit('update:modelValue', (event.target as HTMLTextAreaElement).value),
      });
  },
});
