import { expect, it } from 'vitest';
import { evaluate, parse } from './wxml';

it('reads what the compiler writes', () => {
  expect(
    parse('<view class="{{[\'a\', b > 1 && \'c\']}}"><input bindinput="{{d}}"/>好 {{e}}</view>'),
  ).toEqual([
    {
      tag: 'view',
      attributes: { class: "{{['a', b > 1 && 'c']}}" },
      children: [{ tag: 'input', attributes: { bindinput: '{{d}}' }, children: [] }, '好 {{e}}'],
    },
  ]);
});

it('keeps types, joins text and forgives names without a value', () => {
  expect(evaluate('{{a}}', { a: [1] })).toEqual([1]);
  expect(evaluate('{{a}} 条，{{b}}', { a: 2 })).toBe('2 条，');
  expect(evaluate('{{a ? 1 : 2}}', {})).toBe(2);
});
