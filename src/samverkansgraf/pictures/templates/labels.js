/*
 * Which words are written at a size. Letters are never smaller on the screen than can be read: where the picture is
 * small they are larger than planned, and words that would cover others wait until there is room (zoom in, or choose
 * the node). Nodes with more links come first, and the chosen one and its neighbours before all.
 */

const look = data.look;
let colours = look.colours[matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"];
const labels = { placed: new Map(), roles: new Map(), headings: [], factor: 1, stale: true, scale: 0 };
const ruler = document.createElement("canvas").getContext("2d"); // measures words, draws nothing
const MAX_FACTOR = 8;
const CELL = 200;
const SIDES = ["below", "above", "right", "left"];

/** The box of an initiative: as large as its words where they are written, else small. */
function boxOf(figure, label) {
  if (label) return { width: label.box[2] - label.box[0], height: label.box[3] - label.box[1] };
  return { width: Math.min(figure.width, 34), height: Math.min(figure.height, 22) };
}

/** Where words may stand, relative to their node: boxes with the side they are on. */
function* tries(figure) {
  const factor = labels.factor;
  if (figure.kind !== "actor") {
    const [x, y] = [(figure.width / 2) * factor, (figure.height / 2) * factor];
    yield { side: "within", box: [-x, -y, x, y] };
    return;
  }
  if (factor === 1) {
    yield { side: figure.side, box: figure.words };
    if (data.nodes.length <= 500 && !data.groups) return; // the layout has made room
  }
  const wide = (figure.words[2] - figure.words[0]) * factor;
  const high = (figure.words[3] - figure.words[1]) * factor;
  const reach = figure.width / 2 + 5;
  for (const side of [figure.side, ...SIDES.filter((one) => one !== figure.side)]) {
    const box = {
      below: [-wide / 2, reach, wide / 2, reach + high],
      above: [-wide / 2, -reach - high, wide / 2, -reach],
      right: [reach, -high / 2, reach + wide, high / 2],
      left: [-reach - wide, -high / 2, -reach, high / 2],
    }[side];
    yield { side, box };
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
    add(box, id) {
      for (const key of keys(box)) {
        if (!squares.has(key)) squares.set(key, []);
        squares.get(key).push([box, id]);
      }
    },
    isFree([left, top, right, bottom], id) {
      for (const key of keys([left, top, right, bottom]))
        for (const [box, other] of squares.get(key) ?? [])
          if (other !== id && left < box[2] && box[0] < right && top < box[3] && box[1] < bottom) return false;
      return true;
    },
  };
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
    const around = moved([-box.width / 2, -box.height / 2, box.width / 2, box.height / 2], node);
    grid.add(around, id);
    if (isFront(id)) front.add(around, id);
  }
  labels.headings = data.zones.map((zone) => placeHeading(zone, grid)).filter(Boolean);
  const weight = (id) =>
    (chosen.node === id ? 1e9 : 0) + (isFront(id) ? 1e6 : 0) + linksOf.get(id).length;
  const weights = new Map(visible.map((id) => [id, weight(id)]));
  visible.sort((a, b) => weights.get(b) - weights.get(a));
  for (const id of visible) {
    const node = nodes.get(id);
    for (const label of tries(node.figure)) {
      const box = moved(label.box, node);
      if (!isInside(box) || !(isFront(id) ? front : grid).isFree(box, id)) continue;
      grid.add(box, id);
      if (isFront(id)) front.add(box, id);
      labels.placed.set(id, label);
      break;
    }
  }
  placeRoles(scale, grid, front);
}

/** Place a group's heading in the upper left of its ground, if it has the room there. */
function placeHeading({ box: [left, top, right], name }, grid) {
  const size = look.fontSize * labels.factor;
  ruler.font = `bold ${size}px ${look.font}`;
  const box = [left + 0.4 * size, top + 0.2 * size, left + 0.4 * size + ruler.measureText(name).width, top + 1.5 * size];
  if (box[2] > right || !grid.isFree(box, name)) return null;
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
