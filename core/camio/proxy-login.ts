/** What a proxy is told, so that it lets calls through. Kept in memory only. */
export interface ProxyLogin {
  readonly username: string;
  readonly password: string;
}

/** What the person is asked; `realm` is the proxy's own name for what it guards, '' where it gives none. */
export interface ProxyQuestion {
  readonly request: number;
  /** Host and port, e.g. `proxy.example:3128`. */
  readonly proxy: string;
  readonly realm: string;
  /** The proxy has just turned down what the person entered. */
  readonly wasRefused: boolean;
}
