/* The picture: vis-network holds nodes, lines, dragging and pointing; the figures are drawn here as in the still picture. */

document.documentElement.classList.add("js"); // from here on the living picture stands in place of the still one
const place = document.getElementById("picture");
const look = data.look;
const chosen = { node: null, link: null };

/** The nodes that stand out: the chosen one and its neighbours; null when nothing is chosen. */
function lit() {
  if (chosen.link !== null) {
    const link = links.get(chosen.link);
    return new Set([link.from, link.to]);
  }
  if (chosen.node !== null) {
    const near = linksOf.get(chosen.node).filter((id) => shown.links.has(id));
    return new Set([chosen.node, ...near.map((id) => otherEnd(id, chosen.node))]);
  }
  return null;
}

function isLitLink(id) {
  if (chosen.link !== null) return id === chosen.link;
  if (chosen.node !== null) return linksOf.get(chosen.node).includes(id);
  return true;
}

let bright = null;
let network = null;

function tracePolygon(ctx, points, x, y, radius) {
  ctx.beginPath();
  for (const [px, py] of points) ctx.lineTo(x + px * radius, y + py * radius);
  ctx.closePath();
}

function fillAndLine(ctx, fill, width, dashes = []) {
  const alpha = ctx.globalAlpha;
  ctx.globalAlpha = 1; // no line shows through a figure, not even through a pale one
  ctx.fillStyle = look.paper;
  ctx.fill();
  ctx.globalAlpha = alpha;
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.lineWidth = width;
  ctx.strokeStyle = look.ink;
  ctx.setLineDash(dashes);
  ctx.stroke();
  ctx.setLineDash([]);
}

function drawActor(ctx, figure, x, y) {
  const points = data.shapes[figure.shape];
  const radius = figure.width / 2;
  tracePolygon(ctx, points, x, y, radius);
  fillAndLine(ctx, figure.fill, 1.6);
  if (figure.hollow) {
    tracePolygon(ctx, points, x, y, radius * look.hollow);
    fillAndLine(ctx, look.paper, 1);
  }
}

function drawInitiative(ctx, figure, x, y) {
  const dashes = figure.dashed ? look.frameDashes : [];
  const frame = (width, height, fill) => {
    ctx.beginPath();
    ctx.roundRect(x - width / 2, y - height / 2, width, height, 6);
    fillAndLine(ctx, fill, 1.6, dashes);
  };
  if (figure.double) frame(figure.width + 8, figure.height + 8, look.paper);
  frame(figure.width, figure.height, figure.fill);
}

function drawRing(ctx, figure, x, y) {
  const gap = figure.double ? 12 : 8;
  ctx.beginPath();
  ctx.roundRect(x - figure.width / 2 - gap, y - figure.height / 2 - gap, figure.width + 2 * gap, figure.height + 2 * gap, 8);
  ctx.lineWidth = 4;
  ctx.strokeStyle = look.focus;
  ctx.stroke();
}

function drawLabel(ctx, figure, x, y) {
  const [left, top, right, bottom] = figure.words;
  const within = figure.side === "within";
  ctx.font = `${within ? "bold " : ""}${look.fontSize}px ${look.font}`;
  ctx.textBaseline = "alphabetic";
  ctx.textAlign = { left: "right", right: "left" }[figure.side] ?? "center";
  const across = { left: right - 2, right: left + 2 }[figure.side] ?? 0;
  if (!within && figure.lines.length) {
    ctx.globalAlpha *= 0.8;
    ctx.fillStyle = look.paper;
    ctx.fillRect(x + left, y + top, right - left, bottom - top);
    ctx.globalAlpha /= 0.8;
  }
  const first = y + (top + bottom) / 2 - ((figure.lines.length - 1) * look.lineHeight) / 2 + look.fontSize * 0.35;
  ctx.fillStyle = look.ink;
  figure.lines.forEach((line, number) => ctx.fillText(line, x + across, first + number * look.lineHeight));
}

