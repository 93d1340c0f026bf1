/* How nodes look: actors as shapes with words beside them, initiatives as boxes with words within, groups as grounds. */

let bright = null; // the nodes that stand out; null when all do
let network = null;

function tracePolygon(ctx, points, x, y, radius) {
  ctx.beginPath();
  for (const [px, py] of points) ctx.lineTo(x + px * radius, y + py * radius);
  ctx.closePath();
}

function fillAndLine(ctx, fill, width, dashes = []) {
  const alpha = ctx.globalAlpha;
  ctx.globalAlpha = 1; // no line shows through a figure, not even through a pale one
  ctx.fillStyle = colours.paper;
  ctx.fill();
  ctx.globalAlpha = alpha;
  ctx.fillStyle = fill;
  ctx.fill();
  ctx.lineWidth = width;
  ctx.strokeStyle = colours.ink;
  ctx.setLineDash(dashes);
  ctx.stroke();
  ctx.setLineDash([]);
}

function drawActor(ctx, figure, x, y) {
  const points = data.shapes[figure.shape];
  const radius = figure.width / 2;
  tracePolygon(ctx, points, x, y, radius);
  fillAndLine(ctx, figure.fill, 1.6, figure.unsized ? look.rimDashes : []);
  if (figure.hollow) {
    tracePolygon(ctx, points, x, y, radius * look.hollow);
    fillAndLine(ctx, colours.paper, 1);
  }
}

function drawInitiative(ctx, figure, box, x, y) {
  const dashes = figure.dashed ? look.frameDashes : [];
  const frame = (width, height, fill) => {
    ctx.beginPath();
    ctx.roundRect(x - width / 2, y - height / 2, width, height, 6);
    fillAndLine(ctx, fill, 1.6, dashes);
  };
  if (figure.double) frame(box.width + 8, box.height + 8, colours.paper);
  frame(box.width, box.height, colours.initiative);
}

function drawRing(ctx, figure, box, x, y) {
  const gap = figure.double ? 12 : 8;
  ctx.beginPath();
  ctx.roundRect(x - box.width / 2 - gap, y - box.height / 2 - gap, box.width + 2 * gap, box.height + 2 * gap, 8);
  ctx.lineWidth = 4 * Math.max(1, labels.factor / 1.5);
  ctx.strokeStyle = colours.focus;
  ctx.stroke();
}

/** Write a node's words in the box that was found for them, no wider than it. */
function drawWords(ctx, label, x, y) {
  const size = look.fontSize * labels.factor;
  const high = look.lineHeight * labels.factor;
  const [left, top, right, bottom] = label.box;
  const within = label.side === "within";
  ctx.font = `${label.bold ? "bold " : ""}${size}px ${look.font}`;
  ctx.textBaseline = "alphabetic";
  ctx.textAlign = { left: "right", right: "left" }[label.side] ?? "center";
  const across = { left: right - 2, right: left + 2 }[label.side] ?? (left + right) / 2;
  if (!within) {
    ctx.globalAlpha *= 0.85;
    ctx.fillStyle = colours.paper;
    ctx.fillRect(x + left, y + top, right - left, bottom - top);
    ctx.globalAlpha /= 0.85;
  }
  const first = y + (top + bottom) / 2 - ((label.lines.length - 1) * high) / 2 + size * 0.35;
  const room = right - left - (within ? look.padding : 0);
  ctx.fillStyle = colours.ink;
  label.lines.forEach((line, number) => ctx.fillText(line, x + across, first + number * high, room));
}

const dim = (ctx, id) => {
  ctx.globalAlpha = bright === null || bright.has(id) ? 1 : 0.35;
};

/** How vis-network is to draw a node; words beside a shape come after all figures (see drawBesides). */
function renderer({ ctx, id, x, y }) {
  const figure = nodes.get(id).figure;
  const label = labels.placed.get(id);
  const box = figure.kind === "actor" ? figure : boxOf(figure, label);
  return {
    drawNode() {
      dim(ctx, id);
      if (chosen.node === id) drawRing(ctx, figure, box, x, y);
      if (figure.kind === "actor") {
        drawActor(ctx, figure, x, y);
      } else {
        drawInitiative(ctx, figure, box, x, y);
        if (label?.side === "within") drawWords(ctx, label, x, y);
      }
      ctx.globalAlpha = 1;
    },
    nodeDimensions: { width: box.width, height: box.height },
  };
}

/** Write the words that stand beside actors, over all figures. */
function drawBesides(ctx) {
  if (isOverview()) {
    drawGroupNames(ctx);
    return;
  }
  ctx.save();
  for (const [id, label] of labels.placed) {
    if (label.side === "within") continue;
    const { x, y } = nodes.get(id);
    dim(ctx, id);
    drawWords(ctx, label, x, y);
  }
  ctx.restore();
}

/** A group of a large network: a circle as large as it, its name and its numbers below. */
function groupRenderer({ ctx, id, x, y }) {
  const group = groups.get(id);
  return {
    drawNode() {
      dim(ctx, id);
      ctx.beginPath();
      ctx.arc(x, y, group.radius, 0, 2 * Math.PI);
      fillAndLine(ctx, colours.initiative, 1.6);
      if (chosen.group === id) drawRing(ctx, group, { width: 2 * group.radius, height: 2 * group.radius }, x, y);
      ctx.globalAlpha = 1;
    },
    nodeDimensions: { width: 2 * group.radius, height: 2 * group.radius },
  };
}

/** Write what the groups are called, over all of them. */
function drawGroupNames(ctx) {
  ctx.save();
  ctx.textAlign = "center";
  const size = Math.max(13, Math.min(look.smallest / network.getScale(), 24));
  for (const id of nodeSet.getIds()) {
    const { x, y, radius, lines } = groups.get(id);
    [...lines, ...groupCounts(id)].forEach((line, at) => {
      ctx.font = `${at < lines.length ? "bold " : ""}${size}px ${look.font}`;
      ctx.lineWidth = 3;
      ctx.strokeStyle = colours.paper;
      ctx.strokeText(line, x, y + radius + size * 1.2 * (at + 1), 172);
      ctx.fillStyle = colours.ink;
      ctx.fillText(line, x, y + radius + size * 1.2 * (at + 1), 172);
    });
  }
  ctx.restore();
}

/** Draw the ground of each group with its heading. */
function drawZones(ctx) {
  ctx.save();
  ctx.textAlign = "left";
  ctx.textBaseline = "alphabetic";
  for (const zone of data.zones) {
    const [left, top, right, bottom] = zone.box;
    ctx.beginPath();
    ctx.roundRect(left, top, right - left, bottom - top, 6);
    ctx.fillStyle = colours.zone;
    ctx.fill();
    ctx.lineWidth = 1;
    ctx.strokeStyle = colours.noTie;
    ctx.stroke();
  }
  ctx.fillStyle = colours.ink;
  for (const { name, box, size } of labels.headings) {
    ctx.font = `bold ${size}px ${look.font}`;
    ctx.fillText(name, box[0], box[1] + size);
  }
  ctx.restore();
}
