import type { StoryLoss } from '../story/model.ts'
import type { Destination, Group } from './state.ts'

/** Groups whose content is no text of the body, though they do not begin with `\*`. */
const SKIPPED: ReadonlySet<string> = new Set(
  (
    'info header headerl headerr headerf footer footerl footerr footerf listtext pntext pntxta ' +
    'pntxtb nonesttables nonshppict shprslt filetbl revtbl xe tc tcn rxe template xmlnstbl atnid atnauthor ' +
    'objclass objname objdata ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn'
  ).split(' '),
)

/** Groups that are lost with what they hold. */
const LOST: Readonly<Record<string, readonly [Destination, StoryLoss['code']]>> = {
  pict: ['skipped', 'picture-dropped'],
  shppict: ['skipped', 'picture-dropped'],
  object: ['skipped', 'object-dropped'],
  footnote: ['skipped', 'note-mark-dropped'],
  shpinst: ['shape', 'drawing-dropped'],
  do: ['shape', 'drawing-dropped'],
}

const KNOWN: Readonly<Record<string, Destination>> = {
  colortbl: 'colours',
  fonttbl: 'fonts',
  stylesheet: 'styles',
  fldinst: 'instruction',
  nesttableprops: 'rows',
  upr: 'alternative',
}

/** What the text of a group is for, by its first word and the group around it. */
export const destinationOf = (
  name: string,
  { destination, ignorable }: Group,
): { readonly destination: Destination; readonly lost?: StoryLoss['code'] } => {
  if (destination === 'shape') return { destination: /^(?:shptxt|dptxbxtext)$/.test(name) ? 'box' : 'shape' }
  if (destination === 'alternative') return { destination: name === 'ud' ? 'body' : 'alternative' }
  if (destination !== 'body') return { destination }
  const lost = Object.hasOwn(LOST, name) ? LOST[name] : undefined
  if (lost) return { destination: lost[0], lost: lost[1] }
  if (Object.hasOwn(KNOWN, name)) return { destination: KNOWN[name]! }
  return { destination: ignorable || SKIPPED.has(name) ? 'skipped' : 'body' }
}
