/*
 * Which words are written at a size, and where. Letters are never smaller on the screen than can be read: where the
 * picture is small they are larger than planned. Each name is tried in several shapes and on several sides, and one
 * that is in the way of another steps aside if it can; what still would cover others waits until there is room (zoom
 * in, or choose the node). Nodes with more links come first, and the chosen one and its neighbours before all.
 */

const look = data.look;
let colours = look.colours[matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"];
const labels = { placed: new Map(), roles: new Map(), headings: [], factor: 1, stale: true, scale: 0 };
const ruler = document.createElement("canvas").getContext("2d"); // measures words, draws nothing
const MAX_FACTOR = 8;
const CELL = 200;
const SIDES = ["below", "above", "right", "left"];
const MOST_MOVED = 300; // of more nodes a name that is in the way stays

/** The box of an initiative: as large as its words where they are written within it, else small. */
function boxOf(figure, label) {
  if (label?.side === "within") return { width: label.box[2] - label.box[0], height: label.box[3] - label.box[1] };
  return { width: Math.min(figure.width, 34), height: Math.min(figure.height, 22) };
}

/** How wide lines are in the font that is shown, at its planned size. */
const widths = new Map();
function widthOf(lines, bold) {
  const key = (bold ? "b" : " ") + lines.join("\n");
  if (!widths.has(key)) {
    ruler.font = `${bold ? "bold " : ""}${look.fontSize}px ${look.font}`;
    widths.set(key, Math.max(...lines.map((line) => ruler.measureText(line).width)));
  }
  return widths.get(key);
}

/** Where words may stand, relative to their node: lines, the box around them and the side it is on; the best first. */
function* tries(figure) {
  const factor = labels.factor;
  const within = figure.kind !== "actor";
  const planned = factor === 1 && !data.groups; // the layout has made room
  if (planned) yield { side: figure.side, box: figure.words, lines: figure.lines, bold: within };
  const shapes = [figure.lines, ...(figure.wraps ?? [])].map((lines) => ({
    lines,
    wide: widthOf(lines, within) * factor,
    high: lines.length * look.lineHeight * factor,
  }));
  if (within) {
    for (const { lines, wide, high } of shapes) {
      const [x, y] = [wide / 2 + look.padding, high / 2 + look.padding * 0.7];
      yield { side: "within", box: [-x, -y, x, y], lines, bold: true };
    }
  }
  const { width, height } = within ? boxOf(figure, null) : figure;
  const [besides, beneath] = [width / 2 + 4, height / 2 + 3];
  const order = SIDES.includes(figure.side) ? [figure.side, ...SIDES.filter((one) => one !== figure.side)] : SIDES;
  for (const shift of [0, 0.4, -0.4]) {
    for (const { lines, wide, high } of shapes) {
      const [w, h] = [wide + 4, high];
      const [dx, dy] = [w * shift, (h + height * 0.5) * shift];
      const boxes = {
        below: [dx - w / 2, beneath, dx + w / 2, beneath + h],
        above: [dx - w / 2, -beneath - h, dx + w / 2, -beneath],
        right: [besides, dy - h / 2, besides + w, dy + h / 2],
        left: [-besides - w, dy - h / 2, -besides, dy + h / 2],
      };
      for (const side of order) yield { side, box: boxes[side], lines, bold: within };
    }
  }
}

/** Boxes by the squares of a grid they touch, so that only near ones are compared. */
function makeGrid(cell) {
  const squares = new Map();
  function* keys([left, top, right, bottom]) {
    for (let x = Math.floor(left / cell); x <= Math.floor(right / cell); x += 1)
      for (let y = Math.floor(top / cell); y <= Math.floor(bottom / cell); y += 1) yield `${x},${y}`;
  }
  return {
    add(box, id, isWords = false) {
      const entry = { box, id, isWords };
      for (const key of keys(box)) {
        if (!squares.has(key)) squares.set(key, []);
        squares.get(key).push(entry);
      }
    },
    removeWords(box, id) {
      for (const key of keys(box)) squares.set(key, squares.get(key).filter((one) => !(one.isWords && one.id === id)));
    },
    /** What is in the way of a box, but for one's own: at most two of them. */
    inTheWay(box, id) {
      const found = [];
      for (const key of keys(box)) {
        for (const entry of squares.get(key) ?? []) {
          if (entry.id === id || found.includes(entry)) continue;
          const other = entry.box;
          if (box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) found.push(entry);
          if (found.length === 2) return found;
        }
      }
      return found;
    },
    isFree(box, id) {
      return this.inTheWay(box, id).length === 0;
    },
  };
}

/** The room that words take: with them their frame, of which the outer one of two reaches farther. */
function roomOf(label, figure) {
  const [left, top, right, bottom] = label.box;
  const rim = label.side === "within" && figure.double ? 4 : 0;
  return [left - rim, top - rim, right + rim, bottom + rim];
}

const moved = ([left, top, right, bottom], { x, y }) => [left + x, top + y, right + x, bottom + y];

/** Choose the words for a size of the picture. */
function placeLabels(scale) {
  if (!labels.stale && Math.abs(scale / labels.scale - 1) < 0.02) return;
  labels.stale = false;
  labels.scale = scale;
  labels.factor = Math.min(MAX_FACTOR, Math.max(1, look.smallest / (look.fontSize * scale)));
  labels.placed = new Map();
  const grid = makeGrid(CELL * labels.factor);
  const front = makeGrid(CELL * labels.factor); // what stands out; words of its own may cover what is dimmed
  const isFront = (id) => bright !== null && bright.has(id);
  const rim = edgeOf(place.clientWidth) / scale;
  const [left, top, right, bottom] = stage.bounds;
  const isInside = (box) => box[0] >= left - rim && box[1] >= top - rim && box[2] <= right + rim && box[3] <= bottom + rim;
  const visible = [...stage.nodes].filter((id) => shown.nodes.has(id) && nodes.get(id).figure.lines.length);
  for (const id of visible) {
    const node = nodes.get(id);
    const box = node.figure.kind === "actor" ? node.figure : boxOf(node.figure, null);
    const beyond = node.figure.double ? 4 : 0;
    const [x, y] = [box.width / 2 + beyond, box.height / 2 + beyond];
    const around = moved([-x, -y, x, y], node);
    grid.add(around, id);
    if (isFront(id)) front.add(around, id);
  }
  labels.headings = data.zones.map((zone) => placeHeading(zone, grid, isInside)).filter(Boolean);
  const weight = (id) =>
    (chosen.node === id ? 1e9 : 0) + (isFront(id) ? 1e6 : 0) + linksOf.get(id).length;
  const weights = new Map(visible.map((id) => [id, weight(id)]));
  visible.sort((a, b) => weights.get(b) - weights.get(a));
  const gridFor = (id) => (isFront(id) ? front : grid);
  const put = (id, label) => {
    const box = moved(roomOf(label, nodes.get(id).figure), nodes.get(id));
    grid.add(box, id, true);
    if (isFront(id)) front.add(box, id, true);
    labels.placed.set(id, label);
  };
  const takeAway = (id) => {
    const box = moved(roomOf(labels.placed.get(id), nodes.get(id).figure), nodes.get(id));
    grid.removeWords(box, id);
    if (isFront(id)) front.removeWords(box, id);
    labels.placed.delete(id);
  };
  const freePlace = (id) => {
    for (const label of tries(nodes.get(id).figure)) {
      const box = moved(roomOf(label, nodes.get(id).figure), nodes.get(id));
      if (isInside(box) && gridFor(id).isFree(box, id)) return label;
    }
    return null;
  };
  /** Let one name that is in the way step aside. */
  const makeRoom = (id) => {
    for (const label of tries(nodes.get(id).figure)) {
      const box = moved(roomOf(label, nodes.get(id).figure), nodes.get(id));
      if (!isInside(box)) continue;
      const [entry, another] = gridFor(id).inTheWay(box, id);
      if (another || !entry?.isWords || !labels.placed.has(entry.id) || isFront(entry.id) !== isFront(id)) continue;
      const before = labels.placed.get(entry.id);
      takeAway(entry.id);
      put(id, label);
      const aside = freePlace(entry.id);
      if (aside) {
        put(entry.id, aside);
        return true;
      }
      takeAway(id);
      put(entry.id, before);
    }
    return false;
  };
  const crowded = [];
  for (const id of visible) {
    const label = freePlace(id);
    if (label) put(id, label);
    else if (stage.nodes.size > MOST_MOVED || !makeRoom(id)) crowded.push(id);
  }
  tellUnnamed(crowded.length, visible.length);
  placeRoles(scale, grid, front);
}

/** Tell how many names are not written, and how to see them. */
function tellUnnamed(n, all) {
  const words = n === 0 || isOverview() ? "" : say("names_hidden", { n: grouped(n), all: grouped(all) });
  const line = document.getElementById("unnamed");
  if (line.textContent !== words) line.textContent = words;
}

/** Place a group's heading in the upper left of its ground, if it covers nothing; a long one reaches beyond it. */
function placeHeading({ box: [left, top], name }, grid, isInside) {
  const size = look.fontSize * labels.factor;
  ruler.font = `bold ${size}px ${look.font}`;
  const box = [left + 0.4 * size, top + 0.2 * size, left + 0.4 * size + ruler.measureText(name).width, top + 1.5 * size];
  if (!isInside(box) || !grid.isFree(box, name)) return null;
  grid.add(box, name);
  return { name, box, size };
}

/** Choose the lines on which roles are written: all from some size on, those that stand out always, if there is room. */
function placeRoles(scale, grid, front) {
  labels.roles = new Map();
  const onAll = scale >= look.rolesFrom;
  if (!onAll && bright === null) return;
  const size = look.linkFontSize * Math.max(1, labels.factor * 0.95);
  ruler.font = `${size}px ${look.font}`;
  for (const id of stage.links) {
    const isFront = bright !== null && isLitLink(id);
    if (!shown.links.has(id) || !(onAll || isFront)) continue;
    const words = rolesOf(id);
    const { x, y } = middleOf(id);
    const width = ruler.measureText(words).width + 0.5 * size;
    const box = [x - width / 2, y - size * 0.67, x + width / 2, y + size * 0.67];
    if (!(isFront ? front : grid).isFree(box, id)) continue;
    grid.add(box, id);
    front.add(box, id);
    labels.roles.set(id, { words, box, size });
  }
}
