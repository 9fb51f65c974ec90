/** What `Component({...})` is given, as far as the built app uses it. */
export interface Definition {
  data?: object;
  properties?: Record<string, { value?: unknown; observer?: (value: unknown) => void } | null>;
  observers?: Record<string, () => void>;
  methods?: Record<string, (...args: unknown[]) => unknown>;
  lifetimes?: Record<string, (() => void) | undefined>;
  created?: () => void;
}

/** How an event of a component reaches who uses it. */
export type Deliver = (name: string, detail: unknown) => void;

/** One living page or component: what WeChat puts behind `this`. */
export class Instance {
  [member: string]: unknown;
  readonly data: Record<string, unknown>;
  readonly properties: Record<string, unknown>;
  readonly children = new Map<string, Instance>();
  private started = false;

  constructor(
    private readonly definition: Definition,
    readonly is: string,
    private readonly deliver: Deliver,
    route?: string,
  ) {
    const defaults = Object.entries(definition.properties ?? {}).map(([name, p]) => [name, p?.value]);
    this.properties = Object.fromEntries(defaults) as Record<string, unknown>;
    this.data = { ...structuredClone(definition.data ?? {}), ...this.properties };
    Object.assign(this, definition.methods);
    if (route) Object.assign(this, { route, __route__: route, options: {} });
    definition.created?.call(this);
    definition.lifetimes?.created?.call(this);
  }

  setData(changes: Record<string, unknown>, done?: () => void): void {
    for (const [path, value] of Object.entries(changes)) assign(this.data, path, value);
    done?.();
  }

  triggerEvent(name: string, detail: unknown): void {
    this.deliver(name, detail);
  }

  /** Gives properties a value, as whoever uses the component binds them. */
  receive(values: Record<string, unknown>): void {
    for (const [name, value] of Object.entries(values)) {
      if (same(this.properties[name], value)) continue;
      this.properties[name] = value;
      this.data[name] = value;
      this.definition.properties?.[name]?.observer?.call(this, value);
      this.definition.observers?.[name]?.call(this);
    }
  }

  attach(): void {
    this.definition.lifetimes?.attached?.call(this);
  }

  /** Once, after it was first drawn. */
  ready(): void {
    if (this.started) return;
    this.started = true;
    this.definition.lifetimes?.ready?.call(this);
  }

  detach(): void {
    this.children.forEach((child) => child.detach());
    this.definition.lifetimes?.detached?.call(this);
  }

  invoke(name: string, event: object): unknown {
    const member = this[name];
    return typeof member === 'function' ? member.call(this, event) : undefined;
  }

  selectComponent = () => null;
  selectAllComponents = () => [];
  createSelectorQuery = () => ({});
  getOpenerEventChannel = () => ({});
  setUpdatePerformanceListener = () => {};
  groupSetData = (change: () => void) => change();
}

const same = (a: unknown, b: unknown) => a === b || JSON.stringify(a) === JSON.stringify(b);

/** `a[0].b` of WeChat's setData. */
function assign(target: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path.replace(/\[(\d+)\]/g, '.$1').split('.');
  const last = steps.pop() as string;
  let at: Record<string, unknown> = target;
  for (const step of steps) at = (at[step] ??= {}) as Record<string, unknown>;
  at[last] = value;
}
