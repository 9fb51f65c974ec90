import type { FormItemRule } from 'element-plus';
import { m } from '@/messages';

export const required = (label: string): FormItemRule => ({
  required: true,
  whitespace: true,
  message: m.field.required(label),
});

/** For what is picked from a list: looked at again as soon as it changes. */
export const chosen = (label: string): FormItemRule => ({
  required: true,
  message: m.field.choose(label),
  trigger: 'change',
});

/** A line of text that must not be empty nor longer than this. */
export const line = (label: string, max: number): FormItemRule[] => [
  required(label),
  { max, message: m.field.tooLong(label, max) },
];

export const fits = (test: (value: string) => boolean, message: string): FormItemRule => ({
  validator: (_, value: string) => test(value),
  message,
});
