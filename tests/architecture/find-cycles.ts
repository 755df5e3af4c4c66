/** Each group of modules that reach each other, as one sorted line; none when the graph has no cycle (Tarjan). */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const stack: string[] = [];
  const cycles: string[] = [];
  const visit = (node: string): void => {
    const index = order.size;
    order.set(node, index);
    lowest.set(node, index);
    stack.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (stack.includes(next))
        lowest.set(node, Math.min(lowest.get(node) ?? index, lowest.get(next) ?? index));
    }
    if (lowest.get(node) !== index) return;
    const group = stack.splice(stack.indexOf(node)).sort();
    if (group.length > 1 || graph.get(node)?.includes(node)) cycles.push(group.join(' ⇄ '));
  };
  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return cycles;
}
