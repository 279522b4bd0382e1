/** A program of ours that runs in a process of its own. */
export interface OwnProcess<Sent extends object> {
  postMessage(message: Sent): void;
  /** Ends it at once, whatever it is doing. */
  kill(): void;
}

/** Starts a program, given as it was built, and tells what comes back from it and that it has ended. */
export type StartProcess = <Sent extends object, Received>(
  program: URL,
  listener: { onMessage(message: Received): void; onExit(code: number): void },
) => OwnProcess<Sent>;
