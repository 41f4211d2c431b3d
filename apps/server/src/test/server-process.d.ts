import { type ChildProcess } from 'node:child_process'
/** The server's program in a process of its own. */
export interface ServerProcess {
  child: ChildProcess
  /** Everything it has printed so far. */
  output(): string
  /** Resolves with its exit code; null after a signal. */
  exit: Promise<number | null>
  /** Ends it as a terminal would; resolves when it has ended. */
  stop(): Promise<void>
}
export interface RunOptions {
  /** The port is a free one unless these tell. */
  settings: Record<string, string>
  /** A command line that ends by running its arguments, such as `unshare --mount`. */
  prefix?: string[]
  /** Options of Node's own. */
  nodeOptions?: string[]
}
/** Runs the program with these settings alone. */
export declare function runServer({ settings, prefix, nodeOptions }: RunOptions): ServerProcess
/**
 * `runServer`, once it has announced where it answers.
 * @throws with all it printed where it ends or takes too long
 */
export declare function startServer(options: RunOptions): Promise<
  ServerProcess & {
    url: string
  }
>
