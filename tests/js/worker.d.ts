/* What the library of types leaves out of the global scope of quiz-worker.js, a service worker and a classic script. */

export {};

declare global {
  interface WorkerGlobalScopeEventMap {
    install: ExtendableEvent;
    activate: ExtendableEvent;
    fetch: FetchEvent;
    message: ExtendableMessageEvent;
  }

  interface WorkerGlobalScope {
    readonly clients: Clients;
    /** Said by quiz/sw.js before it loads the script. */
    readonly KEPT: { version: string; bank: string; fresh: string[]; files: string[]; more: string[] };
  }
}
