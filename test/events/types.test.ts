import { expectTypeOf, test } from 'vitest'
import type { ActV1 } from '../../events/act/v1.ts'
import type { CurrentV1 } from '../../events/current/v1.ts'
import type { ErrorV1 } from '../../events/error/v1.ts'
import type { LatestV1 } from '../../events/latest/v1.ts'
import type { QuarantineV1 } from '../../events/quarantine/v1.ts'
import type { ReceiptV1 } from '../../events/receipt/v1.ts'
import type { SentV1 } from '../../events/sent/v1.ts'
import type { StatusV1 } from '../../events/status/v1.ts'
import type { Current as CurrentOnAws } from '../../functions/year/current.ts'
import type { Act } from '../../infra/local/desk/acts.ts'
import type { Current } from '../../infra/local/season/current.ts'
import type { ErrorJson } from '../../lib/model/error-json.ts'
import type { Latest } from '../../lib/submission/latest.ts'
import type { QuarantineState } from '../../lib/submission/quarantine.ts'
import type { Receipt } from '../../lib/submission/receipt.ts'
import type { Sent } from '../../lib/submission/sent.ts'
import type { Status } from '../../lib/submission/status.ts'

/**
 * Types that writers use and shapes that others read are written down twice where the one has zod and the other must not
 * load it: the type check holds each pair to be the same, field by field. Nothing of this runs.
 */

/** Without `readonly`, intersections as one object, and a field left out as one that is undefined. */
type Plain<T> = T extends readonly (infer Item)[]
  ? Plain<Item>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Plain<Exclude<T[Key], undefined>> }
    : T

/** Of a union that is told by `kind`: its members each by itself. */
type ByKind<T extends { readonly kind: string }> = {
  readonly [Kind in T['kind']]: Plain<Omit<Extract<T, { kind: Kind }>, 'schema'>>
}

test('the types of writers are those of the contracts', () => {
  expectTypeOf<Plain<Receipt>>().toEqualTypeOf<Plain<ReceiptV1>>()
  expectTypeOf<Plain<ErrorJson>>().toEqualTypeOf<Plain<ErrorV1>>()
  expectTypeOf<Plain<Latest>>().toEqualTypeOf<Plain<LatestV1>>()
  expectTypeOf<Plain<Sent>>().toEqualTypeOf<Plain<SentV1>>()
  expectTypeOf<Plain<QuarantineState>>().toEqualTypeOf<Plain<QuarantineV1>>()
  expectTypeOf<Plain<Status>>().toEqualTypeOf<Plain<StatusV1>>()
  expectTypeOf<Plain<Current>>().toEqualTypeOf<Plain<Omit<CurrentV1, 'made'>>>()
  expectTypeOf<Plain<CurrentOnAws>>().toEqualTypeOf<Plain<Required<CurrentV1>>>()
  expectTypeOf<Plain<ByKind<Act>>>().toEqualTypeOf<Plain<ByKind<ActV1>>>()
})
