const words = {
  title: ['政府信息公开工作年度报告 · 转换与核对', 'Information disclosure reports, converted and checked'],
  drop: ['把报告拖到这里', 'Drop reports here'],
  dropMore: [
    'Word、WPS、PDF、网页、Excel、文本都可以；可以一次拖入多份、整个文件夹，或装着多份报告的 zip 压缩包。文件只在本机处理，不会离开这台电脑。',
    'Word, WPS, PDF, web pages, Excel, text: one file or many, a whole folder, or a zip of reports. Nothing leaves this machine.',
  ],
  chooseFiles: ['选择文件', 'Choose files'],
  chooseFolder: ['选择文件夹', 'Choose a folder'],
  season: ['年报季', 'Season'],
  seasonOpen: ['打开', 'Open'],
  seasonWorkbook: ['下载 年报季.xlsx', 'Download 年报季.xlsx'],
  seasonFindings: ['下载发现清单（CSV）', 'Download the findings (CSV)'],
  seasonExpected: ['应报', 'Expected'],
  seasonReported: ['已报', 'Reported'],
  seasonMissing: ['未报', 'Missing'],
  seasonWarnings: ['警告', 'Warnings'],
  seasonRunning: ['正在更新……', 'Being brought up to date …'],
  seasonWaiting: ['报告处理完，过几秒自动更新。', 'Brought up to date some seconds after the last report.'],
  seasonNone: ['还没有可以放在一起核对的报告。', 'No reports to be put side by side yet.'],
  seasonMore: ['处', 'more'],
  seasonBefore: ['以前的年度', 'Years before'],
  seasonRoster: [
    '把名册（名册.xlsx 或 名册.csv）放在下面的文件夹里，就会把各单位、各年度的报告放在一起核对：',
    'Put a roster (名册.xlsx or 名册.csv) into this folder, and the reports of all units and years are checked together:',
  ],
  seasonDraft: [
    '还没有名册的，可以先按已有报告起草一份，再补上没有报告的单位：',
    'Without a roster, draft one from the reports at hand and add the units that have not reported:',
  ],
  reports: ['报告', 'Reports'],
  filter: ['按结论筛选', 'Filter by verdict'],
  search: ['查找机关、年份或文件名', 'Find by authority, year or file name'],
  authority: ['机关', 'Authority'],
  year: ['年份', 'Year'],
  verdict: ['结论', 'Verdict'],
  errors: ['错误', 'Errors'],
  warnings: ['警告', 'Warnings'],
  results: ['结果', 'Results'],
  summary: ['下载汇总表', 'Download the summary'],
  everything: ['打包下载全部结果', 'Download everything as zip'],
  nothingMatches: ['没有符合条件的报告。', 'No report matches.'],
  through: ['已处理', 'Processed'],
  allThrough: ['全部处理完毕：', 'All done: '],
  files: ['份', 'files'],
  events: ['事件', 'Events'],
  eventsMore: [
    '每处理完一份文件发出一个事件（写入 events.ndjson），最新的在上面。',
    'One event for each file that is through (written to events.ndjson), the newest first.',
  ],
  none: ['还没有报告。', 'No reports yet.'],
  footer: ['本页只在这台电脑上可见。', 'This page can be seen on this machine only.'],
  all: ['全部', 'All'],
  findings: ['核对结果', 'Findings'],
  clean: ['没有发现问题。', 'Nothing was found.'],
  leftOut: ['条未列出，见查看页。', 'more on the view page.'],
  remedy: ['怎么办：', 'What to do: '],
  sending: ['正在放入：', 'Sending: '],
  known: ['份原来就有', 'were there already'],
  refused: ['份未能放入：', 'not taken: '],
  noRoom: ['（磁盘已满或写不进）', ' (the disk is full or cannot be written)'],
  lost: [
    '与本机服务的连接断了，请确认 gongkai 仍在运行。',
    'The connection is lost: see that gongkai is still running.',
  ],
  error: ['错误', 'Error'],
  warning: ['警告', 'Warning'],
  info: ['提示', 'Note'],
  'state.sending': ['正在放入', 'Sending'],
  'state.waiting': ['等待', 'Waiting'],
  'state.reading': ['读取中', 'Reading'],
  'state.checking': ['核对中', 'Checking'],
  'state.writing': ['写结果', 'Writing'],
  'state.stuck': ['未处理', 'Not processed'],
  'result.valid': ['通过', 'Valid'],
  'result.needsReview': ['需复核', 'Needs review'],
  'result.invalid': ['不通过', 'Invalid'],
  'result.notAssessable': ['无法核对', 'Not assessable'],
  'result.rejected': ['未受理', 'Refused'],
  'result.failed': ['转换失败', 'Failed'],
  'result.unpacked': ['已解包', 'Unpacked'],
  inArchive: ['份文件，各为一行', 'files, each in a row of its own'],
  'result.stuck': ['未处理', 'Not processed'],
}

/** Chinese unless the address says ?lang=en. */
export const language = new URLSearchParams(location.search).get('lang') === 'en' ? 'en' : 'zh'

export const word = key => words[key][language === 'zh' ? 0 : 1]

/** Puts the words into the page. */
export const fillWords = () => {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en'
  document.title = word('title')
  for (const element of document.querySelectorAll('[data-word]'))
    element.textContent = word(element.dataset.word)
  for (const element of document.querySelectorAll('[data-label]'))
    element.setAttribute('aria-label', word(element.dataset.label))
  document.querySelector('#search').placeholder = word('search')
  const link = document.querySelector('#language')
  if (language === 'en')
    Object.assign(link, { href: '?lang=zh', hreflang: 'zh', lang: 'zh-CN', textContent: '中文' })
}
