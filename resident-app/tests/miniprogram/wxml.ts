/** A node of a template as it is written. */
export type Written = string | { tag: string; attributes: Record<string, string>; children: Written[] };
export type Element = Exclude<Written, string>;

const TOKEN = /<!--[\s\S]*?-->|<(\/?)([\w-]+)((?:\s+[\w:@.-]+(?:="[^"]*")?)*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w:@.-]+)(?:="([^"]*)")?/g;

/** Reads what the compiler wrote; enough for its output, not for WXML at large. */
export function parse(source: string): Written[] {
  const root: Element = { tag: '', attributes: {}, children: [] };
  const open = [root];
  const inner = () => open[open.length - 1] as Element;
  let from = 0;
  for (const token of source.matchAll(TOKEN)) {
    const text = source.slice(from, token.index);
    if (text.trim()) inner().children.push(text);
    from = token.index + token[0].length;
    const [, closing, tag, attributes, alone] = token;
    if (!tag) continue;
    if (closing) {
      open.pop();
      continue;
    }
    const element: Element = { tag, attributes: attributesIn(attributes ?? ''), children: [] };
    inner().children.push(element);
    if (!alone) open.push(element);
  }
  const rest = source.slice(from);
  if (rest.trim()) inner().children.push(rest);
  return root.children;
}

function attributesIn(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(ATTRIBUTE)].map(([, name, value]) => [name, value ?? 'true']));
}

export type Scope = Record<string, unknown>;

/** `{{x}}` alone keeps its type; among other text it becomes text. */
export function evaluate(text: string, scope: Scope): unknown {
  const whole = /^\{\{([\s\S]*)\}\}$/.exec(text)?.[1];
  if (whole !== undefined && !whole.includes('{{')) return valueOf(whole, scope);
  return text.replace(/\{\{([\s\S]*?)\}\}/g, (_, expression: string) => {
    const value = valueOf(expression, scope);
    return value === undefined || value === null ? '' : String(value);
  });
}

// Names a template uses before they have a value are undefined there, not an error.
function valueOf(expression: string, scope: Scope): unknown {
  const names = new Proxy(scope, {
    has: (_, name) => typeof name === 'string',
    get: (target, name) => (typeof name === 'string' ? target[name] : undefined),
  });
  return new Function('names', `with (names) { return (${expression}); }`)(names);
}
