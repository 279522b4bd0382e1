/** Under which key the device list travels. Camio's own driver posts `readers` even to the later host. */
export type ListKey = 'readers' | 'devices';

/** How an event is wrapped: as it is, `{"event": …}` or `{"events": […]}`. */
export type EventEnvelope = 'flat' | 'event' | 'events';

export const dialectPresets = ['first generation', 'later generation', 'custom'] as const;
export type DialectPreset = (typeof dialectPresets)[number];

/** What differs between the generations of Camio's guide, apart from the base URL. */
export interface Dialect {
  readonly preset: DialectPreset;
  readonly listKey: ListKey;
  readonly eventEnvelope: EventEnvelope;
}

export const firstGeneration = {
  preset: 'first generation',
  listKey: 'readers',
  eventEnvelope: 'flat',
} as const satisfies Dialect;
export const laterGeneration = {
  preset: 'later generation',
  listKey: 'devices',
  eventEnvelope: 'event',
} as const satisfies Dialect;

export const defaultBaseUrl = 'https://camio.com/api/integrations/pacs';
/** Camio's host of the later generation: lists and events only, no accounts. */
export const laterHost = 'incoming.integrations.camio.com';

/** The dialect a host is known to speak: the later one for Camio's later host, the first (the default) for any other. */
export function defaultDialectFor(baseUrl: string): Dialect {
  return URL.canParse(baseUrl) && new URL(baseUrl).hostname === laterHost ? laterGeneration : firstGeneration;
}

/** The dialect that sends the list under this key: the generation's own where one was set, otherwise just that key. */
export function dialectWithKey(dialect: Dialect, listKey: ListKey): Dialect {
  if (dialect.listKey === listKey) return dialect;
  if (dialect.preset === 'custom') return { ...dialect, listKey };
  return listKey === laterGeneration.listKey ? laterGeneration : firstGeneration;
}
