/** Where the names of a graph stand: d3-force lets them push and pull until they rest. Pure and the same every time. */
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force';

export interface Place {
  x: number;
  y: number;
}

/** A label's box in CSS pixels: names keep so far apart. */
const box = { width: 96, height: 60 } as const;
const turns = 240;

interface Node extends SimulationNodeDatum {
  id: string;
}

/** Takes names, pairs of them and a width (CSS pixels); gives each name's middle, and the height that all of them need. */
export function layOut(names: readonly string[], pairs: readonly (readonly [string, string])[], width: number): { places: ReadonlyMap<string, Place>; height: number } {
  const columns = Math.max(1, Math.floor(width / box.width));
  const height = Math.max(box.height * 2, Math.ceil(names.length / columns) * box.height * 1.6);
  const nodes: Node[] = names.map((id) => ({ id }));
  const links = pairs.map(([source, target]) => ({ source, target }));
  const simulation = forceSimulation(nodes)
    .force('link', forceLink<Node, { source: string; target: string }>(links).id(({ id }) => id).distance(70).strength(0.4))
    .force('apart', forceManyBody().strength(-220))
    .force('room', forceCollide(box.height * 0.6))
    .force('x', forceX(0).strength(0.06))
    .force('y', forceY(0).strength(0.06))
    .stop();
  simulation.tick(turns);
  const x = fit(nodes.map((node) => node.x ?? 0), box.width / 2, width - box.width / 2);
  const y = fit(nodes.map((node) => node.y ?? 0), box.height / 2, height - box.height / 2);
  return { places: new Map(nodes.map(({ id }, index) => [id, { x: x[index]!, y: y[index]! }])), height };
}

/** Numbers moved and stretched so that they fill a range; all in its middle where they are the same. */
function fit(values: readonly number[], from: number, to: number): number[] {
  const least = Math.min(...values);
  const most = Math.max(...values);
  return values.map((value) => Math.round(most > least ? from + ((value - least) / (most - least)) * (to - from) : (from + to) / 2));
}

/** The name that lies next in a direction (an arrow key), or undefined where there is none. */
export function nextInDirection(places: ReadonlyMap<string, Place>, from: string, key: string): string | undefined {
  const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key];
  const here = places.get(from);
  if (!way || !here) return undefined;
  let best: { name: string; cost: number } | undefined;
  for (const [name, { x, y }] of places) {
    const along = (x - here.x) * way[0]! + (y - here.y) * way[1]!;
    const aside = Math.abs((x - here.x) * way[1]! + (y - here.y) * way[0]!);
    const cost = along + 2 * aside;
    if (name !== from && along > 0 && (!best || cost < best.cost)) best = { name, cost };
  }
  return best?.name;
}