/** How vis-network is to draw a node: the figure first, a label beside it after all figures. */
function renderer({ ctx, id, x, y }) {
  const figure = nodes.get(id).figure;
  const dim = () => {
    ctx.globalAlpha = bright === null || bright.has(id) ? 1 : 0.35;
  };
  return {
    drawNode() {
      dim();
      if (chosen.node === id) drawRing(ctx, figure, x, y);
      if (figure.kind === "actor") {
        drawActor(ctx, figure, x, y);
      } else {
        drawInitiative(ctx, figure, x, y);
        drawLabel(ctx, figure, x, y);
      }
    },
    drawExternalLabel() {
      dim();
      if (figure.kind === "actor" && (network === null || network.getScale() > look.labelsFrom)) drawLabel(ctx, figure, x, y);
    },
    nodeDimensions: { width: figure.width, height: figure.height },
  };
}

/** Write the roles on the lines, on a pale ground: on all from some size on, on the chosen ones always. */
function drawRoles(ctx) {
  const onAll = network.getScale() >= look.rolesFrom;
  if (!onAll && bright === null) return;
  ctx.save();
  ctx.font = `${look.linkFontSize}px ${look.font}`;
  ctx.textAlign = "center";
  ctx.textBaseline = "alphabetic";
  for (const id of shown.links) {
    if (!onAll && !isLitLink(id)) continue;
    const { x, y } = links.get(id).figure;
    const words = rolesOf(id);
    const width = ctx.measureText(words).width + 6;
    ctx.globalAlpha = isLitLink(id) ? 1 : 0.35;
    ctx.fillStyle = look.paper;
    ctx.fillRect(x - width / 2, y - 8, width, 16);
    ctx.fillStyle = look.ink;
    ctx.fillText(words, x, y + 4);
  }
  ctx.restore();
}

const nodeSet = new vis.DataSet(data.nodes.map((node) => ({ ...node, ctxRenderer: renderer })));
const linkSet = new vis.DataSet(data.edges);
network = new vis.Network(place, { nodes: nodeSet, edges: linkSet }, data.options);
network.on("afterDrawing", drawRoles);
// The picture itself is the one tab stop; the library's own frame is none, and a canvas tells a reader nothing.
place.firstElementChild.tabIndex = -1;
place.firstElementChild.setAttribute("aria-hidden", "true");

/** Draw again after a choice or a filter has changed. */
function redraw() {
  bright = lit();
  nodeSet.update(order.map((id) => ({ id, hidden: !shown.nodes.has(id) })));
  linkSet.update(
    [...links.keys()].map((id) => {
      if (!shown.links.has(id)) return { id, hidden: true };
      const line = lineOf(id);
      return {
        id,
        hidden: false,
        dashes: line.dashes,
        width: line.width + (chosen.link === id ? 2 : 0),
        color: { color: chosen.link === id ? look.focus : line.color, opacity: isLitLink(id) ? 1 : 0.2 },
      };
    }),
  );
  network.redraw();
}

/** Show the whole picture. */
function showAll() {
  const [left, top, right, bottom] = data.bounds;
  const scale = Math.min(place.clientWidth / (right - left), place.clientHeight / (bottom - top), 1.5);
  network.moveTo({ position: { x: (left + right) / 2, y: (top + bottom) / 2 }, scale });
}

function zoom(factor) {
  const scale = Math.min(Math.max(network.getScale() * factor, 0.05), 5);
  network.moveTo({ scale });
}

/** Bring a point of the picture into sight, if it is not, and near enough to be read. */
function bringIntoSight({ x, y }) {
  if (network.getScale() < 0.45) {
    network.moveTo({ position: { x, y }, scale: 0.75 });
    return;
  }
  const scale = network.getScale();
  const at = network.canvasToDOM({ x, y });
  const edge = 45;
  const missing = (value, size) => Math.min(value - edge, 0) + Math.max(value - (size - edge), 0);
  const dx = missing(at.x, place.clientWidth) / scale;
  const dy = missing(at.y, place.clientHeight) / scale;
  if (dx === 0 && dy === 0) return;
  const view = network.getViewPosition();
  network.moveTo({ position: { x: view.x + dx, y: view.y + dy } });
}

let movedByHand = false;
network.on("dragEnd", () => { movedByHand = true; });
network.on("resize", () => { if (!movedByHand) showAll(); });
network.on("hoverNode", () => { place.classList.add("pointing"); });
network.on("blurNode", () => { place.classList.remove("pointing"); });
