/** Where the names of a graph stand: d3-force lets them push and pull until they rest. Pure and the same every time. */
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationNodeDatum } from 'd3-force';

export interface Place {
  x: number;
  y: number;
}

/** A label's box in CSS pixels: no two overlap. */
const box = { width: 94, height: 58 } as const;
const turns = 240;
/** Passes in which labels that still overlap are pushed apart. */
const passes = 120;

interface Node extends SimulationNodeDatum {
  id: string;
}

/** Takes names, pairs of them and a width (CSS pixels); gives each name's middle, and the height that all of them need. */
export function layOut(names: readonly string[], pairs: readonly (readonly [string, string])[], width: number): { places: ReadonlyMap<string, Place>; height: number } {
  const nodes: Node[] = names.map((id) => ({ id }));
  const links = pairs.map(([source, target]) => ({ source, target }));
  const reach = Math.max(0, (width - box.width) / 2);
  const simulation = forceSimulation(nodes)
    .force('link', forceLink<Node, { source: string; target: string }>(links).id(({ id }) => id).distance(80).strength(0.3))
    .force('apart', forceManyBody().strength(-300).distanceMax(260))
    .force('room', forceCollide(box.height * 0.6))
    .force('x', forceX(0).strength(0.1))
    .force('y', forceY(0).strength(0.1))
    .stop();
  for (let turn = 0; turn < turns; turn += 1) {
    simulation.tick();
    for (const node of nodes) node.x = clamp(node.x ?? 0, reach);
  }
  const places = nodes.map(({ id, x = 0, y = 0 }) => ({ id, x, y }));
  for (let pass = 0; pass < passes && separate(places, reach); pass += 1);
  settle(places);
  const top = Math.min(...places.map(({ y }) => y));
  const height = Math.max(...places.map(({ y }) => y)) - top + box.height;
  return { places: new Map(places.map(({ id, x, y }) => [id, { x: Math.round(x + width / 2), y: Math.round(y - top + box.height / 2) }])), height: Math.ceil(height) };
}

function clamp(value: number, most: number): number {
  return Math.max(-most, Math.min(most, value));
}

/** Pushes labels that overlap apart, the shorter way, and says whether there were any. The width is a wall; downwards there is room. */
function separate(places: (Place & { id: string })[], reach: number): boolean {
  let moved = false;
  for (const [index, one] of places.entries()) {
    for (const other of places.slice(index + 1)) {
      const [dx, dy] = [other.x - one.x, other.y - one.y];
      const [overX, overY] = [box.width - Math.abs(dx), box.height - Math.abs(dy)];
      if (overX <= 0.5 || overY <= 0.5) continue;
      moved = true;
      if (overX < overY && Math.abs(dx) + overX <= 2 * reach) {
        const push = (overX / 2) * (dx < 0 ? -1 : 1);
        one.x = clamp(one.x - push, reach);
        other.x = clamp(other.x + push, reach);
      } else {
        const push = (overY / 2) * (dy < 0 ? -1 : 1);
        one.y -= push;
        other.y += push;
      }
    }
  }
  return moved;
}

/** What still overlaps sinks below what it lies on, from top to bottom: afterwards nothing overlaps. */
function settle(places: readonly Place[]): void {
  const settled: Place[] = [];
  for (const one of places.toSorted((a, b) => a.y - b.y)) {
    const isOn = (other: Place) => Math.abs(one.x - other.x) < box.width - 1 && Math.abs(one.y - other.y) < box.height - 1;
    for (let under = settled.find(isOn); under; under = settled.find(isOn)) one.y = under.y + box.height;
    settled.push(one);
  }
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
