// Looks at pages in Chromium with the network cut and prints what is wrong with them, a
// line of JSON for each page: node check.mjs [--shots FOLDER] FILE...
//
// CHROMIUM names the browser, /usr/bin/chromium if it is not set.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

// How a page is looked at. 640 is a screen of 1280 pixels at 200 % zoom. What axe sees is
// alike in some: it takes most of the time.
const looks = [
  { name: "light", width: 1280, colorScheme: "light" },
  { name: "dark", width: 1280, colorScheme: "dark" },
  { name: "zoomed", width: 640, colorScheme: "light", alike: true },
  { name: "narrow", width: 360, colorScheme: "light" },
  { name: "narrow-dark", width: 360, colorScheme: "dark", alike: true },
  { name: "print", width: 1280, colorScheme: "light", media: "print" },
];

// These run inside the page.

function findWideElements() {
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= width) return [];
  const wide = [...document.querySelectorAll("body *")].filter((e) => e.getBoundingClientRect().right > width + 1);
  return wide.slice(0, 5).map((e) => `scrolls sideways: ${e.tagName} ${e.className?.baseVal ?? e.className} "${e.textContent.slice(0, 40)}"`);
}

function findSkippedHeadings() {
  const found = [];
  let before = 0;
  for (const h of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const level = Number(h.tagName[1]);
    if (level > before + 1) found.push(`heading out of order: h${before} then h${level} "${h.textContent.slice(0, 40)}"`);
    before = level;
  }
  return before ? found : ["no headings"];
}

// Texts of a figure must neither lie on each other nor be cut off.
function findBadLabels() {
  const found = [];
  for (const svg of document.querySelectorAll("svg")) {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")].map((e) => ({ text: e.textContent, box: e.getBoundingClientRect() }));
    texts.forEach((a, i) => {
      if (a.box.left < frame.left - 1 || a.box.right > frame.right + 1 || a.box.bottom > frame.bottom + 1) found.push(`label cut off: "${a.text}"`);
      for (const b of texts.slice(i + 1)) {
        const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
        const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
        if (across > 1 && down > 3) found.push(`labels lie on each other: "${a.text}" and "${b.text}"`);
      }
    });
  }
  return found;
}

async function countSheets(page) {
  await page.evaluate(() => {
    document.querySelectorAll("article:not(:first-of-type), details, nav").forEach((e) => e.remove());
    document.querySelectorAll(".sheet").forEach((e) => e.style.setProperty("break-after", "auto"));
  });
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g).length;
}

async function checkPage(browser, file, shots) {
  const found = [];
  for (const look of looks) {
    const context = await browser.newContext({ viewport: { width: look.width, height: 900 }, colorScheme: look.colorScheme, offline: true });
    const page = await context.newPage();
    const address = pathToFileURL(resolve(file)).href;
    const tell = (text) => found.push(`${look.name}: ${text}`);
    page.on("console", (m) => tell(`console: ${m.text()}`));
    page.on("pageerror", (e) => tell(`error: ${e.message}`));
    page.on("request", (r) => r.url() !== address && tell(`asks for ${r.url()}`));
    await page.emulateMedia({ media: look.media ?? "screen", colorScheme: look.colorScheme });
    await page.goto(address, { waitUntil: "load" });
    if (shots) await page.screenshot({ path: join(shots, `${basename(file)}.${look.name}.png`) });
    await page.evaluate(() => document.querySelectorAll("details").forEach((e) => (e.open = true)));
    (await page.evaluate(findWideElements)).forEach(tell);
    (await page.evaluate(findSkippedHeadings)).forEach(tell);
    (await page.evaluate(findBadLabels)).forEach(tell);
    const violations = look.alike ? [] : (await page.evaluate(axe), await page.evaluate(() => globalThis.axe.run())).violations;
    for (const v of violations) tell(`axe ${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html.slice(0, 120)).join(" | ")}`);
    if (shots) await page.screenshot({ path: join(shots, `${basename(file)}.${look.name}.open.png`), fullPage: true });
    if (look.media === "print" && (await page.locator("details").count())) {
      const sheets = await countSheets(page);
      if (sheets !== 1) tell(`the first sheet takes ${sheets} sheets of paper`);
    }
    await context.close();
  }
  return found;
}

const args = process.argv.slice(2);
const shots = args[0] === "--shots" ? args.splice(0, 2)[1] : "";
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
for (const file of args) console.log(JSON.stringify({ file, found: await checkPage(browser, file, shots) }));
await browser.close();
