/** The report's own stylesheet: it is read and printed far from the app, so it brings its colours along. */
export const reportStyle = `
@page { size: A4 landscape; margin: 11mm 12mm 13mm; @bottom-right { content: counter(page) " / " counter(pages); font: 7pt "Inter", "Segoe UI", system-ui, sans-serif; color: #55606e; } }
:root { color-scheme: light; --ink: #17202b; --faint: #55606e; --line: #cfd5dc; --good: #146c3a; --bad: #b3261e; --open: #8a5300; }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 24px; max-width: 1180px; font: 13px/1.45 "Inter", "Segoe UI", system-ui, sans-serif; color: var(--ink); background: #fff; }
.kind { margin: 0; text-transform: uppercase; letter-spacing: 0.08em; font-size: 11px; color: var(--faint); }
h1 { margin: 2px 0 12px; font-size: 26px; line-height: 1.2; overflow-wrap: anywhere; }
h2 { margin: 24px 0 8px; font-size: 16px; }
dl { margin: 0; }
header dl { display: grid; grid-template-columns: repeat(3, 1fr); gap: 8px 24px; }
dt { color: var(--faint); font-size: 11px; }
dd { margin: 0; overflow-wrap: anywhere; }
.summary { display: grid; grid-template-columns: repeat(7, 1fr); border: 1px solid var(--line); border-radius: 6px; }
.summary > div { padding: 8px 10px; border-left: 1px solid var(--line); }
.summary > div:first-child { border-left: 0; }
.summary dd { font-size: 15px; font-weight: 600; font-variant-numeric: tabular-nums; }
.summary .good dd { color: var(--good); }
.summary .bad dd { color: var(--bad); }
.summary .open dd { color: var(--open); }
.unfinished { margin: 0 0 8px; color: var(--open); font-weight: 600; }
.readers { width: 100%; table-layout: fixed; border-collapse: collapse; }
.readers th, .readers td { padding: 5px 8px; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
.readers thead th { font-size: 11px; font-weight: 600; color: var(--faint); border-bottom: 2px solid var(--ink); }
.readers thead { display: table-header-group; }
.readers tr { break-inside: avoid; }
.readers th:nth-child(1) { width: 25%; }
.readers th:nth-child(2) { width: 16%; }
.readers th:nth-child(3) { width: 21%; }
.readers th:nth-child(4) { width: 21%; }
.readers tbody th { font-weight: 600; }
code { font-family: ui-monospace, "Cascadia Mono", "SF Mono", monospace; font-weight: 400; }
.below { font-size: 0.92em; color: var(--faint); }
th .below { font-weight: 400; }
time { font-variant-numeric: tabular-nums; }
a { color: #1a5fb4; }
b.good { color: var(--good); } b.bad { color: var(--bad); } b.open { color: var(--open); }
.faint, b.faint { color: var(--faint); font-weight: 400; }
.sign { display: grid; grid-template-columns: repeat(3, 1fr); gap: 32px; margin-top: 56px; break-inside: avoid; }
.sign p { margin: 0; font-size: 11px; color: var(--faint); overflow-wrap: anywhere; }
.sign span { display: block; border-top: 1px solid var(--ink); margin-bottom: 4px; }
@media print {
  body { padding: 0; max-width: none; font-size: 8pt; line-height: 1.35; print-color-adjust: exact; }
  h1 { font-size: 16pt; margin-bottom: 6px; }
  h2 { margin: 10px 0 4px; font-size: 11pt; break-after: avoid; }
  dt, .readers thead th, .sign p { font-size: 7pt; }
  .summary dd { font-size: 9pt; }
  .summary > div { padding: 4px 8px; }
  .readers th, .readers td { padding: 2px 6px 3px; }
  .sign { margin-top: 40px; }
}
`;
