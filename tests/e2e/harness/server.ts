/** A self-signed https server on loopback that plays every host of a test: pages by `host/path`. */
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { generate } from 'selfsigned';

export interface ServedPage {
  html: string;
  headers?: Record<string, string>;
}

export interface PageServer {
  port: number;
  /** Puts a page at an address (without a query); the same address again replaces it. */
  put(address: string, page: string | ServedPage): void;
  /** Addresses asked for, in order, with method. */
  asked: string[];
  close(): Promise<void>;
}

export async function servePages(): Promise<PageServer> {
  const pems = await generate([{ name: 'commonName', value: 'randnotiz.test' }], { keySize: 2048 });
  const pages = new Map<string, ServedPage>();
  const asked: string[] = [];
  const server: Server = createServer({ key: pems.private, cert: pems.cert }, (request, response) => {
    const address = `https://${request.headers.host?.replace(/:\d+$/, '')}${request.url}`;
    asked.push(`${request.method} ${address}`);
    const page = pages.get(address) ?? pages.get(address.replace(/\?.*$/, ''));
    response.writeHead(page ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store', ...page?.headers });
    response.end(page?.html ?? '<!doctype html><title>404</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    put: (address, page) => void pages.set(address, typeof page === 'string' ? { html: page } : page),
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
