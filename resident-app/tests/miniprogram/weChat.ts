import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { Drawing, eventOf, type Drawn } from './drawing';
import { Instance, type Definition } from './instance';

export const BUILD = resolve(__dirname, '../../dist/build/mp-weixin');

interface Request {
  url: string;
  method: string;
  data?: string;
  header: Record<string, string>;
  success: (answer: { statusCode: number; data: unknown; header: object }) => void;
  fail: (failure: { errMsg: string }) => void;
}

export interface Answered {
  status: number;
  body: unknown;
}

/** How the world outside the phone behaves. */
export interface World {
  /** Answers a request of the app. */
  answer: (method: string, url: string, body: unknown, token?: string) => Promise<Answered>;
  /** A login code, each good once. */
  loginCode: () => Promise<string>;
}

const PHONE = {
  SDKVersion: '3.9.0',
  platform: 'android',
  language: 'zh_CN',
  theme: 'light',
  windowWidth: 360,
  windowHeight: 720,
  screenWidth: 360,
  screenHeight: 720,
  pixelRatio: 2,
  statusBarHeight: 24,
  brand: 'x',
  model: 'x',
  system: 'Android 14',
  version: '8.0.50',
  safeArea: { top: 24, bottom: 720, left: 0, right: 360, width: 360, height: 696 },
};

/** Runs the built mini program outside WeChat: its JavaScript in a context of its own, its templates as {@link Drawing}s. */
export class WeChat {
  readonly kept = new Map<string, unknown>();
  readonly went: string[] = [];
  private readonly faults: unknown[] = [];
  private readonly modules = new Map<string, { exports: unknown }>();
  private readonly definitions = new Map<string, Definition>();
  private readonly drawing = new Drawing(BUILD, (path) => this.definitionOf(path));
  private readonly context: object;
  private readonly stack: Instance[] = [];
  private app: object | null = null;
  private defining = '';

  constructor(private readonly world: World) {
    if (!existsSync(join(BUILD, 'app.js'))) throw new Error('Build first: npm run build:mp-weixin');
    const sandbox: Record<string, unknown> = {
      wx: this.functions(),
      // The runtime only notes what a page's script throws, and goes on without it.
      console: { ...console, error: (...said: unknown[]) => this.faults.push(...said) },
      setTimeout,
      clearTimeout,
      setInterval,
      clearInterval,
      getApp: () => this.app,
      getCurrentPages: () => this.stack,
      App: (app: object) => (this.app = app),
      Page: (definition: Definition) => this.definitions.set(this.defining, definition),
      Component: (definition: Definition) => this.definitions.set(this.defining, definition),
      Behavior: (behavior: object) => behavior,
    };
    sandbox.globalThis = sandbox;
    sandbox.global = sandbox;
    this.context = createContext(sandbox);
    this.load(join(BUILD, 'app.js'));
    (this.app as { onLaunch?: (options: object) => void } | null)?.onLaunch?.({});
  }

  /** Opens a page, on top of none. */
  async open(route: string, query: Record<string, string> = {}): Promise<void> {
    this.stack.forEach((page) => page.detach());
    this.stack.length = 0;
    const page = new Instance(this.definitionOf(route), route, () => {}, route);
    this.stack.push(page);
    page.attach();
    page.invoke('onLoad', query);
    page.invoke('onShow', {});
    this.draw();
    page.invoke('onReady', {});
    await this.settle();
  }

  /** Waits until nothing moves any more, and draws. */
  async settle(): Promise<Drawn[]> {
    for (let quiet = 0, last = ''; quiet < 3;) {
      await new Promise((resolve) => setTimeout(resolve, 10));
      const now = textOf(this.draw());
      quiet = now === last ? quiet + 1 : 0;
      last = now;
    }
    if (this.faults.length > 0) throw new Error(`The app noted ${this.faults.map(String).join('; ')}`);
    return this.draw();
  }

  text(): string {
    return textOf(this.draw());
  }

  find(testId: string): Drawn {
    const found = flat(this.draw()).find((node) => node.attributes['data-testid'] === testId);
    if (!found) throw new Error(`${testId} is not on ${this.stack[0]?.is}: ${this.text()}`);
    return found;
  }

