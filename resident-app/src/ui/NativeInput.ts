import { defineComponent, h } from 'vue';

/** The browser's own input: uni-app's has no name for screen readers and fills in nothing by itself. H5 only. */
export default defineComponent({
  name: 'NativeInput',
  props: { modelValue: { type: String, required: true } },
  emits: ['update:modelValue'],
  setup(props, { emit }) {
    return () =>
      h('input', {
        value: props.modelValue,
        onInput: (event: Event) => emit('update:modelValue', (event.target as HTMLInputElement).value),
      });
  },
});
