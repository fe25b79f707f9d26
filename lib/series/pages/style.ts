import { style } from '../../writers/page/style.ts'

/** The style sheet of review pages, with what lists of many units need besides. No word of a document ever enters it. */
export const seasonStyle = `${style}
.tiles{display:flex;flex-wrap:wrap;gap:.5rem;list-style:none;padding:0;margin:1rem 0}
.tiles li{flex:1 0 7rem;max-width:11rem;padding:.35rem .8rem;border:1px solid var(--faint);border-radius:.3rem}
.tiles b{display:block;font-size:1.6rem;line-height:1.25;font-variant-numeric:tabular-nums}
.tiles small{display:block;line-height:1.3}
.tiles .bad{border-color:#c8323a;border-left-width:.4rem}.tiles .warn{border-color:#d39b00;border-left-width:.4rem}
.rows{width:100%;font:.9rem/1.4 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Source Han Sans SC",sans-serif}
.rows caption{font-size:.95rem}
.rows th,.rows td{padding:.12rem .5rem;border:0;border-bottom:1px solid var(--faint);text-align:left;vertical-align:baseline}
.rows thead th{border-bottom:2px solid var(--line);color:var(--soft);white-space:nowrap}
.rows .n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.rows .w,.rows small.w{white-space:nowrap}
.rows .t{min-width:13em}
.rows th[scope=row]{min-width:9em}
.rows .d1{padding-left:1.6em}.rows .d2{padding-left:2.7em}.rows .d3{padding-left:3.8em}.rows .d4{padding-left:4.9em}
.rows tbody tr:hover{background:var(--panel)}
.state{white-space:nowrap}
.state.overdue,.state.invalid{color:var(--error);font-weight:600}
.state.late,.state.awaited,.state.needsReview{color:var(--warning)}
.state.valid{color:var(--valid)}
.state.overdue,.state.late,.state.invalid,.state.needsReview,.state.valid{padding:0 .4em;border-radius:.3em}
.state.overdue,.state.invalid{background:var(--error-bg)}.state.late,.state.needsReview{background:var(--warning-bg)}.state.valid,.state.notAssessable{background:none}
.group{margin:0 0 1.25rem}
.group h3{margin-bottom:.1rem}
.many{margin:.25rem 0;padding:0;list-style:none;font-size:.92rem;line-height:1.5}
.many li{padding:.15rem 0 .15rem .7rem;border-left:.25rem solid var(--faint);border-bottom:1px solid var(--faint)}
.many li.warning{border-left-color:#d39b00}.many li.info{border-left-color:#4a86c5}.many li.decided{border-left-color:var(--line);color:var(--soft)}
details>summary{cursor:pointer;color:var(--link)}
.names{line-height:1.6}.names a,.names bdi{white-space:normal}
.trail{margin:1rem 0 0;font-size:.92rem}
.trail ol{display:flex;flex-wrap:wrap;gap:.1rem .4rem;list-style:none;margin:0;padding:0}
.trail li+li::before{content:"›";margin-right:.4rem;color:var(--soft)}
.form .was{display:block;margin-top:.05rem;color:var(--soft);font-size:.8em;white-space:nowrap}
.form .was b{font-weight:600;color:var(--fg)}
.cell .was,.cell .was b{color:inherit}
.own{font-size:.75em;vertical-align:super}
.marked{text-decoration:underline dotted #d39b00 2px;text-underline-offset:.12em}
.verdict a{color:inherit;font-size:1rem}
.plots{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,20rem),1fr));gap:1rem 2rem}
:root{--s0:#1d6f42;--s1:#8cc49c;--s2:#b7791f;--s3:#5b78b8;--s4:#8f6aa8;--s5:#9a9a9a}
figure{margin:0}figcaption{font-weight:600}
.plot{display:block;width:100%;max-width:34rem;height:auto}
.plot text{font-size:11px;fill:var(--fg)}.plot .m{text-anchor:middle}.plot .e{text-anchor:end;fill:var(--soft)}.plot .soft{fill:var(--soft)}
.plot rect{stroke:var(--bg);stroke-width:.6}
.s0{fill:var(--s0)}.s1{fill:var(--s1)}.s2{fill:var(--s2)}.s3{fill:var(--s3)}.s4{fill:var(--s4)}.s5{fill:var(--s5)}rect.mark{fill:var(--fg)}
.plot path{fill:none;stroke:var(--faint)}.plot .axis{stroke:var(--line)}.plot .mark{stroke:var(--fg);stroke-width:2}.plot .parted{stroke:var(--soft);stroke-dasharray:4 3}
.legend{display:flex;flex-wrap:wrap;gap:.1rem .9rem;list-style:none;margin:.1rem 0;padding:0;font-size:.85rem}.legend svg{width:.8em;height:.8em;margin-right:.3em}
.ranked .bar{width:55%;min-width:8rem}.ranked svg{display:block;width:100%;height:.8rem}
.maps{display:flex;flex-wrap:wrap;gap:.4rem 1.6rem}.map h4{margin:.3rem 0 .1rem;font-size:.92rem}
.map ul{display:flex;flex-wrap:wrap;gap:2px;list-style:none;margin:0;padding:0;max-width:34rem}
.map li,.map b{display:inline-block;width:1.6rem;height:1.6rem;font:.8rem/1.6rem system-ui,sans-serif;text-align:center;background:var(--panel);border:1px solid var(--faint)}
.map li a{display:block;color:inherit;text-decoration:none}
.map .reported,.map .notDue{background:var(--valid-bg);color:var(--valid)}.map .overdue{background:var(--error-bg);color:var(--error);font-weight:600}.map .late,.map .awaited{background:var(--warning-bg);color:var(--warning)}
@media (prefers-color-scheme:dark){:root{--s0:#4fae78;--s1:#a9d8b7;--s2:#dba24a;--s3:#8ea8e0;--s4:#bd9ad2;--s5:#b5b5b5}}
.turn{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.25rem 1rem;margin:2rem 0 0}
@media (max-width:40rem){.tiles li{flex-basis:6rem;padding:.3rem .6rem}.tiles b{font-size:1.3rem}.rows{width:auto;min-width:100%}.rows td{min-width:3.2em}
.rows th[scope=row]{position:sticky;left:0;background:var(--bg);min-width:8.5em;max-width:11em}}
@media print{.rows{font-size:8.5pt}.rows th,.rows td{padding:.06rem .3rem}.tiles li{padding:.1rem .5rem}.tiles b{font-size:13pt}.turn,.trail{display:none}
.rows thead{display:table-header-group}.many{font-size:9pt}h2,h3{break-after:avoid}
figure,.map{break-inside:avoid}.plots{grid-template-columns:1fr 1fr}.map li,.map b,.plot,.legend,.ranked{print-color-adjust:exact}.scroll:has(.form){break-inside:avoid}.form{width:100%;font-size:7.5pt;line-height:1.2}.form th,.form td{min-width:0;padding:.06rem .12rem}.form th[scope=rowgroup]{min-width:0}.form caption{white-space:normal}}
`

/** SHA-256 of the style sheet, by which the policy of the pages lets it in and nothing else; a test keeps it true. */
export const seasonStyleHash = 'sha256-EyeB87RbSzlxQ/7THs4F7g3FR/J440eHeEQvKV9tP8U='
