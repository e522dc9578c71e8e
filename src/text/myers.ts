// A shortest edit from one sequence to another: Myers, «An O(ND) Difference Algorithm and Its Variations» (1986), in linear space.

/** Differences past which a stretch is told as wholly other, so that no pair of texts takes long. */
const FAR = 6000;

/** For each member of `a` whether it stands in both, for each of `b` whether it is new. */
export function compare(a: Int32Array, b: Int32Array): [Uint8Array, Uint8Array] {
  const kept = new Uint8Array(a.length);
  const fresh = new Uint8Array(b.length).fill(1);
  // Boxes still to be compared; a stack, because a recursion could go as deep as the text is long.
  const boxes: [number, number, number, number][] = [[0, a.length, 0, b.length]];
  for (let box = boxes.pop(); box; box = boxes.pop()) {
    let [left, right, top, bottom] = box;
    const keep = (x: number, y: number) => {
      kept[x] = 1;
      fresh[y] = 0;
    };
    while (left < right && top < bottom && a[left] === b[top]) keep(left++, top++);
    while (left < right && top < bottom && a[right - 1] === b[bottom - 1]) keep(--right, --bottom);
    if (left === right || top === bottom) continue;
    const meeting = middle(a.subarray(left, right), b.subarray(top, bottom));
    if (!meeting) continue;
    const [x, y] = [left + meeting[0], top + meeting[1]];
    boxes.push([left, x, top, y], [x, right, y, bottom]);
  }
  return [kept, fresh];
}

/** A point on a shortest path from (0, 0) to the far corner: where paths from both ends meet (section 4b). */
function middle(a: Int32Array, b: Int32Array): [number, number] | undefined {
  const [n, m] = [a.length, b.length];
  const delta = n - m;
  const most = Math.min(Math.ceil((n + m) / 2), FAR);
  const at = most + 1;
  const forth = new Int32Array(2 * at + 1);
  const back = new Int32Array(2 * at + 1);
  for (let d = 0; d <= most; d++) {
    for (let k = -d; k <= d; k += 2) {
      let x = k === -d || (k !== d && forth[at + k - 1]! < forth[at + k + 1]!) ? forth[at + k + 1]! : forth[at + k - 1]! + 1;
      while (x < n && x - k < m && x - k >= 0 && a[x] === b[x - k]) x++;
      forth[at + k] = x;
      const over = delta - k;
      if (delta % 2 !== 0 && Math.abs(over) < d && x + back[at + over]! >= n) return inside(x, x - k, n, m);
    }
    for (let k = -d; k <= d; k += 2) {
      let x = k === -d || (k !== d && back[at + k - 1]! < back[at + k + 1]!) ? back[at + k + 1]! : back[at + k - 1]! + 1;
      while (x < n && x - k < m && x - k >= 0 && a[n - 1 - x] === b[m - 1 - x + k]) x++;
      back[at + k] = x;
      const over = delta - k;
      if (delta % 2 === 0 && Math.abs(over) <= d && x + forth[at + over]! >= n) return inside(n - x, m - x + k, n, m);
    }
  }
  return undefined;
}

/** Undefined for a corner, which would leave the same box to be compared for ever. */
function inside(x: number, y: number, n: number, m: number): [number, number] | undefined {
  if (x < 0 || y < 0 || x > n || y > m) return undefined;
  return (x === 0 && y === 0) || (x === n && y === m) ? undefined : [x, y];
}
