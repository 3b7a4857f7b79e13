/**
 * The smallest `count` of these numbers, in order; the array given is left in another order. For the first page of many: what
 * comes after it is not sorted.
 */
export function smallest(keys: Float64Array, count: number): Float64Array {
  if (count >= keys.length) return keys.sort();
  // Until the first `count` are the smallest: split the part in which that border lies.
  let [low, high] = [0, keys.length - 1];
  while (low < high) {
    const border = splitPart(keys, low, high);
    if (count <= border + 1) high = border;
    else low = border + 1;
  }
  return keys.subarray(0, count).sort();
}

/** Nothing up to and including the place that it gives is greater than anything behind it; that place is before `high`. */
function splitPart(keys: Float64Array, low: number, high: number): number {
  const pivot = keys[(low + high) >>> 1] ?? 0;
  let [from, to] = [low, high];
  for (;;) {
    while ((keys[from] ?? 0) < pivot) from += 1;
    while ((keys[to] ?? 0) > pivot) to -= 1;
    if (from >= to) return to;
    const swapped = keys[from] ?? 0;
    keys[from] = keys[to] ?? 0;
    keys[to] = swapped;
    from += 1;
    to -= 1;
  }
}
