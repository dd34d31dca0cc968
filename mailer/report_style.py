"""How the report looks: one style sheet for phone, desk, dark rooms and paper."""

STYLE = """
:root { color-scheme: light dark; --ink: #1d2125; --soft: #58626c; --line: #c9d0d6;
  --paper: #fff; --card: #f5f7f8; --told: #1f5fa8; --good: #1c7044; --wait: #9a5b00; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaec; --soft: #a6b0b9; --line: #444d55;
  --paper: #16191c; --card: #20252a; --told: #7db4f2; --good: #74cf9c; --wait: #eab365; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 52rem; color: var(--ink);
  background: var(--paper); font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.2rem; margin: 0 0 .25rem; }
p { margin: 0 0 .75rem; }
.soft { color: var(--soft); }
dl.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr));
  gap: .75rem; margin: 1rem 0 1.5rem; }
dl.figures div { background: var(--card); border: 1px solid var(--line); border-radius: .5rem;
  padding: .6rem .8rem; display: flex; flex-direction: column-reverse; }
dl.figures dt { color: var(--soft); font-size: .85rem; }
dl.figures dd { margin: 0; font-size: 1.3rem; font-weight: 600; }
.overview { margin: 0 0 .75rem; padding: 0; list-style: none; }
.overview li { display: grid; grid-template-columns: 11rem 1fr; gap: .75rem;
  align-items: center; padding: .3rem 0; border-bottom: 1px solid var(--line); }
.overview a { color: inherit; }
.track { position: relative; display: block; height: 1.2rem; }
.track span { position: absolute; top: .5rem; height: .2rem; background: var(--line); }
.track span.after { background: var(--told); }
.track i { position: absolute; top: .25rem; width: .7rem; height: .7rem; margin-left: -.35rem;
  border-radius: 50%; border: 2px solid var(--soft); background: var(--paper); }
.track i.told { border-color: var(--told); background: var(--told); }
.track i.answer { border-color: var(--good); background: var(--good); border-radius: 0; }
.ends { display: flex; justify-content: space-between; margin: 0 0 0 11.75rem;
  color: var(--soft); font-size: .85rem; }
article { border-top: 2px solid var(--ink); padding: 1rem 0 1.5rem; }
.state { display: inline-block; border: 1px solid; border-radius: 1rem; padding: 0 .6rem;
  font-size: .85rem; color: var(--wait); }
.state.closed { color: var(--good); }
dl.facts { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem;
  margin: .5rem 0 1rem; }
dl.facts dt { color: var(--soft); }
dl.facts dd { margin: 0; }
ol.line { list-style: none; margin: 0; padding: 0 0 0 1.2rem; border-left: 3px solid var(--line);
  margin-left: .4rem; }
ol.line li { position: relative; padding: 0 0 .7rem; break-inside: avoid; }
ol.line li::before { content: ""; position: absolute; left: -1.73rem; top: .4rem; width: .8rem;
  height: .8rem; border-radius: 50%; border: 3px solid var(--line); background: var(--paper); }
ol.line li.sent::before, ol.line li.call::before { border-color: var(--told); }
ol.line li.answer::before { border-color: var(--good); border-radius: 0; }
ol.line li.bounce::before { border-color: var(--wait); }
ol.line li.coming { color: var(--soft); }
ol.line li.coming::before { border-style: dashed; border-width: 2px; }
ol.line time { display: block; color: var(--soft); font-size: .85rem; }
.open { border-left: 3px solid var(--wait); padding: .4rem .8rem; margin: 0 0 1rem;
  background: var(--card); }
.open ul { margin: 0; padding-left: 1.1rem; }
blockquote { margin: .3rem 0; padding-left: .8rem; border-left: 3px solid var(--line);
  font-style: italic; }
@media (max-width: 34rem) {
  .overview li { grid-template-columns: 1fr; gap: 0; }
  .ends { margin-left: 0; }
  dl.facts { grid-template-columns: 1fr; }
  dl.facts dt { margin-top: .3rem; }
}
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --line: #999; --paper: #fff;
    --card: #fff; --told: #1f5fa8; --good: #1c7044; --wait: #7a4700; }
  body { max-width: none; padding: 0; font-size: 10.5pt; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  h2, dl.facts { break-after: avoid; }
  .overview li, .open, dl.figures div { break-inside: avoid; }
  a { text-decoration: none; }
}
"""
