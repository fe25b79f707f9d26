/** What only the page of a scan needs, a style sheet of its own: all others stay as they are. No document text ever enters it. */
export const scanStyle = `
.open{display:grid;grid-template-columns:fit-content(24rem) 1fr fit-content(16rem) max-content;list-style:none;margin:0;padding:0;border-top:1px solid var(--line)}
.open>li{display:grid;grid-template-columns:24rem 1fr 16rem max-content;grid-template-columns:subgrid;grid-column:1/-1;gap:1.25rem;align-items:center;padding:.4rem .25rem;border-bottom:1px solid var(--faint)}
.crop{min-width:6rem}
.crop svg{display:block;max-width:100%;height:auto;background:#fff}
.open b{font-variant-numeric:tabular-nums}
.open li>div+div+div>b{font-size:1.15em}
.proven{margin-left:.2em;font-size:.65em;vertical-align:super;line-height:0}
a.unreadable{text-decoration:none}a.unreadable small{color:inherit}
@media (max-width:48rem){.open,.open>li{display:block}.open>li{padding:.6rem 0}.open br{display:none}.open>li>div{margin:.15rem 0}.open div>bdi{margin-right:.5em}.open div>a{margin-left:.75em}}
@media (prefers-color-scheme:dark){.crop svg{filter:brightness(.88)}}
@media print{.open div>a{display:none}.open>li{break-inside:avoid}.crop svg{filter:none}}
`

/** SHA-256 of it, by which the page's security policy lets it in; a test keeps it true. */
export const scanStyleHash = 'sha256-35+qGoU04ybSmZqp6fpHXsWKi0HJqgc2QUHPAujTrag='
