import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { Fault } from '../../services/fault.ts';

/**
 * A line to a server that breaks at a moment of our choosing: just before a request that holds a certain text goes out, or just
 * after it did, so that the answer is lost.
 */
export class CuttingProxy {
  readonly #server: Server;
  readonly #lines = new Set<Socket>();
  #cut: { text: string; when: 'before' | 'after'; times: number } | undefined;
  /** Called when the line has been cut, before the client hears of it. */
  onCut: () => Promise<void> = async () => undefined;
  /** While true nobody gets through. */
  down = false;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async to(host: string, port: number): Promise<CuttingProxy> {
    const server = createServer();
    const proxy = new CuttingProxy(server);
    server.on('connection', (client) => proxy.#join(client, connect(port, host)));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get port(): number {
    const address = this.#server.address();
    if (address === null || typeof address === 'string') throw new Fault('test-proxy', 'never', 'the proxy is closed');
    return address.port;
  }

  /** Cuts the line at the next `times` requests that hold this text. */
  cut(text: string, when: 'before' | 'after', times = 1): void {
    this.#cut = { text, when, times };
  }

  async close(): Promise<void> {
    for (const line of this.#lines) line.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(client: Socket, server: Socket): void {
    const end = (): void => {
      for (const line of [client, server]) {
        line.destroy();
        this.#lines.delete(line);
      }
    };
    for (const line of [client, server]) {
      this.#lines.add(line);
      line.on('error', end).on('close', end);
    }
    if (this.down) {
      end();
      return;
    }
    let cutting = false;
    client.on('data', (chunk) => {
      const cut = this.#cut;
      if (cut === undefined || cut.times === 0 || !chunk.includes(cut.text)) return server.write(chunk);
      cut.times -= 1;
      if (cut.when === 'before') return end();
      cutting = true;
      return server.write(chunk);
    });
    // The answer is here, so the server has done it; the client never hears.
    server.on('data', (chunk) => (cutting ? void this.onCut().then(end) : client.write(chunk)));
  }
}
