import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Deliver } from './instance';
import { Instance, type Definition } from './instance';
import { evaluate, parse, type Element, type Scope, type Written } from './wxml';

/** A node as it is seen: plain elements only, with who handles its events. */
export interface Drawn {
  tag: string;
  attributes: Record<string, unknown>;
  text: string;
  children: Drawn[];
  owner: Instance;
}

interface Template {
  nodes: Written[];
  /** Paths of the components it uses, by tag. */
  uses: Record<string, string>;
}

type Slot = () => Drawn[];

/** Draws pages of a built mini program; components live on from one drawing to the next. */
export class Drawing {
  private readonly templates = new Map<string, Template>();
  private used = new Set<Instance>();

  constructor(
    private readonly build: string,
    private readonly definitionOf: (path: string) => Definition,
  ) {}

  page(instance: Instance): Drawn[] {
    this.used = new Set();
    const drawn = this.inside(instance, () => []);
    this.sweep(instance);
    this.used.forEach((one) => one.ready());
    return drawn;
  }

  private inside(instance: Instance, slot: Slot): Drawn[] {
    this.used.add(instance);
    const { nodes, uses } = this.templateOf(instance.is);
    return this.all(nodes, { instance, uses, slot }, instance.data, '');
  }

  private all(nodes: Written[], at: Place, scope: Scope, key: string): Drawn[] {
    let taken = false;
    return nodes.flatMap((node, n) => {
      if (typeof node === 'string') return [plain(node, scope, at.instance)];
      const { attributes } = node;
      // A chain of wx:if, wx:elif, wx:else draws the first that holds.
      if ('wx:if' in attributes) taken = Boolean(evaluate(attributes['wx:if'] as string, scope));
      else if ('wx:elif' in attributes) {
        if (taken) return [];
        taken = Boolean(evaluate(attributes['wx:elif'] as string, scope));
      } else if ('wx:else' in attributes) return taken ? [] : this.repeated(node, at, scope, `${key}/${n}`);
      else return this.repeated(node, at, scope, `${key}/${n}`);
      return taken ? this.repeated(node, at, scope, `${key}/${n}`) : [];
    });
  }

  private repeated(node: Element, at: Place, scope: Scope, key: string): Drawn[] {
    const list = node.attributes['wx:for'];
    if (list === undefined) return this.one(node, at, scope, key);
    const items = evaluate(list, scope);
    const many = typeof items === 'number' ? Array.from({ length: items }, (_, n) => n) : items;
    const item = node.attributes['wx:for-item'] ?? 'item';
    const index = node.attributes['wx:for-index'] ?? 'index';
    return ((many ?? []) as unknown[]).flatMap((value, n) =>
      this.one(node, at, { ...scope, [item]: value, [index]: n }, `${key}#${n}`),
    );
  }

  private one(node: Element, at: Place, scope: Scope, key: string): Drawn[] {
    const { tag, attributes, children } = node;
    if (tag === 'block') return this.all(children, at, scope, key);
    if (tag === 'slot') return at.slot();
    const values = Object.fromEntries(
      Object.entries(attributes).map(([name, value]) => [name, evaluate(value, scope)]),
    );
    const path = at.uses[tag];
    if (path === undefined) {
      const inside = this.all(children, at, scope, key);
      return [{ tag, attributes: values, text: '', children: inside, owner: at.instance }];
    }
    const child = this.child(path, at.instance, key, values);
    return this.inside(child, () => this.all(children, at, scope, `${key}/slot`));
  }

  private child(path: string, owner: Instance, key: string, values: Record<string, unknown>): Instance {
    const properties = propertiesIn(values);
    const living = owner.children.get(key);
    if (living?.is === path) {
      handlers.set(living, values);
      living.receive(properties);
      return living;
    }
    living?.detach();
    const deliver: Deliver = (name, detail) => {
      const handler = handlers.get(made)?.[`bind${name}`] ?? handlers.get(made)?.[`bind:${name}`];
      if (handler) owner.invoke(String(handler), eventOf(name, detail));
    };
    const made: Instance = new Instance(this.definitionOf(path), path, deliver);
    handlers.set(made, values);
    owner.children.set(key, made);
    made.receive(properties);
    made.attach();
    return made;
  }

  /** What was not drawn is gone. */
  private sweep(instance: Instance): void {
    for (const [key, child] of instance.children) {
      if (this.used.has(child)) this.sweep(child);
      else {
        child.detach();
        instance.children.delete(key);
      }
    }
  }

  private templateOf(path: string): Template {
    const known = this.templates.get(path);
    if (known) return known;
    const file = join(this.build, path);
    const config = existsSync(`${file}.json`)
      ? (JSON.parse(readFileSync(`${file}.json`, 'utf8')) as { usingComponents?: Record<string, string> })
      : {};
    const uses = Object.entries(config.usingComponents ?? {}).map(([tag, used]) => [
      tag,
      used.startsWith('/') ? used.slice(1) : resolve('/', dirname(path), used).slice(1),
    ]);
    const read = {
      nodes: parse(readFileSync(`${file}.wxml`, 'utf8')),
      uses: Object.fromEntries(uses) as Record<string, string>,
    };
    this.templates.set(path, read);
    return read;
  }
}

interface Place {
  instance: Instance;
  uses: Record<string, string>;
  slot: Slot;
}

/** What stands on the tag of a component, by which its events find their handler. */
const handlers = new WeakMap<Instance, Record<string, unknown>>();

export function eventOf(type: string, detail: unknown): object {
  const target = { dataset: {} };
  return { type, detail, timeStamp: Date.now() + 1000, target, currentTarget: target };
}

const plain = (text: string, scope: Scope, owner: Instance): Drawn => ({
  tag: '#text',
  attributes: {},
  text: String(evaluate(text, scope) ?? ''),
  children: [],
  owner,
});

const propertiesIn = (values: Record<string, unknown>) =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => !/^(bind|catch|wx:|data-|class$|style$|id$)/.test(name))
      .map(([name, value]) => [name.replace(/-(\w)/g, (_, c: string) => c.toUpperCase()), value]),
  );