  has(testId: string): boolean {
    return flat(this.draw()).some((node) => node.attributes['data-testid'] === testId);
  }

  async tap(testId: string): Promise<void> {
    await this.fire(testId, 'tap', {});
  }

  async type(name: string, value: string): Promise<void> {
    await this.fire(name, 'input', { value });
  }

  /** An event of WeChat's own, such as getphonenumber. */
  async fire(testId: string, event: string, detail: object): Promise<void> {
    const node = this.find(testId);
    const handler = node.attributes[`bind${event}`] ?? node.attributes[`bind:${event}`];
    if (!handler) throw new Error(`${testId} does not listen to ${event}: ${Object.keys(node.attributes)}`);
    node.owner.invoke(String(handler), eventOf(event, detail));
    await this.settle();
  }

  private draw(): Drawn[] {
    const page = this.stack[0];
    return page ? this.drawing.page(page) : [];
  }

  private definitionOf(path: string): Definition {
    this.defining = path;
    this.load(join(BUILD, `${path}.js`));
    const definition = this.definitions.get(path);
    if (!definition) throw new Error(`${path} defines nothing`);
    return definition;
  }

  private load(file: string): unknown {
    const known = this.modules.get(file);
    if (known) return known.exports;
    const module: { exports: unknown } = { exports: {} };
    this.modules.set(file, module);
    const source = `(function (require, module, exports) {${readFileSync(file, 'utf8')}\n})`;
    const run = runInContext(source, this.context, { filename: file }) as (...args: unknown[]) => void;
    run((name: string) => this.load(fileOf(dirname(file), name)), module, module.exports);
    return module.exports;
  }

  private functions(): object {
    const go = ({ url, success }: { url: string; success?: (r: object) => void }) => {
      this.went.push(url);
      success?.({});
    };
    const info = () => PHONE;
    return {
      canIUse: () => true,
      getSystemInfoSync: info,
      getDeviceInfo: info,
      getWindowInfo: info,
      getAppBaseInfo: info,
      getSystemSetting: () => ({}),
      getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid' } }),
      getLaunchOptionsSync: () => ({}),
      getEnterOptionsSync: () => ({}),
      getMenuButtonBoundingClientRect: () => ({}),
      onAppShow() {},
      onAppHide() {},
      onThemeChange() {},
      onNetworkStatusChange() {},
      onNeedPrivacyAuthorization() {},
      getNetworkType: ({ success }: { success: (r: object) => void }) => success({ networkType: 'wifi' }),
      getStorageSync: (name: string) => this.kept.get(name) ?? '',
      setStorageSync: (name: string, value: unknown) => this.kept.set(name, structuredClone(value)),
      removeStorageSync: (name: string) => this.kept.delete(name),
      setNavigationBarTitle() {},
      pageScrollTo() {},
      showToast() {},
      navigateTo: go,
      redirectTo: go,
      reLaunch: go,
      navigateBack() {},
      login: ({ success, fail }: { success: (r: object) => void; fail: (r: object) => void }) =>
        void this.world.loginCode().then(
          (code) => success({ code }),
          () => fail({ errMsg: 'login:fail' }),
        ),
      request: (request: Request) => this.ask(request),
    };
  }

  private ask({ url, method, data, header, success, fail }: Request): object {
    const body: unknown = data === undefined ? undefined : JSON.parse(data);
    this.world.answer(method, url, body, header.Authorization?.replace('Bearer ', '')).then(
      (answer) => success({ statusCode: answer.status, data: answer.body, header: {} }),
      () => fail({ errMsg: 'request:fail' }),
    );
    return { abort() {} };
  }
}

function fileOf(folder: string, name: string): string {
  const path = resolve(folder, name);
  return path.endsWith('.js') ? path : `${path}.js`;
}

const flat = (nodes: Drawn[]): Drawn[] => nodes.flatMap((node) => [node, ...flat(node.children)]);

const textOf = (nodes: Drawn[]): string =>
  nodes.map((node) => (node.tag === '#text' ? node.text.trim() : textOf(node.children))).join(' ');
