/** The printed worksheet's own stylesheet: ink on paper, the page numbers in its margin. */
export const worksheetStyle = `
@page {
  size: A4;
  margin: 14mm 12mm 16mm;
  @bottom-left { content: "Reader Desk worksheet"; font: 9px sans-serif; color: #55606e; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 9px sans-serif; color: #55606e; }
}
* { box-sizing: border-box; }
body { margin: 0; font: 11px/1.4 "Inter", "Segoe UI", system-ui, sans-serif; color: #17202b; background: #fff; }
h1 { margin: 0 0 8px; font-size: 20px; line-height: 1.2; overflow-wrap: anywhere; }
dl { display: flex; flex-wrap: wrap; gap: 4px 28px; margin: 0 0 8px; }
dt { font-size: 9px; color: #55606e; }
dd { margin: 0; overflow-wrap: anywhere; }
p { margin: 0 0 12px; max-width: 150mm; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
th, td { padding: 5px 8px; text-align: left; vertical-align: top; border-bottom: 1px solid #cfd5dc; overflow-wrap: anywhere; }
thead th { font-size: 9px; color: #55606e; border-bottom: 1.5px solid #17202b; }
tbody th { font-weight: 600; }
.box { width: 13mm; }
thead th:nth-child(2) { width: 30%; }
.tick { display: inline-block; width: 4.5mm; height: 4.5mm; border: 1px solid #17202b; border-radius: 1px; font: 4mm/4mm sans-serif; text-align: center; }
small { display: block; font-size: 9px; font-weight: 400; color: #55606e; }
ul { margin: 0; padding: 0; list-style: none; }
td b { display: block; margin-top: 4px; font-size: 9px; color: #b3261e; }
li.new { font-weight: 600; }
li i { font-weight: 400; color: #8a5300; }
.wait { padding-left: 6px; border-left: 2px solid #8a5300; }
li { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 8px; }
code { margin-left: auto; font: 9px ui-monospace, "Cascadia Mono", monospace; font-weight: 400; color: #55606e; }
.faint { color: #55606e; }
`;
