/** What the gateway tells the console about where things are. */
export interface ConsoleConfig {
  issuer: string;
  clientId: string;
}

let loaded: Promise<ConsoleConfig> | undefined;

export function consoleConfig(): Promise<ConsoleConfig> {
  loaded ??= load().catch((error: unknown) => {
    loaded = undefined;
    throw error;
  });
  return loaded;
}

async function load(): Promise<ConsoleConfig> {
  const response = await fetch(`${import.meta.env.BASE_URL}config.json`, { cache: 'no-cache' });
  if (!response.ok) throw new TypeError(`config.json answered ${response.status}`);
  return (await response.json()) as ConsoleConfig;
}
