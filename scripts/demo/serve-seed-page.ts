import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { seedPage } from '../pages/seed-page.ts';

export interface Site {
  address: string;
  close(): Promise<void>;
}

/** Serves the seed article as a news page on a free port of loopback. */
export async function serveSeedPage(): Promise<Site> {
  const path = '/netzwelt/bezos-hat-wieder-musks-arbeitsmuster-kopiert.html';
  const html = seedPage();
  const server = createServer((request, response) => {
    const found = request.url === path || request.url === '/';
    response.writeHead(found ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' });
    response.end(found ? html : '<!doctype html><title>404</title>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
