import { defineComponent, h } from 'vue';

/** The browser's own button: uni-app's is a plain element that keyboards and screen readers pass by. H5 only. */
export default defineComponent({
  name: 'NativeButton',
  props: { label: String, disabled: Boolean },
  setup(props, { slots }) {
    return () =>
      h(
        'button',
        { type: 'button', disabled: props.disabled, 'aria-label': props.label || undefined },
        slots.default?.(),
      );
  },
});
