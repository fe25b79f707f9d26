/** The page's one style sheet. No document text ever enters it. */
export const style = `
:root{color-scheme:light dark;--bg:#fff;--fg:#1a1a1a;--soft:#565656;--line:#8a8a8a;--faint:#d4d4d4;--panel:#f4f4f2;--link:#0b4fae;
--error:#8c0007;--error-bg:#ffd0d0;--error-pale:#ffecec;--warning:#5f3d00;--warning-bg:#ffe08a;--warning-pale:#fff7dc;
--info:#173a63;--info-bg:#c6ddf3;--info-pale:#ecf4fb;--valid:#1c4a20;--valid-bg:#d3ead3;--none-bg:#dedede}
@media (prefers-color-scheme:dark){:root{--bg:#15171a;--fg:#ececec;--soft:#b4b4b4;--line:#7d7d7d;--faint:#3d4046;--panel:#1f2226;--link:#8ab8ff;
--error:#ffd6d6;--error-bg:#7a1c22;--error-pale:#3d1d20;--warning:#ffeab0;--warning-bg:#655000;--warning-pale:#352d12;
--info:#d8e8ff;--info-bg:#234a78;--info-pale:#1b2a3c;--valid:#d4f0d4;--valid-bg:#1f4d24;--none-bg:#43474d}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--fg);font:16px/1.65 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:72rem;margin:0 auto;padding:0 1rem}
#english~header{padding-top:1.6rem}
h1{font-size:1.6rem;line-height:1.35;margin:1.5rem 0 1rem;text-wrap:balance}
h2{font-size:1.25rem;margin:2.5rem 0 .75rem;padding-bottom:.25rem;border-bottom:2px solid var(--line)}
h3{font-size:1.05rem;margin:1.75rem 0 .5rem}
small,.soft{color:var(--soft);font-size:.85em;font-weight:400}
a{color:var(--link)}
a:focus-visible,input:focus-visible,summary:focus-visible,.scroll:focus-visible{outline:3px solid var(--link);outline-offset:2px}
#english{position:absolute;top:.95rem;right:calc(max(1rem,50vw - 35rem) + 12em);margin:0}
#english+label{position:absolute;top:.6rem;right:max(1rem,50vw - 35rem);width:12em;padding-left:.4em;font-size:.85rem;color:var(--soft);cursor:pointer}
#english:not(:checked)~* [lang=en],#english:not(:checked)~* .technical{display:none}
.back{position:absolute;top:.6rem;left:max(1rem,50vw - 35rem);font-size:.9rem}.back:empty{display:none}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem;top:.5rem;background:var(--bg);padding:.25rem .5rem}
.verdict{padding:.75rem 1rem;border:1px solid var(--line);border-radius:.4rem;font-size:1.2rem}
.verdict p{margin:.25rem 0 0;font-size:1rem}
.verdict small{color:inherit}
.valid{background:var(--valid-bg);color:var(--valid)}
.needsReview{background:var(--warning-bg);color:var(--warning)}
.invalid{background:var(--error-bg);color:var(--error)}
.notAssessable{background:var(--none-bg)}
.about{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1.25rem;margin:1rem 0}
.about dt{color:var(--soft)}.about dd{margin:0}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0;margin:.5rem 0}
.findings{list-style:none;padding:0;margin:0}
.findings>li{margin:0 0 .75rem;padding:.6rem .9rem;border:1px solid var(--faint);border-left:.4rem solid var(--line);border-radius:.3rem}
.findings>li.error{border-left-color:#c8323a}.findings>li.warning{border-left-color:#d39b00}.findings>li.info{border-left-color:#4a86c5}
.findings p{margin:.25rem 0}
.findings .findings{margin:.5rem 0 0}.findings summary{cursor:pointer;color:var(--soft)}
.badge{display:inline-block;padding:0 .5em;border-radius:.3em;font-weight:600}
.badge.error{background:var(--error-bg);color:var(--error)}.badge.warning{background:var(--warning-bg);color:var(--warning)}.badge.info{background:var(--info-bg);color:var(--info)}
.badge small{color:inherit}
code{font:.85em ui-monospace,Consolas,monospace;color:var(--soft)}
blockquote{margin:.35rem 0;padding:.1rem .75rem;border-left:3px solid var(--line);background:var(--panel);unicode-bidi:isolate}
bdi{unicode-bidi:isolate}
.scroll{position:relative;overflow-x:auto;margin:.5rem 0}
table{border-collapse:collapse;font-family:SimSun,"Songti SC","Noto Serif CJK SC","Source Han Serif SC",serif;line-height:1.4}
caption{text-align:left;white-space:nowrap;font:600 1.05rem/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;padding:.25rem 0}
th,td{border:1px solid var(--line);padding:.3rem .5rem;font-weight:400;text-align:center;unicode-bidi:isolate}
th[scope^=row]{text-align:left}
.form th,.form td{padding:.3rem .25rem;min-width:4.6em}
.form th[scope=rowgroup]{min-width:8em}
.form td{font-variant-numeric:tabular-nums}
td.note{max-width:18em;font-size:.9em}
.error.cell{background:var(--error-pale)}.warning.cell{background:var(--warning-pale)}.info.cell{background:var(--info-pale)}
.error.main{background:var(--error-bg);color:var(--error);font-weight:700}.warning.main{background:var(--warning-bg);color:var(--warning);font-weight:700}.info.main{background:var(--info-bg);color:var(--info);font-weight:700}
.cell a{color:inherit;font-size:.8em;font-weight:400;white-space:nowrap}
.only{font-weight:400}
.entered{margin-left:.25em;padding:0 .2em;border:1px solid currentColor;border-radius:.2em;font-size:.75em;white-space:nowrap}
.was{display:block;font-size:.75em}
.missing{font-style:italic;color:var(--soft)}
.unreadable{display:inline-block;padding:0 .25em;white-space:nowrap;border:1px dashed currentColor;border-radius:.2em;font-size:.8em;font-weight:400;color:var(--soft)}
.cell .missing,.cell .unreadable,.cell .only,.cell .entered,.cell .was{color:inherit}
mark{background:var(--warning-bg);color:var(--warning);border-radius:.2em}
mark a{color:inherit}
:target{outline:3px solid var(--link);outline-offset:2px}
.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.original{margin:.5rem 0}
.original svg{display:block;max-width:100%;height:auto;border:1px solid var(--line);border-radius:.2rem;background:#fff}
.original path{fill:none;stroke:#a4343a;stroke-width:1.5;stroke-dasharray:4 2;vector-effect:non-scaling-stroke}
.original path.main{stroke:#c8102e;stroke-width:2.5;stroke-dasharray:none}
.original>svg+svg{margin-top:-1px;border-top:3px double var(--line)}
@media (prefers-color-scheme:dark){.original svg{filter:brightness(.88)}}
.original figcaption{margin-top:.2rem;font-size:.85em;color:var(--soft)}
.original details>svg{margin:.35rem 0 0}
.original summary{font-size:.85em;cursor:pointer;color:var(--link)}
.other td{text-align:left;white-space:pre-line}
footer{margin:3rem auto 2rem;color:var(--soft);font-size:.9rem}
@media (max-width:40rem){.about{grid-template-columns:1fr;gap:0}.about dd{margin:0 0 .4rem}h1{font-size:1.3rem}.back{top:2rem}#english~.back:not(:empty)~header{padding-top:3rem}}
@media print{:root{color-scheme:light}details::details-content{content-visibility:visible;height:auto}body{font-size:10.5pt}*{print-color-adjust:exact}nav,.skip,#english,#english+label{display:none}#english~header{padding-top:0}.scroll{overflow:visible}.findings>li,tr{break-inside:avoid}.original svg{filter:none}.original details{display:none}table{font-size:8.5pt}th,td{padding:.15rem .25rem}a{color:inherit;text-decoration:none}header,main,footer{max-width:none;padding:0}}
`

/** SHA-256 of the style sheet, by which the page's security policy lets it in and nothing else; a test keeps it true. */
export const styleHash = 'sha256-caXG6irGyw4uYgv3S1IWHVFxlgBxgI0AXRsMmaF7hZQ='
