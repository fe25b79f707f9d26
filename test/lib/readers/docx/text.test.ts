import { describe, expect, it } from 'vitest'
import { cell, mammothAlone, paragraph, readBody, row, run, table } from '../../../support/docx.ts'

/** The text of a cell with this content, as we and as mammoth alone read it, and our losses. */
const both = async (content: string, styles = '') => {
  const body = table(row(['数量', cell(content)]), row(['甲', '1']))
  const [ours, alone] = await Promise.all([readBody(body, styles), mammothAlone(body, styles)])
  return {
    ours: ours.grids[0]![0]![1],
    losses: ours.losses,
    alone: alone.grids[0]![0]![1],
    html: alone.html,
    document: ours.document,
  }
}
const superscript = '<w:vertAlign w:val="superscript"/>'
const mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'

describe('fields', () => {
  const instruction =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> =SUM(LEFT) </w:instrText></w:r>'
  const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

  it('the result of a simple field is kept', async () => {
    const read = await both(`<w:fldSimple w:instr=" =SUM(LEFT) ">${run('16')}</w:fldSimple>`)
    expect(read).toMatchObject({ alone: '', ours: '16', losses: [] })
  })

  it('the result of a complex field is kept, its instruction is not', async () => {
    const read = await both(
      `${instruction}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('16')}${end}`,
    )
    expect(read).toMatchObject({ ours: '16', losses: [] })
  })

  it('a field within the instruction of another prints nothing', async () => {
    const condition =
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>` +
      `${instruction}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('9')}${end}` +
      `<w:r><w:instrText> &gt; 3 "16" "0" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('16')}${end}`
    expect(await both(condition)).toMatchObject({ alone: '916', ours: '16', losses: [] })
  })

  it('a field that never ends takes no more than its paragraph', async () => {
    const { losses, texts } = await readBody(
      paragraph(instruction + run('吞')) + paragraph(run('留')) + paragraph(end + run('下')),
    )
    expect(texts).toEqual(['留', '下'])
    expect(losses).toEqual(['field-without-result'])
  })

  it.each([
    ['complex', instruction + end],
    ['separated', `${instruction}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${end}`],
    ['simple', '<w:fldSimple w:instr="=SUM(LEFT)"/>'],
  ])('a %s field without a saved result is a loss with its place', async (_, content) => {
    const { document, ours } = await both(content)
    expect(ours).toBe('')
    expect(document.losses).toMatchObject([
      { code: 'field-without-result', source: { kind: 'table', table: 1, row: 1, column: 2 } },
    ])
  })
})

describe('marks of notes', () => {
  it('a footnote mark is dropped, not read as digits', async () => {
    const read = await both(run('16') + mark)
    expect(read.html).toContain('[1]')
    expect(read).toMatchObject({ ours: '16', losses: ['note-mark-dropped'] })
  })

  it("the author's own mark in the reference's run is dropped", async () => {
    const own = '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/><w:t>7</w:t></w:r>'
    expect(await both(run('16') + own)).toMatchObject({
      alone: '167',
      ours: '16',
      losses: ['note-mark-dropped'],
    })
  })

  it.each([
    ['after', run('16') + run('1', superscript)],
    ['after, in brackets,', run('16') + run('[', superscript) + run('2]', superscript)],
    ['before', run('1', superscript) + run('16')],
    ['below, after,', run('16') + run('3', '<w:vertAlign w:val="subscript"/>')],
    ['by hand, after,', run('16') + run('4', '<w:position w:val="10"/><w:sz w:val="12"/>')],
    ['by style after', run('16') + run('2', '<w:rStyle w:val="mark"/>')],
  ])('a raised or lowered mark %s the digits is dropped with a loss', async (_, content) => {
    const styles = `<w:style w:type="character" w:styleId="mark"><w:name w:val="mark"/><w:rPr>${superscript}</w:rPr></w:style>`
    expect(await both(content, styles)).toMatchObject({ ours: '16', losses: ['superscript-dropped'] })
  })

  it('the mark in a cell is told however many came before it', async () => {
    const rows = Array.from({ length: 60 }, () => row(['甲', run('16') + run('1', superscript)]))
    const { document } = await readBody(table(...rows))
    expect(document.losses.map(({ source }) => source)).toEqual(
      rows.map((_, at) => ({ kind: 'table', table: 1, row: at + 1, column: 2 })),
    )
  })

  it('mammoth alone joins a mark set by style to the number', async () => {
    const styles = `<w:style w:type="character" w:styleId="mark"><w:name w:val="mark"/><w:rPr>${superscript}</w:rPr></w:style>`
    expect((await both(run('16') + run('2', '<w:rStyle w:val="mark"/>'), styles)).alone).toBe('162')
  })

  it('other raised text stays', async () => {
    expect(await both(run('面积 12 m') + run('2', superscript))).toMatchObject({
      ours: '面积 12 m2',
      losses: [],
    })
    expect(await both(run('16', superscript))).toMatchObject({ ours: '16', losses: [] })
  })
})

describe('what is not printed, or not as text', () => {
  it.each([
    ['hidden text', run('1', '<w:vanish/>') + run('6'), '', '16', '6', 'hidden-text-dropped'],
    [
      'text hidden by its style',
      run('1', '<w:rStyle w:val="h"/>') + run('6'),
      '<w:style w:type="character" w:styleId="b"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="h"><w:basedOn w:val="b"/></w:style>',
      '16',
      '6',
      'hidden-text-dropped',
    ],
    [
      'text by the side of struck text',
      run('16', '<w:strike/>') + run('18'),
      '',
      '18',
      '16\n18',
      'struck-text-kept',
    ],
  ])('%s', async (_, content, styles, alone, ours, loss) => {
    expect(await both(content, styles)).toMatchObject({ alone, ours, losses: [loss] })
  })

  it('vanish that is switched off hides nothing', async () => {
    expect(await both(run('16', '<w:vanish w:val="0"/>'))).toMatchObject({ ours: '16', losses: [] })
  })

  it('ruby leaves its base text', async () => {
    const ruby = `<w:r><w:ruby><w:rubyPr/><w:rt>${run('qīng')}</w:rt><w:rubyBase>${run('青')}</w:rubyBase></w:ruby></w:r>`
    expect(await both(ruby + run('禾县'))).toMatchObject({
      alone: '禾县',
      ours: '青禾县',
      losses: ['ruby-dropped'],
    })
  })

  it('a formula keeps its text, and its parts do not run together', async () => {
    const m = (text: string) => `<m:r><m:t>${text}</m:t></m:r>`
    expect(await both(`<m:oMath>${m('16')}</m:oMath>`)).toMatchObject({ alone: '', ours: '16', losses: [] })
    const half = `<m:oMath><m:f><m:num>${m('1')}</m:num><m:den>${m('2')}</m:den></m:f></m:oMath>`
    expect(await both(half)).toMatchObject({ ours: '1/2', losses: ['formula-flattened'] })
    const power = `<m:oMath><m:sSup><m:e>${m('10')}</m:e><m:sup>${m('2')}</m:sup></m:sSup></m:oMath>`
    expect(await both(power)).toMatchObject({ ours: '10^2', losses: ['formula-flattened'] })
  })
})

describe('special characters', () => {
  it.each([
    ['noBreakHyphen is a minus sign', '<w:r><w:noBreakHyphen/><w:t>9</w:t></w:r>', '\u20119', '-9'],
    ['softHyphen is not printed', '<w:r><w:t>1</w:t><w:softHyphen/><w:t>6</w:t></w:r>', '1\u00ad6', '16'],
    ['cr is a line break', '<w:r><w:t>1</w:t><w:cr/><w:t>6</w:t></w:r>', '16', '1\n6'],
    ['a page break parts text', '<w:r><w:t>1</w:t><w:br w:type="page"/><w:t>6</w:t></w:r>', '16', '1\n6'],
    [
      'ptab is space',
      '<w:r><w:t>1</w:t><w:ptab w:alignment="right" w:relativeTo="margin" w:leader="none"/><w:t>6</w:t></w:r>',
      '16',
      '1 6',
    ],
    ['sym of an ordinary font', '<w:r><w:sym w:font="宋体" w:char="F031"/></w:r>', '', '1'],
    ['sym by its own code', '<w:r><w:sym w:font="仿宋" w:char="2014"/></w:r>', '', '—'],
  ])('%s', async (_, content, alone, ours) => {
    expect(await both(content)).toMatchObject({ alone, ours, losses: [] })
  })

  it.each([
    ['br', '<w:r><w:t>1</w:t><w:br/><w:t>6</w:t></w:r>', '1\n6'],
    ['tab', '<w:r><w:t>1</w:t><w:tab/><w:t>6</w:t></w:r>', '1 6'],
    ['sym of a symbol font', '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', '🗹'],
    ['characters XML escapes', run('A&amp;B&lt;C&gt;'), 'A&B<C>'],
    ['pretty-printed text', '<w:r><w:t>\n  16\n  </w:t></w:r>', '16'],
    ['CDATA', '<w:r><w:t><![CDATA[1<6]]></w:t></w:r>', '1<6'],
  ])('%s', async (_, content, ours) => {
    expect(await both(content)).toMatchObject({ ours, losses: [] })
  })

  it('a symbol nobody knows is a loss', async () => {
    const { losses, ours } = await both('<w:r><w:sym w:font="Wingdings 3" w:char="F0FF"/></w:r>')
    expect(ours).toBe('')
    expect(losses).toEqual(['converter-note'])
  })
})

describe('wrappers and tracked changes', () => {
  it.each([
    ['smartTag', `<w:smartTag w:element="x"><w:smartTagPr/>${run('16')}</w:smartTag>`],
    ['customXml', `<w:customXml w:element="x">${run('16')}</w:customXml>`],
    ['content control', `<w:sdt><w:sdtPr/><w:sdtContent>${run('16')}</w:sdtContent></w:sdt>`],
    ['hyperlink', `<w:hyperlink w:anchor="a">${run('16')}</w:hyperlink>`],
    ['unknown element', `<w:bdo w:val="ltr">${run('16')}</w:bdo>`],
  ])('%s is let through', async (_, content) => {
    expect(await both(content)).toMatchObject({ ours: '16', losses: [] })
  })

  it('insertions and moves to here are kept, deletions and moves away dropped', async () => {
    const changes =
      `<w:ins w:id="1" w:author="a">${run('1')}</w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>2</w:delText></w:r></w:del>` +
      `<w:moveFrom w:id="3" w:author="a">${run('3')}</w:moveFrom><w:moveTo w:id="4" w:author="a">${run('6')}</w:moveTo>`
    expect(await both(changes)).toMatchObject({ ours: '16', losses: ['tracked-changes-accepted'] })
  })

  it('a paragraph whose mark is deleted goes on in the next', async () => {
    const { texts } = await readBody(
      paragraph(run('收到申请'), '<w:rPr><w:del w:id="1" w:author="a"/></w:rPr>') +
        paragraph(run('16 件。')) +
        paragraph(run('完')),
    )
    expect(texts).toEqual(['收到申请16 件。', '完'])
  })
})
